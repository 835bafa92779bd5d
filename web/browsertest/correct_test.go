package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/web"
	"github.com/qawl-nlp/qawl/web/store"
)

const short = "قال وزير الصحة سامر العلي إن اللقاح متوفر في كل المراكز. وأضاف أن الحملة تبدأ غداً.\nوقالت نقابة الأطباء إن الدواء قليل. ورد المدير: لا نعرف ذلك.\nوفي السوق كلام كثير عن الأسعار."

func keeping(t *testing.T) web.Options {
	t.Helper()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return web.Options{Store: st}
}

// setSpeaker types a speaker into the details of the statement that is open.
func (b *tab) setSpeaker(name string) {
	b.Helper()
	b.do(chromedp.SetValue(chromedp.CSS(`#open-detail [data-control="speaker"]`), name))
	b.click(`#open-detail [data-control="apply-speaker"]`)
}

// kept waits until the server keeps what is on the page.
func (b *tab) kept(corrections int) {
	b.Helper()
	const count = `(async () => { const list = await (await fetch('/v1/articles')).json(); return list.length === 1 ? list[0].corrections : -1; })()`
	for eval[int](b, count) != corrections {
		if b.ctx.Err() != nil {
			b.Fatalf("the server never kept %d corrections", corrections)
		}
	}
}

func TestCorrectionsAreKept(t *testing.T) {
	b := open(t, keeping(t), "/?lang=en&theme=light")
	b.paste(short)
	before := b.rows()
	b.click("#row-2 .words")
	b.setSpeaker("نقابة الأطباء") // another one of the article
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('نقابة الأطباء')`)
	b.click("#row-1 .words")
	b.setSpeaker("ليلى الحمداني") // a new one
	b.until(`document.querySelector('#row-1 .who').textContent.startsWith('ليلى الحمداني')`)
	b.do(chromedp.SetValue(chromedp.CSS(`#open-detail [data-control="type"]`), "direct"))
	b.click("#row-3 .words")
	b.click(`#open-detail [data-control="reject"]`)
	b.until(`document.querySelector('#row-3').classList.contains('rejected')`)
	b.kept(4)
	after := b.rows()
	b.shot("corrected-en-light")
	if cmp.Equal(before, after) {
		t.Fatal("nothing changed")
	}

	b.visit("/?lang=en&theme=light")
	b.until(`document.querySelectorAll('#table .row').length > 0`)
	if diff := cmp.Diff(after, b.rows()); diff != "" {
		t.Errorf("after loading again (-before +after):\n%s", diff)
	}
	if !eval[bool](b, `document.querySelector('#row-3').classList.contains('rejected') && document.querySelector('#row-1 .by-hand') !== null`) {
		t.Error("after loading again nothing says what was done by hand")
	}

	for range 4 { // undoing works on after loading
		b.click("#undo")
	}
	b.until(`document.querySelector('#undo').disabled`)
	if diff := cmp.Diff(before, b.rows()); diff != "" {
		t.Errorf("after undoing (-before +after):\n%s", diff)
	}
	b.click("#redo")
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('نقابة الأطباء')`)
	b.kept(1)
	b.click("#article-list .close")
	b.until(`document.querySelectorAll('#article-list li').length === 0`)
	b.visit("/?lang=en&theme=light")
	if n := eval[int](b, `document.querySelectorAll('#article-list li').length`); n != 0 {
		t.Errorf("%d articles after removing the only one", n)
	}
}

func TestNothingIsKeptWithoutAStore(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en&theme=light")
	b.paste(short)
	b.visit("/?lang=en&theme=light")
	if n := eval[int](b, `document.querySelectorAll('#article-list li').length + localStorage.length + sessionStorage.length + document.cookie.length`); n != 0 {
		t.Error("something is left after loading the page again")
	}
}

// selectWords selects words of the article as a mouse would.
func (b *tab) selectWords(words string) {
	b.Helper()
	eval[any](b, `(() => {
		const words = `+"`"+words+"`"+`;
		for (const p of document.querySelectorAll('#article-text p')) {
			const at = p.textContent.indexOf(words);
			if (at < 0) continue;
			const place = (n) => {
				const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
				for (let node = walk.nextNode(); node; n -= node.length, node = walk.nextNode()) if (n <= node.length) return [node, n];
			};
			const range = document.createRange();
			range.setStart(...place(at));
			range.setEnd(...place(at + words.length));
			getSelection().removeAllRanges();
			getSelection().addRange(range);
		}
	})()`)
	b.until(`!document.querySelector('#selection').hidden`)
}

func TestExtentBySelecting(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=dark")
	b.paste("👍 " + short)
	b.click("#row-1 .words")
	b.selectWords("اللقاح متوفر في كل")
	b.shot("selection-ar-dark")
	b.click("#selection-extent")
	if got := b.row(1).Words; got != "اللقاح متوفر في كل" {
		t.Errorf("words by selecting: %q", got)
	}
	for control, want := range map[string]string{"end-in": "اللقاح متوفر في", "start-in": "متوفر في كل", "start-out": "إن اللقاح متوفر في كل", "end-out": "اللقاح متوفر في كل المراكز."} {
		b.click(`#open-detail [data-control="` + control + `"]`)
		if got := b.row(1).Words; got != want {
			t.Errorf("%s: %q, expected %q", control, got, want)
		}
		b.click("#undo")
	}
	if got := b.highlighted()[1]; got != "اللقاح متوفر في كل" {
		t.Errorf("highlighted: %q", got)
	}
}

func TestMissedStatement(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.paste(short)
	n := len(b.rows())
	b.selectWords("كلام كثير عن الأسعار")
	b.click("#selection-add")
	b.do(chromedp.SetValue(chromedp.CSS(`#add-dialog [name="speaker"]`), "المدير"), chromedp.SetValue(chromedp.CSS(`#add-dialog [name="cue"]`), "وفي"))
	b.shot("add-ar-light")
	b.click("#add-dialog .primary")
	b.until(`!document.querySelector('#add-dialog')`)
	rows := b.rows()
	if len(rows) != n+1 {
		t.Fatalf("%d statements, expected %d", len(rows), n+1)
	}
	if got := b.row(n + 1); got.Words != "كلام كثير عن الأسعار" || got.Speaker != "المدير" {
		t.Errorf("added: %+v", got)
	}
	b.click("#undo")
	b.until(`!document.querySelector('#row-` + string(rune('0'+n+1)) + `')`)
}

func TestCopyWithSource(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.paste(short)
	b.click("#row-1 .words")
	eval[any](b, `navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }`)
	b.click(`#open-detail [data-control="copy"]`)
	b.until(`window.copied`)
	const want = "اللقاح متوفر في كل المراكز\n— سامر العلي، وزير الصحة [غير مباشر]\na1\nالفقرة 1، الأحرف 29–55"
	if diff := cmp.Diff(want, eval[string](b, `window.copied`)); diff != "" {
		t.Errorf("copied (-want +got):\n%s", diff)
	}
}
