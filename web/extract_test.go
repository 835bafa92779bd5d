package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
)

func TestExtractIsWhatTheLibraryFinds(t *testing.T) {
	text := "😀 " + sentence
	x := decode[Extraction](t, ask(t, newServer(t, Options{}), http.MethodPost, "/v1/extract?explain=true", Article{ID: "a1", Title: "عنوان", Text: text}).is(t, http.StatusOK))
	if diff := cmp.Diff(quotes.Records("a1", text, quotes.Extract(text)), x.Statements); diff != "" {
		t.Errorf("statements (-library +API):\n%s", diff)
	}
	if want := (Document{ID: "a1", Title: "عنوان", Text: text}); x.Document != want {
		t.Errorf("document %+v", x.Document)
	}
	if len(x.Reasons) != len(x.Statements) || len(x.Reasons[0].Features) == 0 {
		t.Errorf("reasons: %+v", x.Reasons)
	}
	if len(x.Entities) == 0 || !x.Entities[0].Quoted || x.Entities[0].Aliases[0] != "وزيرة الزراعة ليلى الحمداني" {
		t.Errorf("entities: %+v", x.Entities)
	}
}

func TestExtractFromPage(t *testing.T) {
	html := "<html><head><title>خبر الحصاد</title></head><body><article><p>" + sentence + "</p></article></body></html>"
	x := decode[Extraction](t, ask(t, newServer(t, Options{}), http.MethodPost, "/v1/extract", Article{HTML: html}).is(t, http.StatusOK))
	if x.Document.Text != sentence || x.Document.Title != "خبر الحصاد" || len(x.Statements) != 2 || len(x.Reasons) != 0 {
		t.Errorf("%+v", x)
	}
}

func TestExtractRefuses(t *testing.T) {
	s := newServer(t, Options{Limits: Limits{Article: 100, Upload: 1000}})
	for name, test := range map[string]struct {
		body   any
		status int
		says   string
	}{
		"nothing":         {nil, http.StatusBadRequest, "required"},
		"no words":        {Article{ID: "x"}, http.StatusUnprocessableEntity, "no words"},
		"text and html":   {Article{Text: "a", HTML: "b"}, http.StatusUnprocessableEntity, "both"},
		"unknown field":   {map[string]string{"tekst": "x"}, http.StatusUnprocessableEntity, "tekst"},
		"a long article":  {Article{Text: strings.Repeat("ق", 51)}, http.StatusRequestEntityTooLarge, "at most 100"},
		"a large request": {Article{Text: strings.Repeat("a", 1001)}, http.StatusRequestEntityTooLarge, "at most 1000"},
	} {
		t.Run(name, func(t *testing.T) {
			if a := ask(t, s, http.MethodPost, "/v1/extract", test.body).is(t, test.status); !strings.Contains(a.body, test.says) {
				t.Errorf("it does not say %q: %s", test.says, a.body)
			}
		})
	}
	ask(t, s, http.MethodPost, "/v1/extract?expain=true", Article{Text: sentence}).is(t, http.StatusUnprocessableEntity)
	ask(t, s, http.MethodPost, "/v1/extract", "{", "Content-Type", "application/json").is(t, http.StatusBadRequest)
	ask(t, s, http.MethodGet, "/v1/nothing", nil).is(t, http.StatusNotFound)
}

func TestReadFile(t *testing.T) {
	lines := `{"id":"a","text":"` + strings.ReplaceAll(sentence, `"`, `\"`) + `"}` + "\n{broken\n" + `{"id":"b","text":"قال المدير إن العمل مستمر."}` + "\n"
	a := ask(t, newServer(t, Options{}), http.MethodPost, "/v1/read?name=two.jsonl", lines, "Content-Type", "application/octet-stream").is(t, http.StatusOK)
	var got []string
	for line := range strings.Lines(a.body) {
		l := decode[ReadLine](t, answer{body: line})
		if l.Document != nil {
			got = append(got, l.Document.ID)
		} else {
			got = append(got, l.Where)
		}
	}
	if diff := cmp.Diff([]string{"a", "two.jsonl:2", "b"}, got); diff != "" {
		t.Errorf("articles and errors (-want +got):\n%s", diff)
	}
}

func FuzzExtractRequest(f *testing.F) {
	f.Add(`{"text":"قال: نعم"}`)
	f.Add(`{"html":"<p>قال المدير إن العمل مستمر","id":"\ud800"}`)
	f.Add(`{"text":"\u0000\uffff"}`)
	s := newServer(f, Options{Limits: Limits{Article: 10_000}})
	f.Fuzz(func(t *testing.T, body string) {
		a := ask(t, s, http.MethodPost, "/v1/extract?explain=true", body, "Content-Type", "application/json")
		if a.StatusCode >= 500 {
			t.Errorf("status %d: %s", a.StatusCode, a.body)
		}
		if a.StatusCode == http.StatusOK {
			x := decode[Extraction](t, a)
			sound(t, x.Document.Text, x.Statements)
			if again := ask(t, s, http.MethodPost, "/v1/extract?explain=true", body, "Content-Type", "application/json"); again.body != a.body {
				t.Errorf("first %s, then %s", a.body, again.body)
			}
		}
	})
}

// sound checks that the statements of a text are in order and that each span is a
// slice of the text, in code points.
func sound(t *testing.T, text string, list []quotes.Record) {
	t.Helper()
	points := []rune(text)
	for i, r := range list {
		if r.ID != i+1 || i > 0 && r.Content.Start < list[i-1].Content.Start {
			t.Errorf("statement %d has the id %d and begins at %d", i+1, r.ID, r.Content.Start)
		}
		for _, s := range append([]quotes.RecordSpan{r.Content, r.Cue.RecordSpan, r.Speaker.Mention}, r.Quotes...) {
			if s.Start < 0 || s.Start > s.End || s.End > len(points) || string(points[s.Start:s.End]) != s.Text {
				t.Errorf("%q is not at %d to %d", s.Text, s.Start, s.End)
			}
		}
		for k, q := range r.Quotes {
			if q.Start < r.Content.Start || q.End > r.Content.End || k > 0 && q.Start < r.Quotes[k-1].End {
				t.Errorf("%q at %d is not in %q, or overlaps another", q.Text, q.Start, r.Content.Text)
			}
		}
	}
}
