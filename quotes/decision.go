package quotes

// Decision is a choice of antecedent, for fitting the weights.
type Decision struct {
	Content    Span
	Candidates []DecisionCandidate
}

// DecisionCandidate is one who might be meant, with what speaks for it.
type DecisionCandidate struct {
	Name     string
	Features []string
	Chosen   bool
}

// Decisions lists the choices of antecedent that were made in a text.
func (a *Analysis) Decisions() []Decision {
	var out []Decision
	for i, c := range a.cues {
		f := a.frames[i]
		if c.Mention >= 0 || f.kind == "" || f.content.Empty() {
			continue
		}
		d := Decision{Content: unitSpan(a.Scan, f.content)}
		for k := range c.Candidates {
			cand := &c.Candidates[k]
			d.Candidates = append(d.Candidates, DecisionCandidate{
				Name: a.Article.Entities[cand.Entity].Name, Features: cand.Features(), Chosen: cand == c.Candidate,
			})
		}
		out = append(out, d)
	}
	return out
}
