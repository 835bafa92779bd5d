package quotes

// Decision is a choice between those who may be meant by a title or a missing
// subject, for fitting the weights.
type Decision struct {
	Content    Span
	Candidates []DecisionCandidate
}

// DecisionCandidate is one who might be meant, with what speaks for it; without a
// name, nobody.
type DecisionCandidate struct {
	Name     string
	Features []string
	Chosen   bool
}

// AntecedentDecisions lists for the cues without a subject who was weighed as
// their antecedent.
func (a *Analysis) AntecedentDecisions() []Decision {
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
				Name: a.Article.Entities[cand.Entity].Name, Features: cand.Weighing.Features, Chosen: cand == c.Candidate,
			})
		}
		out = append(out, d)
	}
	return out
}

// TitleDecisions lists for the statements whose speaker is a bare title who was
// weighed as its bearer.
func (a *Analysis) TitleDecisions() []Decision {
	var out []Decision
	for i, c := range a.cues {
		f := a.frames[i]
		if c.Mention < 0 || f.kind == "" || f.content.Empty() {
			continue
		}
		d := Decision{Content: unitSpan(a.Scan, f.content)}
		for _, b := range a.Article.Bearers[c.Mention] {
			cand := DecisionCandidate{Features: b.Weighing.Features}
			if b.Entity >= 0 {
				cand.Name = a.Article.Entities[b.Entity].Name
				cand.Chosen = b.Entity == a.Article.Mentions[c.Mention].Entity
			}
			d.Candidates = append(d.Candidates, cand)
		}
		if len(d.Candidates) > 0 {
			out = append(out, d)
		}
	}
	return out
}
