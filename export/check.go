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
	spans := append([]quotes.Span{s.Content, s.Cue.Span, s.Speaker.Mention, s.Sentence}, s.Quotes...)
	for _, p := range spans {
		if p.Text == "" || p.Start >= 0 && p.Start <= p.End && p.End <= len(text) && text[p.Start:p.End] == p.Text {
			continue
		}
		return fmt.Errorf("statement %d: %.40q does not stand at bytes %d to %d of the text", s.ID, p.Text, p.Start, p.End)
	}
	return nil
}
