package patterns

import (
	"fmt"
	"sort"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// Rules see a unit as one rune, its symbol. Class sets that no expression in
// the rules tells apart share one, so that a few dozen symbols do for hundreds
// of sets: all of them in ASCII, where the engine tests membership by a bit.

// firstSymbol lies behind the control characters and the space.
const firstSymbol = '!'

// symbols maps sets of classes, as far as rules speak of them, to symbols.
type symbols struct {
	mask  Class // the classes that rules speak of
	of    map[Class]rune
	one   []Class    // by symbol: one of the sets that it stands for
	table []symbolOf // of for many look-ups: open addressing, a power of two long
	other rune       // of a set that no spelling has
}

type symbolOf struct {
	class  Class
	symbol rune // 0 for a free place
}

// newSymbols gives the class sets of l a symbol for every combination of
// expressions that accept them.
func newSymbols(l *Lexicon, mask Class, exprs []*expr) *symbols {
	sets := map[Class]bool{0: true}
	for c := range l.classSets(mask) {
		sets[c] = true
		sets[(c|Function)&mask] = true
	}
	for _, c := range []Class{Colon, Comma, Stop, Dash, Break, Quoted, QuotedName, Quoted | Stop} {
		sets[c&mask] = true
	}
	ordered := make([]Class, 0, len(sets))
	for c := range sets {
		ordered = append(ordered, c)
	}
	sort.Slice(ordered, func(i, j int) bool { return ordered[i] < ordered[j] })

	y := &symbols{mask: mask, of: make(map[Class]rune, len(ordered))}
	known := map[string]rune{} // by the expressions that accept them
	accepted := make([]byte, len(exprs))
	for _, c := range ordered {
		for i, e := range exprs {
			accepted[i] = 0
			if e.accepts(c) {
				accepted[i] = 1
			}
		}
		r, ok := known[string(accepted)]
		if !ok {
			r = rune(firstSymbol + len(known))
			known[string(accepted)] = r
			y.one = append(y.one, c)
		}
		y.of[c] = r
	}
	y.other = y.of[Word&mask]
	size := 64
	for size < 4*len(ordered) {
		size *= 2
	}
	y.table = make([]symbolOf, size)
	for _, c := range ordered {
		i := y.place(c)
		for y.table[i].symbol != 0 {
			i = (i + 1) % len(y.table)
		}
		y.table[i] = symbolOf{c, y.of[c]}
	}
	return y
}

// place returns where the search for a set begins.
func (y *symbols) place(c Class) int {
	return int(arabic.Spread(uint64(c)) >> 32 % uint64(len(y.table)))
}

// symbol returns the symbol of a unit's classes.
func (y *symbols) symbol(c Class) rune {
	c &= y.mask
	for i := y.place(c); y.table[i].symbol != 0; i = (i + 1) % len(y.table) {
		if y.table[i].class == c {
			return y.table[i].symbol
		}
	}
	return y.other
}

// count returns how many symbols there are.
func (y *symbols) count() int { return len(y.one) }

// runeSet writes the symbols of the class sets that e accepts as a character class.
func (y *symbols) runeSet(e *expr) string {
	var b strings.Builder
	for i, c := range y.one {
		if e.accepts(c) {
			fmt.Fprintf(&b, `\u%04x`, firstSymbol+i) // many of them mean something in a character class
		}
	}
	if b.Len() == 0 {
		return `[^\s\S]`
	}
	return "[" + b.String() + "]"
}
