package export

import (
	"fmt"

	"github.com/qawl-nlp/qawl/quotes"
)

// checked refuses statements that do not belong to their document, so that no
// format has to.
type checked struct{ Writer }

func (c checked) Write(d *quotes.Document, statements []quotes.Statement) error {
	for i := range statements {
		if err := belongs(&statements[i], d.Text); err != nil {
			return fmt.Errorf("document %q: %w", d.ID, err)
		}
	}
	return c.Writer.Write(d, statements)
}

// belongs reports a span of s that is not in text.
func belongs(s *quotes.Statement, text string) error {
	if s.Content.Text == "" {
		return fmt.Errorf("statement %d has no content", s.ID)
	}
	for _, p := range [...]*quotes.Span{&s.Content, &s.Cue.Span, &s.Speaker.Mention, &s.Sentence} {
		if !stands(p, text) {
			return misplaced(s, p)
		}
	}
	for i := range s.Quotes {
		if !stands(&s.Quotes[i], text) {
			return misplaced(s, &s.Quotes[i])
		}
	}
	return nil
}

// stands reports whether p is empty or stands in text where it says.
func stands(p *quotes.Span, text string) bool {
	return p.Text == "" || p.Start >= 0 && p.Start <= p.End && p.End <= len(text) && text[p.Start:p.End] == p.Text
}

func misplaced(s *quotes.Statement, p *quotes.Span) error {
	return fmt.Errorf("statement %d: %.40q does not stand at bytes %d to %d of the text", s.ID, p.Text, p.Start, p.End)
}
