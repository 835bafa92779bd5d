package patterns

import (
	"errors"
	"fmt"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// A pattern that can part the same words in many ways tries all of them before it
// finds nothing, and each further word doubles their number. Such a rule is refused
// when it is loaded, as far as it shows behind the beginnings of its examples. What
// shows in an article only ends there, with an error that names the rule.

// matchTimeout bounds one attempt of one rule at one place. An attempt takes
// microseconds; only a rule made to backtrack comes near.
const matchTimeout = 2 * time.Second

// Attempts longer than slowAttempt may take textTimeout over one text in all, and
// unitTimeout more for each of its units.
const (
	slowAttempt = time.Millisecond
	textTimeout = matchTimeout
	unitTimeout = 100 * time.Microsecond
)

var errSlow = errors.New("the rules take too much time over this text, this one the most: its pattern tries too many ways to match")

// attempt is try with a limit on the time that rules take over a text.
func (g *Grammar) attempt(r *Rule, s *Scan, i int) (Match, bool, error) {
	began := time.Now()
	m, ok, err := g.try(r, s, i)
	if took := time.Since(began); took > slowAttempt && err == nil {
		if slowest := s.slow.add(r, took, len(s.Units)); slowest != nil {
			r, err = slowest, errSlow
		}
	}
	if err != nil {
		return m, false, &RuleError{Rule: r.ID, File: r.file, Line: r.line, Offset: int(s.Text.Tokens[s.Units[i].First].Start), Err: err}
	}
	return m, ok, nil
}

// slowness is the time of the slow attempts over a text.
type slowness struct {
	all time.Duration
	of  map[*Rule]time.Duration
}

// add counts an attempt. Where all took too long over a text of so many units it returns
// the rule that took the most.
func (s *slowness) add(r *Rule, took time.Duration, units int) *Rule {
	if s.of == nil {
		s.of = map[*Rule]time.Duration{}
	}
	s.all += took
	s.of[r] += took
	if s.all <= textTimeout+time.Duration(units)*unitTimeout {
		return nil
	}
	for other, took := range s.of {
		if took > s.of[r] {
			r = other
		}
	}
	return r
}

// What a rule is tried on when it is loaded: its examples, cut behind each of so many units,
// and then one symbol or a few over and over. It takes some microseconds each time, and
// is refused if one time after another takes longer than probeTimeout, for the machine may
// be busy, or all of them longer than probeLimit.
const (
	probePlaces  = 16
	probeRepeats = 3 // of the example's own symbols
	probeTries   = 3
	probeTimeout = 200 * time.Millisecond
	probeLimit   = 5 * time.Second
)

// probe returns an error for a rule that takes very long over texts made for it.
func (g *Grammar) probe(r *Rule) error {
	r.re.MatchTimeout = probeTimeout
	defer func() { r.re.MatchTimeout = matchTimeout }()
	began := time.Now()
	for _, ex := range r.Examples {
		s := g.Scan(ex.Text)
		at := g.probePlace(r, s)
		for end := at + 1; end <= min(len(s.Units), at+probePlaces); end++ {
			for pump := range g.pumps(s.symbols[at:], end-at) {
				input := s.symbols[:end:end]
				for len(input) < at+window {
					input = append(input, pump...)
				}
				failed := 0
				for failed < probeTries && r.re.FindRunesMatches(input, at, func(regexp2.MatchView) bool { return false }) != nil {
					failed++
				}
				if failed == probeTries || time.Since(began) > probeLimit {
					return fmt.Errorf("%s:%d: rule %s tries too many ways to match where many words stand behind %q: bound its repetitions, and let no two parts of one take the same words",
						r.file, r.line, r.ID, s.Slice(at, end))
				}
			}
		}
	}
	return nil
}

// probePlace returns the unit of an example where r matches, else the first where it is
// tried, or the end of the text.
func (g *Grammar) probePlace(r *Rule, s *Scan) int {
	place := len(s.Units)
	for i := range s.Units {
		if !s.Units[i].Class.Any(r.on) {
			continue
		}
		if _, ok, err := g.try(r, s, i); ok || err != nil {
			return i
		}
		place = min(place, i)
	}
	return place
}

// pumps are the symbols that may be repeated behind the first n of an example: each
// alone, and the next few of the example.
func (g *Grammar) pumps(example []rune, n int) func(func([]rune) bool) {
	return func(yield func([]rune) bool) {
		for x := range g.symbols.count() {
			if !yield([]rune{rune(firstSymbol + x)}) {
				return
			}
		}
		for k := 2; k <= probeRepeats && n+k <= len(example); k++ {
			if !yield(example[n : n+k]) {
				return
			}
		}
	}
}
