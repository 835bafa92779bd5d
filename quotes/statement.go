// Package quotes reads Arabic news text and returns attributed statements: who
// said what, in which words, where in the text.
package quotes

import (
	"github.com/qawl-nlp/qawl/internal/points"
	"github.com/qawl-nlp/qawl/speakers"
)

// Type is the type of a statement.
type Type string

// The types of statement, as the annotation guidelines define them.
const (
	Direct   Type = "direct"   // the words stand in marks, or verbatim behind a colon
	Mixed    Type = "mixed"    // a clause or phrase of which a part stands in marks
	Indirect Type = "indirect" // a reported clause without marks
)

// Span is a stretch of the text. Start and End are byte offsets, End excluded,
// so that text[Start:End] is Text.
type Span struct {
	Text       string
	Start, End int
}

// Cue is the reporting expression of a statement.
type Cue struct {
	Span
	Lemma string // dictionary form of the verb, empty for a colon or a preposition
	Class string // say, add, affirm …, "source" for a preposition, "headline" for a colon
}

// Speaker is the source of a statement.
type Speaker struct {
	ID      string // the same for every statement of one entity: s1, s2 …
	Name    string // the fullest name in the article, without titles
	Kind    speakers.Kind
	Role    string // the title the article gives
	Gender  string // "m", "f" or empty
	Mention Span   // what stands for the speaker here or before; empty if nothing does
	How     speakers.How
}

// Statement is one attributed statement.
type Statement struct {
	ID         int
	Type       Type
	Content    Span
	Quotes     []Span // the marked words in it that are speech, marks excluded
	Cue        Cue
	Speaker    Speaker
	Via        string // the channel: the agency that quotes the speaker
	Sentence   Span   // what stands around cue and content, see [Analysis.Sentence]
	Confidence float64
	Rules      []string // ids of what decided, in order
	Reasons    []Reason // what was weighed, for explaining
}

// Reason is a decision that was weighed, with what spoke for the outcome.
type Reason struct {
	Decision string // "speech", "report", "title", "antecedent", and last "confidence"
	P        float64
	Features []string // their names; only [Extractor.Analyze] keeps them
}

// Record is the JSON form of a statement. Its offsets count Unicode code
// points of the article, end excluded, as the TextPositionSelector of the W3C
// Web Annotation model does.
type Record struct {
	Doc        string        `json:"doc"`
	ID         int           `json:"id"`
	Type       Type          `json:"type"`
	Content    RecordSpan    `json:"content"`
	Quotes     []RecordSpan  `json:"quotes"`
	Cue        RecordCue     `json:"cue"`
	Speaker    RecordSpeaker `json:"speaker"`
	Via        string        `json:"via"`
	Confidence float64       `json:"confidence"`
	Rules      []string      `json:"rules"`
}

// RecordSpan is a stretch of the article, in code points.
type RecordSpan struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// RecordCue is the cue of a [Record].
type RecordCue struct {
	RecordSpan
	Lemma string `json:"lemma"`
	Class string `json:"class"`
}

// RecordSpeaker is the speaker of a [Record].
type RecordSpeaker struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Kind    speakers.Kind `json:"kind"`
	Role    string        `json:"role"`
	Gender  string        `json:"gender"`
	Mention RecordSpan    `json:"mention"`
	How     speakers.How  `json:"how"`
}

// Records converts the statements of the article doc with the given text into
// their JSON form.
func Records(doc, text string, statements []Statement) []Record {
	c := counter{points.In(text)}
	out := make([]Record, len(statements))
	for i, s := range statements {
		r := Record{
			Doc: doc, ID: s.ID, Type: s.Type, Content: c.span(s.Content), Quotes: make([]RecordSpan, len(s.Quotes)),
			Cue: RecordCue{c.span(s.Cue.Span), s.Cue.Lemma, s.Cue.Class},
			Speaker: RecordSpeaker{
				ID: s.Speaker.ID, Name: s.Speaker.Name, Kind: s.Speaker.Kind, Role: s.Speaker.Role,
				Gender: s.Speaker.Gender, Mention: c.span(s.Speaker.Mention), How: s.Speaker.How,
			},
			Via: s.Via, Confidence: s.Confidence, Rules: s.Rules,
		}
		for k, q := range s.Quotes {
			r.Quotes[k] = c.span(q)
		}
		out[i] = r
	}
	return out
}

// counter makes spans in code points.
type counter struct{ *points.Counter }

func (c counter) span(s Span) RecordSpan {
	if s.Text == "" {
		return RecordSpan{}
	}
	return RecordSpan{Text: s.Text, Start: c.Before(s.Start), End: c.Before(s.End)}
}
