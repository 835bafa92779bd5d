package patterns

import "github.com/dlclark/regexp2/v2/syntax"

// A rule costs microseconds where it is tried and fails. Most failures can be
// told before: what must stand at the first unit, or further on, isn't there.
// Both are read from the compiled patterns, so the rules say nothing of it.

// prefilter tells for up to 64 rules, a bit a rule, which can match at a unit.
type prefilter struct {
	rules []*Rule
	// by symbol:
	first []uint64 // rules that a unit with this symbol may begin a match of
	goes  []uint64 // rules that a unit with this symbol may be part of a match of
	needs []uint64 // rules of whose every match one unit must have this symbol or one of some others
}

const prefilterRules = 64

// newPrefilters makes as many as all rules need, in their order.
func newPrefilters(rules []*Rule, y *symbols) ([]prefilter, error) {
	var out []prefilter
	for len(rules) > 0 {
		f := prefilter{rules: rules[:min(len(rules), prefilterRules)]}
		rules = rules[len(f.rules):]
		f.first, f.goes, f.needs = make([]uint64, y.count), make([]uint64, y.count), make([]uint64, y.count)
		for k, r := range f.rules {
			tree, err := syntax.Parse(r.re.String(), syntax.ParseOptions{RegexOptions: syntax.ExplicitCapture})
			if err != nil {
				return nil, err
			}
			e := survey{count: y.count}.node(tree.Root)
			for s := range y.count {
				if e.nullable || e.first[s] {
					f.first[s] |= 1 << k
				}
				if e.part[s] {
					f.goes[s] |= 1 << k
				}
				if need := e.rarest(); need == nil || need[s] {
					f.needs[s] |= 1 << k
				}
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// candidates returns the rules that may match at unit i of the symbols, as bits.
func (f *prefilter) candidates(symbols []rune, i int) uint64 {
	open := f.first[symbols[i]-firstSymbol]
	found := open & f.needs[symbols[i]-firstSymbol]
	for j := i + 1; j < len(symbols) && open != found; j++ {
		s := symbols[j] - firstSymbol
		open &= f.goes[s] | found
		found |= open & f.needs[s]
	}
	return found
}

// extent says what stands in the matches of a part of a pattern.
type extent struct {
	nullable bool        // it can match nothing
	first    symbolSet   // the first units
	part     symbolSet   // any unit
	need     []symbolSet // each has a member in every match
}

// symbolSet is a set of symbols, counted from firstSymbol.
type symbolSet []bool

func (s symbolSet) add(t symbolSet) {
	for i := range t {
		s[i] = s[i] || t[i]
	}
}

// rarest returns the smallest set of e.need, nil for none.
func (e extent) rarest() symbolSet {
	var best symbolSet
	size := 0
	for _, set := range e.need {
		n := 0
		for _, in := range set {
			if in {
				n++
			}
		}
		if best == nil || n <= size {
			best, size = set, n
		}
	}
	return best
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
	return extent{first: set, part: set, need: []symbolSet{set}}
}

func (v survey) node(n *syntax.RegexNode) extent {
	switch n.T {
	case syntax.NtOne, syntax.NtNotone, syntax.NtSet:
		return v.one(n)
	case syntax.NtOneloop, syntax.NtNotoneloop, syntax.NtSetloop,
		syntax.NtOnelazy, syntax.NtNotonelazy, syntax.NtSetlazy,
		syntax.NtOneloopatomic, syntax.NtNotoneloopatomic, syntax.NtSetloopatomic:
		return v.one(n).repeated(n.M)
	case syntax.NtLoop, syntax.NtLazyloop:
		return v.node(n.Children[0]).repeated(n.M)
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
			all.need = append(all.need, e.need...)
		}
		return all
	case syntax.NtAlternate:
		all := extent{first: v.none(), part: v.none()}
		for _, c := range n.Children {
			e := v.node(c)
			all.nullable = all.nullable || e.nullable
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
	return extent{nullable: true, first: any, part: any}
}

// repeated is e at least min times.
func (e extent) repeated(min int) extent {
	if min == 0 {
		e.nullable, e.need = true, nil
	}
	return e
}
