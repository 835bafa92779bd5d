package web

import (
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/internal/points"
	"github.com/qawl-nlp/qawl/quotes"
)

// Checked is an article with its statements as a person left them.
type Checked struct {
	Document   Document        `json:"document"`
	Statements []quotes.Record `json:"statements,omitzero" doc:"Left out: those that /v1/extract finds. A rule that begins with hand. says what a person did"`
}

// CheckedArticles are the articles of a file to be made.
type CheckedArticles struct {
	Articles []Checked `json:"articles" minItems:"1" nullable:"false"`
}

// statements turns records back into statements. Their texts are taken from the
// article, so only the places count.
func (c Checked) statements(count *points.Counter) ([]quotes.Statement, error) {
	out := make([]quotes.Statement, len(c.Statements))
	for i, r := range c.Statements {
		conv := converter{text: c.Document.Text, count: count}
		st := quotes.Statement{
			ID: r.ID, Type: r.Type, Via: r.Via, Confidence: r.Confidence, Rules: r.Rules,
			Content: conv.span("content", r.Content, true),
			Cue:     quotes.Cue{Span: conv.span("cue", r.Cue.RecordSpan, false), Lemma: r.Cue.Lemma, Class: r.Cue.Class},
			Speaker: quotes.Speaker{
				ID: r.Speaker.ID, Name: r.Speaker.Name, Kind: r.Speaker.Kind, Role: r.Speaker.Role, Gender: r.Speaker.Gender,
				Mention: conv.span("speaker.mention", r.Speaker.Mention, false), How: r.Speaker.How,
			},
		}
		for k, q := range r.Quotes {
			st.Quotes = append(st.Quotes, conv.span(fmt.Sprintf("quotes[%d]", k), q, true))
		}
		if conv.err != nil {
			return nil, huma.Error422UnprocessableEntity(fmt.Sprintf("article %q: statements[%d].%v", c.Document.ID, i, conv.err))
		}
		switch r.Type {
		case quotes.Direct, quotes.Mixed, quotes.Indirect:
		default:
			return nil, huma.Error422UnprocessableEntity(fmt.Sprintf("article %q: statements[%d].type is %q, expected direct, mixed or indirect", c.Document.ID, i, r.Type))
		}
		out[i] = st
	}
	return out, nil
}

// converter turns code points into bytes until one is out of place.
type converter struct {
	text  string
	count *points.Counter // of text
	err   error
}

func (c *converter) span(field string, s quotes.RecordSpan, needed bool) quotes.Span {
	if !needed && s.Start == 0 && s.End == 0 {
		return quotes.Span{}
	}
	start, ok := c.count.Byte(s.Start)
	end, ok2 := c.count.Byte(s.End)
	if !ok || !ok2 || start >= end {
		if c.err == nil {
			c.err = fmt.Errorf("%s is %d to %d, expected a place in the article of %d code points", field, s.Start, s.End, c.count.Before(len(c.text)))
		}
		return quotes.Span{}
	}
	return quotes.Span{Text: c.text[start:end], Start: start, End: end}
}
