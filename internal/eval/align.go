package eval

import (
	"cmp"
	"slices"
)

const (
	quoteIoU     = 0.8 // a marked span is found at this overlap or more
	statementIoU = 0.5 // a statement is found at this overlap or more
	unclearIoU   = 0.3 // an unmatched statement above this overlap with an unclear span is ignored
)

// IoU is the overlap of two spans divided by the stretch they cover together, from 0 (apart,
// or one is empty) to 1 (equal).
func IoU(a, b Span) float64 {
	i := min(a.End, b.End) - max(a.Start, b.Start)
	if i <= 0 {
		return 0
	}
	return float64(i) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

func scored(s Statement) bool {
	return s.Type == Direct || s.Type == Mixed || s.Type == Indirect
}

// alignQuotes gives for each marked span of g the index of the system statement whose quoted
// words cover it best, -1 where none does. One statement may serve several marked spans.
func alignQuotes(g Article, system []Statement) []int {
	type quoted struct {
		Span
		by int
	}
	var list []quoted
	for j, s := range system {
		if !scored(s) {
			continue
		}
		for _, q := range s.Quotes {
			list = append(list, quoted{q, j})
		}
		if len(s.Quotes) == 0 && s.Type == Direct {
			list = append(list, quoted{s.Content, j})
		}
	}
	found := make([]int, len(g.Quotes))
	for i, q := range g.Quotes {
		best := 0.0
		found[i] = -1
		for _, sp := range list {
			if v := IoU(q.Span, sp.Span); v > best {
				best = v
				if v >= quoteIoU {
					found[i] = sp.by
				}
			}
		}
	}
	return found
}

// alignment pairs the statements of one article. bySystem runs along the system's statements
// and byGold along the gold ones; both hold the partner's index or -1. overlap is the IoU of
// each gold statement's pair.
type alignment struct {
	byGold   []int
	overlap  []float64
	bySystem []int
	right    []bool // along the system's statements: paired, and the speaker is right
	ignored  []bool // along the system's statements: counts neither way
}

// align pairs gold and system statements one to one, best overlap first; ties go to the
// earlier gold statement, then to the earlier system statement.
func align(g Article, system []Statement) alignment {
	type pair struct {
		v    float64
		i, j int
	}
	var pairs []pair
	for i, a := range g.Statements {
		for j, s := range system {
			if !scored(s) {
				continue
			}
			if v := IoU(a.Span, s.Content); v >= statementIoU {
				pairs = append(pairs, pair{v, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.v, x.v), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})

	al := alignment{
		byGold:   slices.Repeat([]int{-1}, len(g.Statements)),
		overlap:  make([]float64, len(g.Statements)),
		bySystem: slices.Repeat([]int{-1}, len(system)),
		right:    make([]bool, len(system)),
		ignored:  make([]bool, len(system)),
	}
	for _, p := range pairs {
		if al.byGold[p.i] >= 0 || al.bySystem[p.j] >= 0 {
			continue
		}
		al.byGold[p.i], al.bySystem[p.j], al.overlap[p.i] = p.j, p.i, p.v
		al.right[p.j] = SpeakerRight(system[p.j].SpeakerName, g.Entities[g.Statements[p.i].Speaker])
	}

	unclear := slices.Clone(g.Optional)
	for _, q := range g.Quotes {
		if q.Label == Unclear {
			unclear = append(unclear, q.Span)
		}
	}
	for j, s := range system {
		al.ignored[j] = !scored(s) || al.bySystem[j] < 0 && slices.ContainsFunc(unclear, func(u Span) bool {
			return IoU(u, s.Content) > unclearIoU
		})
	}
	return al
}
