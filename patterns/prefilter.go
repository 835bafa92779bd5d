package patterns

import (
	"cmp"
	"slices"

	"github.com/dlclark/regexp2/v2/syntax"
)

// A rule costs microseconds where it is tried and fails. Most failures can be
// told before: what must stand at the first unit, or further on, isn't there.
// Both are read from the compiled patterns, so the rules say nothing of it.

// prefilter tells for up to 64 rules, a bit a rule, which can match at a unit.
type prefilter struct {
	rules []*Rule
	// by symbol:
	first []uint64            // rules that a unit with this symbol may begin a match of
	goes  []uint64            // rules that a unit with this symbol may be part of a match of
	needs [needCount][]uint64 // rules of whose every match one unit must have this symbol or one of some others
	// by distance from the first unit: rules of which a unit so far may be needed
	within [window]uint64
}

const (
	prefilterRules = 64
	needCount      = 2 // how many of the units that a rule needs are looked for
)

// newPrefilters makes as many as all rules need, in their order.
func newPrefilters(rules []*Rule, y *symbols) ([]prefilter, error) {
	var out []prefilter
	for len(rules) > 0 {
		f := prefilter{rules: rules[:min(len(rules), prefilterRules)]}
		rules = rules[len(f.rules):]
		for _, masks := range []*[]uint64{&f.first, &f.goes, &f.needs[0], &f.needs[1]} {
			*masks = make([]uint64, y.count())
		}
		for k, r := range f.rules {
			tree, err := syntax.Parse(r.re.String(), syntax.ParseOptions{RegexOptions: syntax.ExplicitCapture})
			if err != nil {
				return nil, err
			}
			f.add(k, survey{y.count()}.node(tree.Root))
		}
		out = append(out, f)
	}
	return out, nil
}

// add notes what e, the extent of the k-th rule, says.
func (f *prefilter) add(k int, e extent) {
	bit := uint64(1) << k
	for s := range f.first {
		if e.nullable || e.first[s] {
			f.first[s] |= bit
		}
		if e.part[s] {
			f.goes[s] |= bit
		}
	}
	slices.SortStableFunc(e.need, func(x, y need) int { return cmp.Compare(x.set.size(), y.set.size()) })
	for n := range f.needs {
		for s := range f.needs[n] {
			if n >= len(e.need) || e.need[n].set[s] {
				f.needs[n][s] |= bit
			}
		}
		if n < len(e.need) {
			for d := range min(e.need[n].within+1, window) {
				f.within[d] |= bit
			}
		}
	}
}

// candidates returns the rules that may match at unit i of the symbols, as bits.
func (f *prefilter) candidates(symbols []rune, i int) uint64 {
	s := symbols[i] - firstSymbol
	open := f.first[s]
	found := open & f.needs[0][s]
	also := open & f.needs[1][s]
	for j := i + 1; j < len(symbols) && open != found&also; j++ {
		s = symbols[j] - firstSymbol
		open &= f.goes[s]&f.within[j-i] | found&also
		found |= open & f.needs[0][s]
		also |= open & f.needs[1][s]
	}
	return found & also
}

// extent says what stands in the matches of a part of a pattern.
type extent struct {
	nullable bool      // it can match nothing
	longest  int       // the most units it matches, window for that many and more
	first    symbolSet // the first units
	part     symbolSet // any unit
	need     []need
}

// need is a set of which every match has a member, and how far behind the
// first unit of the match the first one may stand.
type need struct {
	set    symbolSet
	within int
}

// symbolSet is a set of symbols, counted from firstSymbol.
type symbolSet []bool

func (s symbolSet) add(t symbolSet) {
	for i := range t {
		s[i] = s[i] || t[i]
	}
}

func (s symbolSet) size() int {
	n := 0
	for _, in := range s {
		if in {
			n++
		}
	}
	return n
}

// survey reads extents from parsed patterns over count symbols.
type survey struct{ count int }

func (v survey) none() symbolSet { return make(symbolSet, v.count) }

// one is the extent of a single unit, or of a row of units of one set.
func (v survey) one(n *syntax.RegexNode) extent {
	set := v.none()
	for i := range set {
		r := rune(firstSymbol + i)
		switch {
		case n.IsSetFamily():
			set[i] = n.Set.Contains(r)
		case n.IsNotoneFamily():
			set[i] = r != n.Ch
		default:
			set[i] = r == n.Ch
		}
	}
	return extent{longest: 1, first: set, part: set, need: []need{{set, 0}}}
}

func (v survey) node(n *syntax.RegexNode) extent {
	switch n.T {
	case syntax.NtOne, syntax.NtNotone, syntax.NtSet:
		return v.one(n)
	case syntax.NtOneloop, syntax.NtNotoneloop, syntax.NtSetloop,
		syntax.NtOnelazy, syntax.NtNotonelazy, syntax.NtSetlazy,
		syntax.NtOneloopatomic, syntax.NtNotoneloopatomic, syntax.NtSetloopatomic:
		return v.one(n).repeated(n.M, n.N)
	case syntax.NtLoop, syntax.NtLazyloop:
		return v.node(n.Children[0]).repeated(n.M, n.N)
	case syntax.NtCapture, syntax.NtGroup, syntax.NtAtomic:
		return v.node(n.Children[0])
	case syntax.NtConcatenate:
		all := extent{nullable: true, first: v.none(), part: v.none()}
		for _, c := range n.Children {
			e := v.node(c)
			if all.nullable {
				all.first.add(e.first)
			}
			all.nullable = all.nullable && e.nullable
			all.part.add(e.part)
			for _, need := range e.need {
				all.need = append(all.need, need.behind(all.longest))
			}
			all.longest = min(all.longest+e.longest, window)
		}
		return all
	case syntax.NtAlternate:
		all := extent{first: v.none(), part: v.none()}
		for _, c := range n.Children {
			e := v.node(c)
			all.nullable = all.nullable || e.nullable
			all.longest = max(all.longest, e.longest)
			all.first.add(e.first)
			all.part.add(e.part)
		}
		return all
	case syntax.NtPosLook, syntax.NtNegLook, syntax.NtEmpty, syntax.NtStart, syntax.NtBeginning, syntax.NtBol,
		syntax.NtEol, syntax.NtEnd, syntax.NtEndZ, syntax.NtUpdateBumpalong:
		return extent{nullable: true, first: v.none(), part: v.none()}
	}
	// something that no rule has needed yet: anything may stand there
	any := v.none()
	for i := range any {
		any[i] = true
	}
	return extent{nullable: true, longest: window, first: any, part: any}
}

// repeated is e at least least times and at most most times.
func (e extent) repeated(least, most int) extent {
	if least == 0 {
		e.nullable, e.need = true, nil
	}
	if e.longest > 0 {
		e.longest *= min(most, window/e.longest+1)
		e.longest = min(e.longest, window)
	}
	return e
}

// behind is n with so many units before it.
func (n need) behind(units int) need { return need{n.set, n.within + units} }
