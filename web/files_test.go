package web

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/quotes"
)

type checkedBody struct {
	Articles []Checked `json:"articles"`
}

// checked is an article with what is found in it, changed by change.
func checked(t *testing.T, s *Server, text string, change func(*Extraction)) checkedBody {
	t.Helper()
	x := decode[Extraction](t, ask(t, s, http.MethodPost, "/v1/extract", Article{ID: "a1", Text: text}).is(t, http.StatusOK))
	if change != nil {
		change(&x)
	}
	return checkedBody{[]Checked{{Document: x.Document, Statements: x.Statements}}}
}

func TestExportOfWhatWasFoundIsThatOfTheLibrary(t *testing.T) {
	s := newServer(t, Options{})
	text := "😀 " + sentence
	for _, format := range export.Formats() {
		if format == "xlsx" || format == "parquet" { // hold the time of writing; the tests of the page read them back
			continue
		}
		t.Run(format, func(t *testing.T) {
			var want bytes.Buffer
			w, err := export.New(format, &want, files[format].options)
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Write(&quotes.Document{ID: "a1", Text: text}, quotes.Extract(text)); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			given := ask(t, s, http.MethodPost, "/v1/export?format="+format, checked(t, s, text, nil)).is(t, http.StatusOK)
			if diff := cmp.Diff(want.String(), given.body); diff != "" {
				t.Errorf("statements that were given (-library +API):\n%s", diff)
			}
			b := checked(t, s, text, nil)
			b.Articles[0].Statements = nil
			if found := ask(t, s, http.MethodPost, "/v1/export?format="+format, b).is(t, http.StatusOK); found.body != given.body {
				t.Errorf("statements that were found differ from those that were given:\n%s", cmp.Diff(given.body, found.body))
			}
			if d := given.Header.Get("Content-Disposition"); !strings.HasPrefix(d, "attachment; filename=") {
				t.Errorf("disposition %q", d)
			}
		})
	}
}

func TestEveryFormatIsServed(t *testing.T) {
	for _, f := range export.Formats() {
		if _, ok := files[f]; !ok {
			t.Errorf("no ending and media type for %s", f)
		}
	}
}

func TestExportRefusesWhatDoesNotStandInTheArticle(t *testing.T) {
	s := newServer(t, Options{})
	for name, change := range map[string]func(*Extraction){
		"beyond the end":   func(x *Extraction) { x.Statements[0].Content.End = 1000 },
		"turned round":     func(x *Extraction) { x.Statements[0].Content.Start = 90 },
		"before the start": func(x *Extraction) { x.Statements[1].Cue.Start = -1 },
		"a type of none":   func(x *Extraction) { x.Statements[0].Type = "paraphrase" },
		"no text":          func(x *Extraction) { x.Document.Text = "" },
	} {
		t.Run(name, func(t *testing.T) {
			a := ask(t, s, http.MethodPost, "/v1/export?format=csv", checked(t, s, sentence, change)).is(t, http.StatusUnprocessableEntity)
			if !strings.Contains(a.body, "a1") {
				t.Errorf("it does not name the article: %s", a.body)
			}
		})
	}
	ask(t, s, http.MethodPost, "/v1/export?format=docx", checked(t, s, sentence, nil)).is(t, http.StatusUnprocessableEntity)
	ask(t, s, http.MethodPost, "/v1/export", checkedBody{}).is(t, http.StatusUnprocessableEntity)
}

func TestGold(t *testing.T) {
	s := newServer(t, Options{})
	text := sentence + " وقرأ كتاب «ألف ليلة»."
	b := checked(t, s, text, func(x *Extraction) {
		x.Statements[1].Speaker = quotes.RecordSpeaker{ID: "h1", Name: "سامي العلي", Kind: "person", How: "participle"}
	})
	gold, err := eval.ReadGold(strings.NewReader(ask(t, s, http.MethodPost, "/v1/gold", b).is(t, http.StatusOK).body), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	title := slices.Index([]rune(text), 'ك')
	for strings.Index(string([]rune(text)[title:]), "كتاب") != 0 {
		title++
	}
	want := []eval.Article{{
		Doc: "a1",
		Entities: map[string]eval.Entity{
			"s1": {Name: "ليلى الحمداني", Kind: "person", Aliases: []string{"ليلى الحمداني", "وزيرة الزراعة ليلى الحمداني"}},
			"h1": {Name: "سامي العلي", Kind: "person", Aliases: []string{}},
		},
		Quotes: []eval.MarkedSpan{{Span: eval.Span{Start: 45, End: 64}, Label: "s1"}, {Span: eval.Span{Start: title + 6, End: title + 14}, Label: eval.NotSpeech}},
		Statements: []eval.GoldStatement{
			{Span: eval.Span{Start: 36, End: 65}, Type: eval.Mixed, Speaker: "s1", How: "name", Cue: eval.Span{Start: 0, End: 4}},
			{Span: eval.Span{Start: 76, End: 93}, Type: eval.Indirect, Speaker: "h1", How: "participle", Cue: eval.Span{Start: 67, End: 72}},
		},
	}}
	if diff := cmp.Diff(want, gold); diff != "" {
		t.Errorf("gold file (-want +got):\n%s", diff)
	}
	docs, err := eval.ReadDocuments(strings.NewReader(ask(t, s, http.MethodPost, "/v1/gold?part=articles", b).is(t, http.StatusOK).body), "docs.jsonl")
	if err != nil || len(docs) != 1 || docs[0].Text != text {
		t.Errorf("articles of the gold file: %+v, %v", docs, err)
	}
}

func TestGoldOfRejectedWords(t *testing.T) {
	s := newServer(t, Options{})
	b := checked(t, s, sentence, func(x *Extraction) { x.Statements = x.Statements[1:] })
	gold, err := eval.ReadGold(strings.NewReader(ask(t, s, http.MethodPost, "/v1/gold", b).is(t, http.StatusOK).body), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(gold[0].Statements) != 1 || len(gold[0].Quotes) != 1 || gold[0].Quotes[0].Label != eval.NotSpeech {
		t.Errorf("words that a person rejected: %+v", gold[0])
	}
}
