package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/internal/browser"
	"github.com/qawl-nlp/qawl/quotes"
)

// shown reads from the page what it shows of every article: the text, for every
// statement where its marks begin and end in it, and what the table says.
const shown = `[...document.querySelectorAll("article")].map(a => {
	const box = a.querySelector(".text"), spans = {};
	for (const m of box.querySelectorAll("mark")) {
		const before = document.createRange();
		before.setStart(box, 0);
		before.setEnd(m, 0);
		const start = [...before.toString()].length, end = start + [...m.textContent].length;
		for (const n of m.dataset.s.split(" ")) {
			const s = spans[n] ??= {text: "", start, end: start};
			if (s.end !== start) s.broken = true;
			s.text += m.textContent;
			s.end = end;
		}
	}
	return {
		text: box.textContent,
		spans: Object.keys(spans).map(n => ({id: +n, ...spans[n]})),
		table: [...a.querySelectorAll("tr[data-s]")].map(r => ({id: +r.dataset.s, start: +r.dataset.start, end: +r.dataset.end, text: r.querySelector(".said").textContent})),
	};
})`

type shownSpan struct {
	ID     int
	Text   string
	Start  int
	End    int
	Broken bool
}

type shownArticle struct {
	Text         string
	Spans, Table []shownSpan
}

// TestHTMLMarksTheSpans compares the page with the JSON lines, for articles with
// statements within statements among them.
func TestHTMLMarksTheSpans(t *testing.T) {
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) < 15 {
		t.Fatalf("found %d articles (%v)", len(paths), err)
	}
	docs := []*quotes.Document{dam, quiet}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, &quotes.Document{ID: filepath.Base(path), Text: string(text)})
	}
	got := browser.Evaluate[[]shownArticle](t, browser.Open(t, export(t, "html", Options{}, docs...)), shown)
	if len(got) != len(docs) {
		t.Fatalf("%d articles, expected %d", len(got), len(docs))
	}
	for i, d := range docs {
		if got[i].Text != visible(d.Text) {
			t.Errorf("%s: another text:\n%s", d.ID, cmp.Diff(visible(d.Text), got[i].Text))
		}
		if strings.ContainsFunc(d.Text, func(r rune) bool { return visible(string(r)) == "" }) {
			continue // offsets of the page are not those of the text
		}
		want := []shownSpan{}
		for dec := json.NewDecoder(strings.NewReader(string(export(t, "jsonl", Options{}, d)))); dec.More(); {
			var r quotes.Record
			if err := dec.Decode(&r); err != nil {
				t.Fatal(err)
			}
			want = append(want, shownSpan{ID: r.ID, Text: r.Content.Text, Start: r.Content.Start, End: r.Content.End})
		}
		if diff := cmp.Diff(want, got[i].Spans); diff != "" {
			t.Errorf("%s: marks (-jsonl +html):\n%s", d.ID, diff)
		}
		if diff := cmp.Diff(want, got[i].Table); diff != "" {
			t.Errorf("%s: table (-jsonl +html):\n%s", d.ID, diff)
		}
	}
}

// TestHTMLHovering points at a row, then at a mark.
func TestHTMLHovering(t *testing.T) {
	const on = `[...document.querySelectorAll(".on")].map(e => e.tagName + " " + (e.dataset.s ?? e.dataset.cue ?? e.dataset.who)).join(", ")`
	const colours = `new Set([...document.querySelectorAll("mark")].map(m => getComputedStyle(m).backgroundColor)).size + " colours"`
	ctx := browser.Open(t, export(t, "html", Options{}, dam))
	hover := func(selector string) string {
		browser.Evaluate[bool](t, ctx, `document.querySelector("`+selector+`").dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))`)
		return browser.Evaluate[string](t, ctx, on)
	}
	for _, tt := range [][2]string{
		{hover("tr[data-s='2'] td"), "SPAN 2, SPAN 2, MARK 2, TR 2"},
		{hover("mark[data-s='3']"), "SPAN 3, SPAN 3, MARK 3, TR 3"},
		{hover("h1"), ""},
		{browser.Evaluate[string](t, ctx, "getComputedStyle(document.body).direction"), "rtl"},
		{browser.Evaluate[string](t, ctx, colours), "2 colours"}, // of two speakers
	} {
		if tt[0] != tt[1] {
			t.Errorf("%q, expected %q", tt[0], tt[1])
		}
	}
}

// TestHostileHTML shows every hostile text, and nothing of it does anything.
func TestHostileHTML(t *testing.T) {
	ctx := browser.Open(t, exportHostile(t, "html", Options{}))
	got := browser.Evaluate[[]shownArticle](t, ctx, shown)
	made := browser.Evaluate[int](t, ctx, `document.querySelectorAll("img, article svg:not(.bars svg), article script, article style, textarea").length`)
	links := browser.Evaluate[int](t, ctx, `document.querySelectorAll("article header a").length`)
	if len(got) != len(nasty) || made != 0 || links != 0 {
		t.Fatalf("%d articles, %d elements and %d links out of texts", len(got), made, links)
	}
	for i, s := range nasty {
		want := strings.ReplaceAll(ends(visible(s)), "\r", "\n") // as HTML has it
		if len(got[i].Spans) != 1 || got[i].Spans[0].Text != want || got[i].Table[0].Text != want {
			t.Errorf("%q is shown as %+v", s, got[i])
		}
	}
}
