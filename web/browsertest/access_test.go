package browsertest

import (
	"os"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/qawl-nlp/qawl/web"
)

const axe = "node_modules/axe-core/axe.min.js"

// violation is what axe-core finds.
type violation struct {
	ID    string
	Help  string
	Nodes []string
}

// accessible lets axe-core look at the page for violations of WCAG 2.0, 2.1 and
// 2.2, A and AA.
func (b *tab) accessible(state string) {
	b.Helper()
	source, err := os.ReadFile(axe)
	if err != nil {
		b.Skipf("%v; run npm ci in web/browsertest", err)
	}
	eval[any](b, string(source)+"\n;null")
	found := eval[[]violation](b, `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
		.then((r) => r.violations.map((v) => ({ ID: v.id, Help: v.help, Nodes: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200) + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')) })))`)
	for _, v := range found {
		b.Errorf("%s: %s (%s): %q", state, v.Help, v.ID, v.Nodes)
	}
}

func TestAccessibility(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		for _, theme := range []string{"light", "dark"} {
			t.Run(lang+" "+theme, func(t *testing.T) {
				b := open(t, web.Options{}, "/?lang="+lang+"&theme="+theme)
				b.accessible("welcome")
				b.click("#new")
				b.accessible("new article")
				b.press("\x1b")
				b.until(`!document.querySelector('dialog')`)
				b.paste(article(t, "gulf-agency-energy"))
				b.paste(article(t, "court-nested-marks"))
				b.accessible("article")
				b.click("#row-2 .words")
				b.click("#open-detail summary")
				b.press("c")
				b.click("#row-3 .words")
				b.click("#filters-more")
				b.accessible("details")
				b.click(`#open-detail [data-control="reject"]`)
				b.until(`document.querySelector('.rejected')`)
				b.accessible("rejected")
				b.shot("article-" + lang + "-" + theme)
				for _, d := range []string{"add", "export", "help"} {
					b.click("#" + d)
					b.until(`document.querySelector('dialog')`)
					b.accessible(d)
					b.press("\x1b")
					b.until(`!document.querySelector('dialog')`)
				}
				b.click("#view")
				b.accessible("speakers")
				b.shot("speakers-" + lang + "-" + theme)
				b.click("#view")
				b.do(chromedp.EmulateViewport(360, 740))
				b.accessible("narrow")
			})
		}
	}
}

func TestReferenceOfTheAPI(t *testing.T) {
	b := open(t, web.Options{}, "/v1/reference?theme=light")
	ids := eval[[]string](b, `[...document.querySelectorAll('.operation')].map((o) => o.id)`)
	for _, want := range []string{"extract", "batch", "read", "export", "gold", "health", "put-article", "schema-Record"} {
		if !slices.Contains(ids, want) {
			t.Errorf("the reference lacks %s; it has %q", want, ids)
		}
	}
	b.shot("reference")
	b.accessible("reference")
}

func TestLogin(t *testing.T) {
	const token = "a-token-of-sixteen-or-more"
	b := open(t, web.Options{Token: token}, "/?lang=en")
	if at := eval[string](b, `location.pathname`); at != "/login" {
		t.Fatalf("sent to %s, expected /login", at)
	}
	b.shot("login")
	b.accessible("login")
	b.do(chromedp.SetValue(chromedp.CSS("#token"), "not the token"))
	b.click(".primary")
	b.do(chromedp.WaitVisible(chromedp.CSS("#wrong")))
	b.do(chromedp.SetValue(chromedp.CSS("#token"), token))
	b.click(".primary")
	b.do(chromedp.WaitVisible(chromedp.CSS("#welcome-new")), chromedp.WaitReady(chromedp.CSS("html[data-ready]")))
	b.paste(short)
	if len(b.rows()) == 0 {
		t.Error("no statements behind the login")
	}
}
