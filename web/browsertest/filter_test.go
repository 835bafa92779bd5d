package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/web"
)

func TestFilters(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en&theme=light")
	text := article(t, "gulf-agency-energy") + "\n\n" + article(t, "port-unbalanced-mark")
	b.paste(text)
	x := b.extract(text)
	b.click("#filters-more")
	for _, test := range []struct {
		name, field, value string
		keep               func(quotes.Record) bool
	}{
		{"speaker", "speaker", "s1", func(r quotes.Record) bool { return r.Speaker.ID == "s1" }},
		{"type", "type", "direct", func(r quotes.Record) bool { return r.Type == quotes.Direct }},
		{"class", "class", "add", func(r quotes.Record) bool { return r.Cue.Class == "add" }},
		{"sure", "sure", "0.9", func(r quotes.Record) bool { return r.Confidence >= 0.9 }},
		{"doubtful", "sure", "doubtful", func(r quotes.Record) bool { return r.Confidence < 0.7 }},
		{"rejected", "status", "rejected", func(quotes.Record) bool { return false }},
		{"search folds spelling", "search", "الشَمس لم تعــد", func(r quotes.Record) bool {
			return r.Content.Text == "«الشمس لم تعد ضيفاً على شبكتنا، بل صارت من أهل البيت»"
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			kept := x
			kept.Statements = nil
			for _, r := range x.Statements {
				if test.keep(r) {
					kept.Statements = append(kept.Statements, r)
				}
			}
			if test.name != "rejected" && (len(kept.Statements) == 0 || len(kept.Statements) == len(x.Statements)) {
				t.Fatalf("%d of %d statements pass: this tests nothing", len(kept.Statements), len(x.Statements))
			}
			b.do(chromedp.SetValue(chromedp.CSS("#filter-"+test.field), test.value))
			eval[any](b, fmt.Sprintf(`for (const e of ['input', 'change']) document.querySelector('#filter-%s').dispatchEvent(new Event(e))`, test.field))
			if diff := cmp.Diff(rowsOf(kept, englishTypes), b.rows()); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
			marked := eval[[]int](b, `[...new Set([...document.querySelectorAll('mark')].flatMap((m) => m.dataset.ids.split(' ').map(Number)))]`)
			for _, id := range marked {
				if _, ok := highlightsOf(kept)[id]; !ok {
					t.Errorf("statement %d is highlighted but filtered out", id)
				}
			}
			if test.name == "speaker" {
				b.shot("filtered-en-light")
			}
			b.click("#filters-clear")
			if got := len(b.rows()); got != len(x.Statements) {
				t.Errorf("%d statements after clearing, expected %d", got, len(x.Statements))
			}
		})
	}
}

func TestOrderLeastSureFirst(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en")
	b.paste(article(t, "gulf-agency-energy"))
	b.click("#filters-more")
	eval[any](b, `(() => { const f = document.querySelector('#filter-order'); f.value = 'sure'; f.dispatchEvent(new Event('change')); })()`)
	sure := eval[[]string](b, `[...document.querySelectorAll('#table .sure')].map((c) => c.textContent.padStart(4, '0'))`)
	if len(sure) < 2 {
		t.Fatal("no rows")
	}
	for i := 1; i < len(sure); i++ {
		if sure[i-1] > sure[i] {
			t.Errorf("row %d has %s, behind %s", i, sure[i], sure[i-1])
		}
	}
}
