package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/internal/points"
	"github.com/qawl-nlp/qawl/quotes"
)

func (s *Server) gold(api huma.API) {
	type input struct {
		Part string `query:"part" enum:"annotation,articles" default:"annotation" doc:"annotation: who said what, the file that scores are taken from; articles: the texts it is about"`
		Body CheckedArticles
	}
	op := s.operation(http.MethodPost, "/v1/gold", "gold", "Files", "Checked articles as a gold file",
		"Writes what a person made of the statements in the form that qawl eval and qawl's fitting read, one article a line.", s.limits.Upload)
	op.Errors = append(op.Errors, http.StatusUnprocessableEntity)
	op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{ndjson: {}}}}
	huma.Register(api, op, func(ctx context.Context, in *input) (*file, error) {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		for _, c := range in.Body.Articles {
			if in.Part == "articles" {
				if err := enc.Encode(map[string]string{"id": c.Document.ID, "title": c.Document.Title, "source": c.Document.Outlet, "text": c.Document.Text}); err != nil {
					return nil, err
				}
				continue
			}
			a, err := s.analyze(ctx, c.Document.Text)
			if err != nil {
				return nil, err
			}
			annotation, err := annotate(c, a)
			if err != nil {
				return nil, err
			}
			if err := enc.Encode(annotation); err != nil {
				return nil, err
			}
		}
		if in.Part == "articles" {
			return newFile("gold.docs.jsonl", ndjson, b.Bytes()), nil
		}
		return newFile("gold.jsonl", ndjson, b.Bytes()), nil
	})
}

// annotate makes the annotation of an article of its checked statements.
func annotate(c Checked, a *quotes.Analysis) (eval.Article, error) {
	count := points.In(c.Document.Text)
	statements := a.Statements
	if c.Statements != nil {
		var err error
		if statements, err = c.statements(count); err != nil {
			return eval.Article{}, err
		}
	}
	span := func(s quotes.Span) eval.Span {
		if s.Text == "" {
			return eval.Span{}
		}
		return eval.Span{Start: count.Before(s.Start), End: count.Before(s.End)}
	}
	out := eval.Article{Doc: c.Document.ID, Entities: map[string]eval.Entity{}}
	for i, st := range statements {
		if st.Speaker.ID == "" || st.Speaker.Name == "" {
			return out, huma.Error422UnprocessableEntity(fmt.Sprintf("article %q: statements[%d].speaker has no id or no name", c.Document.ID, i))
		}
		how := st.Speaker.How
		if how == "" {
			how = "name"
		}
		out.Statements = append(out.Statements, eval.GoldStatement{
			Span: span(st.Content), Type: string(st.Type), Speaker: st.Speaker.ID, How: string(how), Cue: span(st.Cue.Span),
		})
		e, known := out.Entities[st.Speaker.ID]
		if !known {
			e = eval.Entity{Name: st.Speaker.Name, Kind: string(st.Speaker.Kind)}
			if strings.Contains(c.Document.Text, st.Speaker.Name) {
				e = withAlias(e, st.Speaker.Name)
			}
		}
		out.Entities[st.Speaker.ID] = withAlias(e, st.Speaker.Mention.Text)
	}
	for _, found := range a.Entities() {
		e, ok := out.Entities[found.ID]
		if !ok || e.Name != found.Name {
			continue
		}
		for _, m := range found.Mentions {
			e = withAlias(e, m.Text)
		}
		out.Entities[found.ID] = e
	}
	for _, m := range marks(a) {
		out.Quotes = append(out.Quotes, eval.MarkedSpan{Span: span(m.Span), Label: label(m, statements)})
	}
	return out, nil
}

func withAlias(e eval.Entity, words string) eval.Entity {
	if words != "" && !slices.Contains(e.Aliases, words) {
		e.Aliases = append(e.Aliases, words)
	}
	return e
}

// marked is a stretch between quotation marks.
type marked struct {
	quotes.Span
	unclear bool // reads as speech, but no statement took it
}

// marks lists the stretches between quotation marks in text order.
func marks(a *quotes.Analysis) []marked {
	var out []marked
	for _, st := range a.Statements {
		for _, q := range st.Quotes {
			out = append(out, marked{Span: q})
		}
	}
	for _, l := range a.LeftOut() {
		out = append(out, marked{l.Span, l.Why == quotes.NoSpeaker || l.Why == quotes.NoStatement})
	}
	slices.SortFunc(out, func(x, y marked) int { return x.Start - y.Start })
	return slices.CompactFunc(out, func(x, y marked) bool { return x.Start == y.Start && x.End == y.End })
}

// label says whose words m are: those of the shortest statement that quotes them.
func label(m marked, statements []quotes.Statement) string {
	shortest := -1
	for i, st := range statements {
		for _, q := range st.Quotes {
			if q.Start <= m.Start && m.End <= q.End && (shortest < 0 || len(st.Content.Text) < len(statements[shortest].Content.Text)) {
				shortest = i
			}
		}
	}
	switch {
	case shortest >= 0:
		return statements[shortest].Speaker.ID
	case m.unclear:
		return eval.Unclear
	}
	return eval.NotSpeech
}
