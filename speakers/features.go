package speakers

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// The features of a labelled phrase. Their names, as phrase.yaml has them, join
// the label (or the labels before and at the unit) with what is seen:
//
//	"N: is honorific"            the unit has the class
//	"D>N: is nisba"              the same, where a name begins behind a title
//	"N: head title, is common"   the class that the phrase begins with, and that of the unit
//	"N: next AN"                 the class of the next unit
//	"N: then comma"              the class of the one behind it
//	"D>N: after honorific"       the class of the unit before
//	"N: after title, is unknown" that and the unit's own, for telling classes
//	"N: is unknown, next comma"
//	"N: after name, is common, at the end"  where a sign or particle follows
//	"N>O: at the end", "N>O: is common, at the end"
//	"D: place 2"                 how far into the phrase
//	"D>N"                        the labels alone

// traits are what a unit shows beyond its word classes, numbered behind them.
var traits = [...]string{"unknown", "number", "ends-iya", "ends-i", "ends-a", "ends-un", "ends-at", "sign"}

const (
	classBits = 64
	unknown   = classBits + iota - 1
	digits
	endsIya
	endsI
	endsA
	endsUn
	endsAt
	sign
	seenCount = classBits + len(traits)
)

// seen is what a unit shows: its word classes and traits, by number.
type seen []uint8

// telling are the classes that are joined with those of a neighbour.
var telling = tellingIndex(
	patterns.Name, patterns.Common, patterns.Nisba, patterns.Place, patterns.Title, patterns.Organization, patterns.Honorific,
	patterns.Article, patterns.Comma, patterns.Preposition, patterns.AnyVerb, patterns.Verb, patterns.Prep, patterns.PrepLi,
	patterns.Conj, patterns.NameLink, patterns.MaybeName, patterns.Function, patterns.An, patterns.Anonymous, patterns.Document,
	patterns.Noun, patterns.Break, patterns.Colon, patterns.Quoted, patterns.QuotedName, patterns.Media, patterns.Time, patterns.Participle,
)

// closing are the classes of what ends the phrase of a source.
var closing = func() (is [seenCount]bool) {
	for c := uint64(PhraseEnds | patterns.Comma | patterns.Dash | patterns.Preposition | patterns.Negation | patterns.Turn); c != 0; c &= c - 1 {
		is[bits.TrailingZeros64(c)] = true
	}
	return is
}()

const tellingCount = 29 + 3 // the classes above, and unknown, ends-iya, ends-i

func tellingIndex(classes ...patterns.Class) (index [seenCount]int) {
	for i := range index {
		index[i] = -1
	}
	n := 0
	add := func(v int) { index[v] = n; n++ }
	for _, c := range classes {
		add(bits.TrailingZeros64(uint64(c)))
	}
	add(unknown)
	add(endsIya)
	add(endsI)
	return index
}

// headClasses are what a phrase may begin with, the first that fits.
var headClasses = [...]patterns.Class{
	patterns.Honorific, patterns.Title, patterns.Organization, patterns.Anonymous, patterns.Document, patterns.Name, patterns.Quantity,
	patterns.QuotedName, patterns.Place, patterns.Nisba, patterns.NameLink, patterns.Common,
}

const headCount = 2 * (len(headClasses) + 1) // each with and without ال, and others

// unspecific are classes that say nothing of what a word means.
const unspecific = patterns.Word | patterns.Conj | patterns.Prep | patterns.PrepLi | patterns.Article | patterns.WithPronoun

// shown lists what unit i of s shows.
func shown(s *patterns.Scan, i int) seen {
	if i < 0 || i >= len(s.Units) {
		return seen{uint8(bits.TrailingZeros64(uint64(patterns.Break)))}
	}
	out := make(seen, 0, 8)
	c := s.Units[i].Class
	for b := uint64(c &^ patterns.Word); b != 0; b &= b - 1 {
		out = append(out, uint8(bits.TrailingZeros64(b)))
	}
	if !c.Any(patterns.Word) {
		if len(out) == 0 {
			out = append(out, sign)
		}
		return out
	}
	if c&^unspecific == 0 {
		out = append(out, unknown)
	}
	if s.Units[i].Span < 0 && s.Text.Tokens[s.Units[i].First].Kind == arabic.Number {
		out = append(out, digits)
	}
	switch key := s.Key(i); {
	case hasSuffix(key, "يه"):
		out = append(out, endsIya)
	case hasSuffix(key, "ي"):
		out = append(out, endsI)
	case hasSuffix(key, "ه"):
		out = append(out, endsA)
	case hasSuffix(key, "ون"), hasSuffix(key, "ين"):
		out = append(out, endsUn)
	case hasSuffix(key, "ات"):
		out = append(out, endsAt)
	}
	return out
}

// context holds what the units of a phrase and around it show.
type context struct {
	units []seen // from the one before the phrase to two behind it
	head  int
}

func newContext(s *patterns.Scan, i, limit int) *context {
	c := &context{units: make([]seen, 0, limit-i+4)}
	for k := i - 1; k < limit+2; k++ {
		c.units = append(c.units, shown(s, k))
	}
	c.head = headOf(s.Units[i].Class)
	return c
}

func headOf(c patterns.Class) int {
	k := len(headClasses)
	for i, h := range headClasses {
		if c.Any(h) {
			k = i
			break
		}
	}
	if c.Any(patterns.Article) {
		return 2*k + 1
	}
	return 2 * k
}

// features visits the features of giving label l to the k-th unit of the
// phrase behind label prior.
func (c *context) features(k int, prior, l PhraseLabel, visit func(int)) {
	f := &layout
	before, at, next, then := c.units[k], c.units[k+1], seen(nil), seen(nil)
	if k+2 < len(c.units) {
		next = c.units[k+2]
	}
	if k+3 < len(c.units) {
		then = c.units[k+3]
	}
	pair := int(prior)*labelCount + int(l)
	last := false // a sign or a particle follows
	for _, x := range next {
		last = last || closing[x]
	}
	visit(f.labels + pair)
	if last {
		visit(f.pairEnd + pair)
	}
	visit(f.place + int(l)*places + min(k, places-1))
	for _, x := range at {
		visit(f.is + int(l)*seenCount + int(x))
		visit(f.pairIs + pair*seenCount + int(x))
		visit(f.head + (int(l)*headCount+c.head)*seenCount + int(x))
	}
	for _, x := range next {
		visit(f.next + int(l)*seenCount + int(x))
		visit(f.pairNext + pair*seenCount + int(x))
	}
	for _, x := range then {
		visit(f.then + int(l)*seenCount + int(x))
	}
	for _, x := range before {
		visit(f.pairAfter + pair*seenCount + int(x))
	}
	for _, y := range at {
		ty := telling[y]
		if ty < 0 {
			continue
		}
		if last {
			visit(f.pairIsEnd + pair*tellingCount + ty)
		}
		for _, x := range before {
			if tx := telling[x]; tx >= 0 {
				visit(f.afterIs + (int(l)*tellingCount+tx)*tellingCount + ty)
				if last {
					visit(f.atEnd + (int(l)*tellingCount+tx)*tellingCount + ty)
				}
			}
		}
		for _, x := range next {
			if tx := telling[x]; tx >= 0 {
				visit(f.isNext + (int(l)*tellingCount+ty)*tellingCount + tx)
			}
		}
	}
}

// places is how many units of a phrase are told apart by their place.
const places = 5

// layout says where the weights of each kind of feature stand.
var layout = newLayout()

type featureLayout struct {
	labels, place, is, pairIs, head, next, pairNext, then, pairAfter, afterIs, isNext, atEnd, pairEnd, pairIsEnd int

	size  int
	names []string
	known map[string]int
}

func newLayout() (f featureLayout) {
	f.known = map[string]int{}
	labels := [labelCount]string{"O", "D", "N"}
	before := [labelCount]string{"", "D", "N"}
	block := func(at *int, name func(yield func(string))) {
		*at = f.size
		name(func(n string) {
			f.names = append(f.names, n)
			f.known[n] = f.size
			f.size++
		})
	}
	each := func(format string, words []string) func(func(string)) {
		return func(yield func(string)) {
			for _, l := range labels {
				for _, w := range words {
					yield(fmt.Sprintf(format, l, w))
				}
			}
		}
	}
	pairs := func(format string, words []string) func(func(string)) {
		return func(yield func(string)) {
			for _, b := range before {
				for _, l := range labels {
					for _, w := range words {
						yield(strings.TrimSuffix(fmt.Sprintf(format, b, l, w), ": "))
					}
				}
			}
		}
	}
	seenNames := make([]string, seenCount)
	tellingNames := make([]string, tellingCount)
	for i := range seenNames {
		if i < classBits {
			seenNames[i] = patterns.Class(1 << i).String()
		} else {
			seenNames[i] = traits[i-classBits]
		}
		if t := telling[i]; t >= 0 {
			tellingNames[t] = seenNames[i]
		}
	}
	var heads, afterIs, isNext, distance []string
	for _, h := range append(headClasses[:], 0) {
		name := h.String()
		if h == 0 {
			name = "other"
		}
		for _, article := range []string{"", "+article"} {
			for _, x := range seenNames {
				heads = append(heads, name+article+", is "+x)
			}
		}
	}
	for _, x := range tellingNames {
		for _, y := range tellingNames {
			afterIs = append(afterIs, x+", is "+y)
			isNext = append(isNext, x+", next "+y)
		}
	}
	for i := range places {
		distance = append(distance, fmt.Sprint(i))
	}
	block(&f.labels, pairs("%s>%s: %s", []string{""}))
	block(&f.place, each("%s: place %s", distance))
	block(&f.is, each("%s: is %s", seenNames))
	block(&f.pairIs, pairs("%s>%s: is %s", seenNames))
	block(&f.head, each("%s: head %s", heads))
	block(&f.next, each("%s: next %s", seenNames))
	block(&f.pairNext, pairs("%s>%s: next %s", seenNames))
	block(&f.then, each("%s: then %s", seenNames))
	block(&f.pairAfter, pairs("%s>%s: after %s", seenNames))
	block(&f.afterIs, each("%s: after %s", afterIs))
	block(&f.isNext, each("%s: is %s", isNext))
	block(&f.atEnd, each("%s: after %s, at the end", afterIs))
	block(&f.pairEnd, pairs("%s>%s: %s", []string{"at the end"}))
	block(&f.pairIsEnd, pairs("%s>%s: is %s, at the end", tellingNames))
	return f
}

func (f *featureLayout) index(name string) (int, error) {
	if k, ok := f.known[name]; ok {
		return k, nil
	}
	return 0, fmt.Errorf("phrase: no feature is called %q", name)
}
