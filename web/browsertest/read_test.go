package browsertest

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/web"
)

func TestPastedArticleShowsWhatTheAPIFinds(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en&theme=light")
	b.shot("welcome-en-light")
	for _, name := range []string{"gulf-agency-energy", "court-nested-marks", "speech-multiparagraph", "business-merger-posts"} {
		text := article(t, name) + "\n😀 وقال المدير 🙂 إن العمل 👍 مستمر.\n"
		b.paste(text)
		want := b.extract(text)
		if len(want.Statements) == 0 {
			t.Fatalf("%s: the API finds nothing", name)
		}
		if diff := cmp.Diff(rowsOf(want, englishTypes), b.rows()); diff != "" {
			t.Errorf("%s: table (-API +page):\n%s", name, diff)
		}
		eval[any](b, `(async () => { // every part of the article comes near the screen once
			for (const c of document.querySelectorAll('.chunk')) { c.scrollIntoView(); await new Promise((r) => setTimeout(r, 50)); }
		})()`)
		if diff := cmp.Diff(highlightsOf(want), b.highlighted()); diff != "" {
			t.Errorf("%s: highlights (-API +page):\n%s", name, diff)
		}
		shown := eval[string](b, `[...document.querySelectorAll('#article-text p')].map((p) => p.textContent).join('\n')`)
		if shown != text {
			t.Errorf("%s: the text that is shown is not the text that was pasted", name)
		}
	}
	b.shot("article-en-light")
}

func TestTableAndArticleShowEachOther(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.paste(article(t, "gulf-agency-energy"))
	b.click("#row-3 .words")
	b.until(`document.querySelector('#row-3').getAttribute('aria-current') === 'true' && document.querySelector('#open-detail')`)
	if got := eval[[]string](b, `[...document.querySelectorAll('mark.selected')].map((m) => m.dataset.ids)`); len(got) == 0 || !strings.Contains(" "+got[0]+" ", " 3 ") {
		t.Errorf("selected in the article: %q, expected statement 3", got)
	}
	detail := eval[string](b, `document.querySelector('#open-detail').textContent`)
	for _, want := range []string{"فعل القول", "دلّ عليه", "الثقة", "لماذا", "الموضع"} {
		if !strings.Contains(detail, want) {
			t.Errorf("the details of a statement lack %q", want)
		}
	}
	b.click("#open-detail summary")
	b.shot("detail-ar-light")
	b.click(`mark[data-ids~="5"]`)
	b.until(`document.querySelector('#row-5').getAttribute('aria-current') === 'true'`)
}

func TestMarkupIsText(t *testing.T) {
	const text = `قال المدير سامي العلي: «<script>window.ran = true</script><img src=x onerror="window.ran=true"> مرحباً» وأضاف <b>أن العمل</b> &amp; مستمر.` + "\n" + `<script>window.ran = true</script>`
	b := open(t, web.Options{}, "/?lang=en&theme=light")
	b.paste(text)
	want := b.extract(text)
	if diff := cmp.Diff(rowsOf(want, englishTypes), b.rows()); diff != "" {
		t.Errorf("table (-API +page):\n%s", diff)
	}
	if shown := eval[string](b, `[...document.querySelectorAll('#article-text p')].map((p) => p.textContent).join('\n')`); shown != text {
		t.Errorf("shown: %q", shown)
	}
	b.click("#row-1 .words")
	if eval[bool](b, `window.ran === true || document.querySelectorAll('main script, main img, main b').length > 0`) {
		t.Error("markup of the article became part of the page")
	}
	b.shot("markup-as-text")
}

func TestFilesAndSpeakersAcrossThem(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	page := write("page.html", `<!doctype html><html lang="ar"><head><title>وزيرة الزراعة تتفقد الحقول</title></head><body><nav>الرئيسية</nav><article><h1>وزيرة الزراعة تتفقد الحقول</h1><p>قالت وزيرة الزراعة ليلى الحمداني إن المحصول أفضل من كل التوقعات في هذا الموسم الطويل.</p><p>وأضافت أن الحصاد يبدأ الأحد في كل المحافظات الجنوبية والشمالية.</p></article></body></html>`)
	lines := write("two.jsonl", `{"id":"m1","title":"عن الماء","text":"أكدت الوزيرة ليلى الحمداني أن الماء يكفي."}`+"\n"+`{"id":"m2","text":"قال التاجر بدر الدين سالم إن السوق هادئة."}`+"\n")
	archive := filepath.Join(dir, "more.zip")
	f, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("third.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("وقالت ليلى الحمداني: «سنعود غداً».")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	b := open(t, web.Options{}, "/?lang=en&theme=dark")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{page, lines, archive}))
	b.until(`document.querySelectorAll('#article-list li').length === 4 && document.querySelector('#progress').hidden`)
	if got := eval[string](b, `document.querySelector('#article-list .name').textContent`); got != "وزيرة الزراعة تتفقد الحقول" {
		t.Errorf("the page's title is %q", got)
	}
	b.click("#view")
	b.until(`!document.querySelector('#speakers').hidden`)
	got := eval[string](b, `document.querySelector('.speakers-list li button').textContent`)
	if !strings.Contains(got, "ليلى الحمداني") || !strings.Contains(got, "articles 3") {
		t.Errorf("the first speaker is %q, expected ليلى الحمداني in 3 articles", got)
	}
	b.shot("speakers-en-dark")
	b.do(chromedp.Click(chromedp.CSSAll(".speakers-statements .quote")))
	b.until(`document.querySelector('#speakers').hidden && document.querySelector('#open-detail')`)
}
