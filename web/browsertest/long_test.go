package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/qawl-nlp/qawl/web"
)

// TestLongArticleStaysResponsive pastes 5 MB. What makes the page quick is
// tested, not how quick it is: the text comes in parts between which the browser
// can do other work, and only what is near the screen has highlights and rows.
func TestLongArticleStaysResponsive(t *testing.T) {
	one := article(t, "gulf-agency-energy") + "\n" + article(t, "court-nested-marks") + "\n"
	text := strings.Repeat(one, 5_000_000/len(one)+1)
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	eval[any](b, `(() => {
		window.ticks = 0; // work that waits for its turn while the article is drawn
		const tick = () => { if (document.querySelector('.chunk') && document.querySelector('#article-text').dataset.complete !== 'true') window.ticks++; setTimeout(tick, 0); };
		tick();
	})()`)
	b.paste(text)
	state := eval[struct {
		Ticks, Chunks, Painted, Marks, Rows, Statements int
	}](b, `({
		Ticks: window.ticks,
		Chunks: document.querySelectorAll('.chunk').length,
		Painted: [...document.querySelectorAll('.chunk')].filter((c) => c.querySelector('mark')).length,
		Marks: document.querySelectorAll('mark').length,
		Rows: document.querySelectorAll('#table .row').length,
		Statements: Number(document.querySelector('#table table').getAttribute('aria-rowcount')),
	})`)
	t.Logf("%d bytes: %+v", len(text), state)
	if state.Statements < 10_000 {
		t.Errorf("%d statements: too few to test anything", state.Statements)
	}
	if state.Ticks == 0 {
		t.Error("nothing else had a turn while the article was drawn")
	}
	if state.Chunks < 100 || state.Painted > state.Chunks/10 {
		t.Errorf("%d of %d parts have highlights, expected those near the screen", state.Painted, state.Chunks)
	}
	if state.Rows > state.Statements/10 {
		t.Errorf("%d of %d rows were made, expected those near the screen", state.Rows, state.Statements)
	}
	if n := eval[int](b, `[...document.querySelectorAll('#article-text p')].reduce((n, p) => n + p.textContent.length + 1, -1)`); n != len([]rune(text)) {
		t.Errorf("%d characters are shown, expected %d", n, len([]rune(text)))
	}

	// The far end is as good as the beginning.
	b.click("#row-2 .words")
	b.until(`document.querySelector('mark.selected')`)
	b.press(kb.End)
	b.until(`Number(document.querySelector('[aria-current=true].row').dataset.id) === Number(document.querySelector('#table table').getAttribute('aria-rowcount'))`)
	if rows := eval[int](b, `document.querySelectorAll('#table .row').length`); rows > state.Statements/10 {
		t.Errorf("%d rows at the far end", rows)
	}
	eval[any](b, `document.querySelector('.chunk:last-child').scrollIntoView()`)
	b.until(`[...document.querySelectorAll('.chunk')].slice(-3).some((c) => c.querySelector('mark'))`)
	b.press("x")
	b.until(`document.querySelector('.row.rejected')`)
	b.press("u")
	b.until(`!document.querySelector('.row.rejected')`)
	b.shot("long-ar-light")
}
