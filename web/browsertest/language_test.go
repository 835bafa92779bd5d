package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/web"
)

func TestArabicInterface(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.shot("welcome-ar-light")
	text := article(t, "wire-ceasefire-talks")
	b.paste(text)
	if got := eval[string](b, `document.documentElement.lang + ' ' + document.documentElement.dir`); got != "ar rtl" {
		t.Errorf("language and direction: %s", got)
	}
	if diff := cmp.Diff(rowsOf(b.extract(text), arabicTypes), b.rows()); diff != "" {
		t.Errorf("table (-API +page):\n%s", diff)
	}
	b.click("#row-2 .words")
	b.shot("article-ar-light")
	// No word of the interface may be left in the other language.
	latin := eval[[]string](b, `[...document.querySelectorAll('button, label > span, h1, h2, th, dt, summary, option, .hint')]
		.filter((e) => !e.closest('[lang=en], #article-text, .words, .features'))
		.map((e) => e.textContent.trim()).filter((w) => /^[A-Za-z][a-z .-]+$/.test(w))`)
	if len(latin) > 0 {
		t.Errorf("left in English: %q", latin)
	}
	// The article stands to the left of the list and right of the table.
	places := eval[[]float64](b, `['#articles', '#article', '#statements'].map((s) => document.querySelector(s).getBoundingClientRect().left)`)
	if !(places[0] > places[1] && places[1] > places[2]) {
		t.Errorf("panes from right to left: %v", places)
	}
	b.click("#language")
	if got := eval[string](b, `document.documentElement.lang + ' ' + document.documentElement.dir + ' ' + document.querySelector('#new').textContent`); got != "en ltr New article" {
		t.Errorf("after changing the language: %s", got)
	}
	if got := eval[string](b, `document.querySelector('#article-text').dir`); got != "rtl" {
		t.Errorf("direction of the article: %s", got)
	}
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en")
	missing := eval[[]string](b, `(async () => {
		const { ar } = await import('/page/js/words-ar.js'), { en } = await import('/page/js/words-en.js');
		const places = (s) => JSON.stringify([...(s ?? '').matchAll(/\{\w+\}/g)].map(String).sort());
		const used = [...document.querySelectorAll('[data-t], [data-t-label]')].flatMap((e) => [e.dataset.t, e.dataset.tLabel]).filter(Boolean);
		return [...new Set([...used, ...Object.keys(ar), ...Object.keys(en)])].filter((k) => !ar[k] || !en[k] || places(ar[k]) !== places(en[k]));
	})()`)
	if len(missing) > 0 {
		t.Errorf("words that are not the same in both languages: %q", missing)
	}
}

func TestNarrowScreen(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			b := open(t, web.Options{}, "/?theme=light&lang="+lang)
			b.paste(article(t, "gulf-agency-energy"))
			b.do(chromedp.EmulateViewport(360, 740))
			b.click("#row-1 .words")
			b.shot("narrow-" + lang)
			for _, s := range []string{"#new", "#help"} {
				if s != "#new" {
					b.click(s)
				}
				wide := eval[[]string](b, `[...document.querySelectorAll('body *')].filter((e) => {
					const r = e.getBoundingClientRect();
					return r.width > 0 && (r.right > 361 || r.left < -1) && !e.closest('#article-list, .skip, .visually-hidden, thead, .hidden-input') && getComputedStyle(e).position !== 'fixed';
				}).map((e) => e.tagName + '#' + e.id + '.' + e.className)`)
				if len(wide) > 0 {
					t.Errorf("wider than 360 pixels: %q", wide)
				}
			}
			if eval[bool](b, `document.documentElement.scrollWidth > 360`) {
				t.Error("the page scrolls sideways")
			}
		})
	}
}
