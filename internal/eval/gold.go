// Package eval scores attributed statements against a gold file.
//
// It computes the same figures as the project's reference script score.py, to two decimals:
// marked spans and statements found, their speakers, types and extent. All spans count
// Unicode code points of the article text, end excluded, unlike the byte spans of the public
// packages.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Statement types that are scored. Statements of any other type are ignored.
const (
	Direct   = "direct"
	Mixed    = "mixed"
	Indirect = "indirect"
)

// Labels of a MarkedSpan that are no entity id.
const (
	NotSpeech = "-" // a name, a title, a term: no source used these words
	Unclear   = "?" // careful readers could disagree: not scored
)

// Span is a stretch of an article's text, in Unicode code points, End excluded.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Entity is one source of an article: its fullest name, its kind (person, organization,
// anonymous, document) and the forms in which the article refers to it.
type Entity struct {
	Name    string
	Kind    string
	Aliases []string
}

// MarkedSpan is the text between one pair of quotation marks. Label is an entity id of the
// article, NotSpeech or Unclear.
type MarkedSpan struct {
	Span
	Label string
}

// GoldStatement is one annotated statement; Span is its content. Speaker is an entity id of
// the article, and How tells how the text names that speaker next to the cue (name, title,
// pronoun, elided, participle, headline).
type GoldStatement struct {
	Span
	Type    string
	Speaker string
	How     string
	Cue     Span
}

// Article is the annotation of one article. Optional spans hold statements that count neither
// way.
type Article struct {
	Doc        string
	Entities   map[string]Entity
	Quotes     []MarkedSpan
	Statements []GoldStatement
	Optional   []Span
}

// Statement is one statement of a system, as far as scoring needs it. Confidence runs from 0
// to 1 and is 0 where the system gives none; Cue is empty where the system gives none.
type Statement struct {
	Doc         string
	Type        string
	Content     Span
	Quotes      []Span
	SpeakerName string
	Cue         Span
	Confidence  float64
	How         string
}

// Document is one article text.
type Document struct {
	ID     string
	Title  string
	Source string
	Text   string
}

// ReadGold reads annotations, one JSON object a line; name is the file's name for errors.
// Labels and speakers must be entities of their article.
func ReadGold(r io.Reader, name string) ([]Article, error) {
	return readLines[Article](r, name, `an annotated article {"doc", "entities", "quotes", "statements"}`)
}

// ReadDocuments reads article texts, one JSON object a line; name is the file's name for errors.
func ReadDocuments(r io.Reader, name string) ([]Document, error) {
	return readLines[Document](r, name, `an article {"id", "title", "source", "text"}`)
}

// ReadStatements reads a system's statements, one JSON object a line, and returns them by
// document in the order of the file; name is the file's name for errors.
func ReadStatements(r io.Reader, name string) (map[string][]Statement, error) {
	list, err := readLines[Statement](r, name, `a statement {"doc", "type", "content": {"start", "end"}, …}`)
	if err != nil {
		return nil, err
	}
	byDoc := make(map[string][]Statement)
	for _, s := range list {
		byDoc[s.Doc] = append(byDoc[s.Doc], s)
	}
	return byDoc, nil
}

// readLines decodes every line that is not blank. It does not use a bufio.Scanner because an
// article on one line may be longer than any limit worth choosing.
func readLines[T any](r io.Reader, name, expected string) ([]T, error) {
	var list []T
	br := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			var v T
			if err := json.Unmarshal(line, &v); err != nil {
				return nil, fmt.Errorf("%s:%d: expected %s: %w", name, n, expected, err)
			}
			list = append(list, v)
		}
		if err != nil {
			return list, nil
		}
	}
}

// jsonSpan tells an absent offset from 0.
type jsonSpan struct {
	Start *int `json:"start"`
	End   *int `json:"end"`
}

func (s *jsonSpan) span() (Span, error) {
	switch {
	case s.Start == nil:
		return Span{}, missing("start")
	case s.End == nil:
		return Span{}, missing("end")
	}
	return Span{*s.Start, *s.End}, nil
}

func spans(key string, list []jsonSpan) ([]Span, error) {
	var out []Span
	for i, s := range list {
		sp, err := s.span()
		if err != nil {
			return nil, at(key, i, err)
		}
		out = append(out, sp)
	}
	return out, nil
}

func missing(key string) error { return fmt.Errorf("missing %q", key) }

func at(key string, i int, err error) error { return fmt.Errorf("%s[%d]: %w", key, i, err) }

// UnmarshalJSON reads one line of a gold file.
func (a *Article) UnmarshalJSON(data []byte) error {
	var in struct {
		Doc      *string `json:"doc"`
		Entities map[string]struct {
			Name    *string  `json:"name"`
			Kind    *string  `json:"kind"`
			Aliases []string `json:"aliases"`
		} `json:"entities"`
		Quotes []struct {
			jsonSpan
			Label *string `json:"label"`
		} `json:"quotes"`
		Statements []struct {
			jsonSpan
			Type    *string `json:"type"`
			Speaker *string `json:"speaker"`
			How     *string `json:"how"`
			Cue     []int   `json:"cue"`
		} `json:"statements"`
		Optional []jsonSpan `json:"optional"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	switch {
	case in.Doc == nil:
		return missing("doc")
	case in.Entities == nil:
		return missing("entities")
	case in.Quotes == nil:
		return missing("quotes")
	case in.Statements == nil:
		return missing("statements")
	}
	out := Article{Doc: *in.Doc, Entities: make(map[string]Entity, len(in.Entities))}
	for id, e := range in.Entities {
		switch {
		case e.Name == nil:
			return fmt.Errorf("entities[%q]: %w", id, missing("name"))
		case e.Kind == nil:
			return fmt.Errorf("entities[%q]: %w", id, missing("kind"))
		}
		out.Entities[id] = Entity{*e.Name, *e.Kind, e.Aliases}
	}
	for i, q := range in.Quotes {
		sp, err := q.span()
		if err != nil {
			return at("quotes", i, err)
		}
		if q.Label == nil {
			return at("quotes", i, missing("label"))
		}
		if _, ok := out.Entities[*q.Label]; !ok && *q.Label != NotSpeech && *q.Label != Unclear {
			return at("quotes", i, fmt.Errorf(`label %q is neither an entity of the article nor "-" nor "?"`, *q.Label))
		}
		out.Quotes = append(out.Quotes, MarkedSpan{sp, *q.Label})
	}
	for i, s := range in.Statements {
		sp, err := s.span()
		if err != nil {
			return at("statements", i, err)
		}
		switch {
		case s.Type == nil:
			return at("statements", i, missing("type"))
		case s.Speaker == nil:
			return at("statements", i, missing("speaker"))
		case s.How == nil:
			return at("statements", i, missing("how"))
		}
		if _, ok := out.Entities[*s.Speaker]; !ok {
			return at("statements", i, fmt.Errorf("speaker %q is not an entity of the article", *s.Speaker))
		}
		var cue Span
		switch len(s.Cue) {
		case 0:
		case 2:
			cue = Span{s.Cue[0], s.Cue[1]}
		default:
			return at("statements", i, fmt.Errorf("cue has %d numbers, expected [start, end]", len(s.Cue)))
		}
		out.Statements = append(out.Statements, GoldStatement{sp, *s.Type, *s.Speaker, *s.How, cue})
	}
	var err error
	if out.Optional, err = spans("optional", in.Optional); err != nil {
		return err
	}
	*a = out
	return nil
}

// UnmarshalJSON reads one statement of the JSON contract. Only doc and content must be there.
func (s *Statement) UnmarshalJSON(data []byte) error {
	var in struct {
		Doc     *string    `json:"doc"`
		Type    string     `json:"type"`
		Content *jsonSpan  `json:"content"`
		Quotes  []jsonSpan `json:"quotes"`
		Cue     Span       `json:"cue"`
		Speaker struct {
			Name string `json:"name"`
			How  string `json:"how"`
		} `json:"speaker"`
		Confidence float64 `json:"confidence"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	switch {
	case in.Doc == nil:
		return missing("doc")
	case in.Content == nil:
		return missing("content")
	}
	content, err := in.Content.span()
	if err != nil {
		return fmt.Errorf("content: %w", err)
	}
	quotes, err := spans("quotes", in.Quotes)
	if err != nil {
		return err
	}
	*s = Statement{
		Doc:         *in.Doc,
		Type:        in.Type,
		Content:     content,
		Quotes:      quotes,
		SpeakerName: in.Speaker.Name,
		Cue:         in.Cue,
		Confidence:  in.Confidence,
		How:         in.Speaker.How,
	}
	return nil
}

// UnmarshalJSON reads one article text. Only id and text must be there.
func (d *Document) UnmarshalJSON(data []byte) error {
	var in struct {
		ID     *string `json:"id"`
		Title  string  `json:"title"`
		Source string  `json:"source"`
		Text   *string `json:"text"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	switch {
	case in.ID == nil:
		return missing("id")
	case in.Text == nil:
		return missing("text")
	}
	*d = Document{*in.ID, in.Title, in.Source, *in.Text}
	return nil
}
