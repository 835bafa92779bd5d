package eval

import "encoding/json"

// MarshalJSON writes one line of a gold file, as UnmarshalJSON reads it.
func (a Article) MarshalJSON() ([]byte, error) {
	type entity struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Aliases []string `json:"aliases"`
	}
	type marked struct {
		Span
		Label string `json:"label"`
	}
	type statement struct {
		Type    string `json:"type"`
		Speaker string `json:"speaker"`
		How     string `json:"how"`
		Cue     []int  `json:"cue"`
		Span
	}
	out := struct {
		Doc        string            `json:"doc"`
		Quotes     []marked          `json:"quotes"`
		Statements []statement       `json:"statements"`
		Entities   map[string]entity `json:"entities"`
		Optional   []Span            `json:"optional,omitempty"`
	}{Doc: a.Doc, Quotes: []marked{}, Statements: []statement{}, Entities: map[string]entity{}, Optional: a.Optional}
	for _, q := range a.Quotes {
		out.Quotes = append(out.Quotes, marked(q))
	}
	for _, s := range a.Statements {
		st := statement{Type: s.Type, Speaker: s.Speaker, How: s.How, Cue: []int{}, Span: s.Span}
		if s.Cue != (Span{}) {
			st.Cue = []int{s.Cue.Start, s.Cue.End}
		}
		out.Statements = append(out.Statements, st)
	}
	for id, e := range a.Entities {
		out.Entities[id] = entity{e.Name, e.Kind, append([]string{}, e.Aliases...)}
	}
	return json.Marshal(out)
}
