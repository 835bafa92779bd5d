package web

import (
	"slices"

	"github.com/qawl-nlp/qawl/internal/points"
	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// Extraction is an article with what was found in it.
type Extraction struct {
	Document   Document        `json:"document"`
	Statements []quotes.Record `json:"statements" doc:"In text order"`
	Entities   []Entity        `json:"entities" doc:"The sources that the article names: first the speakers of the statements, then the others"`
	LeftOut    []LeftOut       `json:"left_out" doc:"Words between quotation marks that no statement quotes"`
	Reasons    []Reasons       `json:"reasons" doc:"What decided, for each statement; empty unless asked for with explain"`
}

// Entity is a source that the article names.
type Entity struct {
	ID      string        `json:"id" doc:"As in speaker.id of the statements"`
	Name    string        `json:"name"`
	Kind    speakers.Kind `json:"kind" enum:"person,organization,anonymous,document"`
	Role    string        `json:"role"`
	Gender  string        `json:"gender" enum:"m,f,"`
	Aliases []string      `json:"aliases" doc:"The words by which the article names it"`
	Quoted  bool          `json:"quoted" doc:"Whether a statement is attributed to it"`
}

// LeftOut is a stretch between quotation marks that no statement quotes.
type LeftOut struct {
	quotes.RecordSpan
	Why string `json:"why" enum:"name,brackets,no-speaker,no-statement" doc:"name: reads as a name or term; brackets: stands in brackets; no-speaker: reads as speech, but nobody's; no-statement: reads as speech, but no rule took it"`
}

// Reasons are the decisions behind a statement.
type Reasons struct {
	ID       int      `json:"id" doc:"Of the statement"`
	Weighed  []Reason `json:"weighed"`
	Features []string `json:"features" doc:"What the confidence was weighed by, see /v1/weights"`
}

// Reason is a decision that was weighed.
type Reason struct {
	Decision string   `json:"decision" enum:"speech,report,title,antecedent" doc:"speech: whether marked words are speech or a name; report: whether the cue gives the words of a source; title: who bears a title; antecedent: who is meant where the cue has no subject"`
	P        float64  `json:"p" doc:"Probability of the outcome"`
	Features []string `json:"features" doc:"What spoke for or against it, see /v1/weights"`
}

var whys = map[quotes.Why]string{
	quotes.ReadsAsName: "name", quotes.InBrackets: "brackets", quotes.NoSpeaker: "no-speaker", quotes.NoStatement: "no-statement",
}

// extraction puts an analysis into the form of the API.
func extraction(d Document, a *quotes.Analysis, explain bool) *Extraction {
	count := points.In(d.Text)
	x := &Extraction{
		Document:   d,
		Statements: quotes.Records(d.ID, d.Text, a.Statements),
		Entities:   []Entity{}, LeftOut: []LeftOut{}, Reasons: []Reasons{},
	}
	quoted := map[string]bool{}
	for _, st := range a.Statements {
		quoted[st.Speaker.ID] = true
	}
	for _, e := range a.Entities() {
		out := Entity{ID: e.ID, Name: e.Name, Kind: e.Kind, Role: e.Role, Gender: e.Gender, Quoted: quoted[e.ID], Aliases: []string{}}
		for _, m := range e.Mentions {
			if !slices.Contains(out.Aliases, m.Text) {
				out.Aliases = append(out.Aliases, m.Text)
			}
		}
		x.Entities = append(x.Entities, out)
	}
	for _, l := range a.LeftOut() {
		start, end := count.Before(l.Start), count.Before(l.End)
		x.LeftOut = append(x.LeftOut, LeftOut{quotes.RecordSpan{Text: l.Text, Start: start, End: end}, whys[l.Why]})
	}
	if !explain {
		return x
	}
	for _, st := range a.Statements {
		r := Reasons{ID: st.ID, Weighed: []Reason{}}
		for _, w := range st.Reasons {
			if w.Decision == "confidence" {
				r.Features = w.Features
				continue
			}
			r.Weighed = append(r.Weighed, Reason{w.Decision, w.P, w.Features})
		}
		x.Reasons = append(x.Reasons, r)
	}
	return x
}
