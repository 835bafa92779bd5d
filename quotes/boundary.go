package quotes

import "github.com/qawl-nlp/qawl/patterns"

// Boundary is a place where a report may end, for fitting the weights.
type Boundary struct {
	End      int // byte offset of the last word's end before it
	Features []string
}

// Report is a report with the places where it may end.
type Report struct {
	Start      int // byte offset of the first word
	Boundaries []Boundary
}

// Reports lists the reported clauses and the speech of a text with the places
// where they may end.
func (a *Analysis) Reports() []Report {
	s := a.Scan
	starts := a.startsOf(a.frames)
	none := patterns.Weights{}.Table()
	var out []Report
	for i := range a.frames {
		f := &a.frames[i]
		if f.kind != "clause" && f.kind != "speech" && f.kind != "phrase" || f.content.Start >= len(s.Units) {
			continue
		}
		r := Report{Start: int(s.Text.Tokens[s.Units[f.content.Start].First].Start)}
		inside := words{to: settled(s, f)}
		for j := range boundaries(s, f, starts) {
			if j < 0 {
				break
			}
			k := beforeCue(s, j)
			span := f.content
			span.End = k
			trim(s, &span)
			if span.Empty() {
				continue
			}
			e := none.Evidence(true)
			boundaryFeatures(s, f, j, starts, &inside, &e)
			r.Boundaries = append(r.Boundaries, Boundary{unitSpan(s, span).End, e.Names})
		}
		out = append(out, r)
	}
	return out
}
