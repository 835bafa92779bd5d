package speakers

import (
	"math/bits"
	"strconv"

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
//	"D>N: unknown again behind cue"  how the word recurs in the article, see recur.go
//	"D>N: word اليوم"             the unit is this word, see vocabulary.go
//	"D>N: behind رئيس"           the one before it is
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

// look is what a unit shows, in short.
type look struct {
	class  patterns.Class
	number bool
	ending uint8 // trait of its ending, or 0
}

// lookOf returns the look of unit i of s.
func lookOf(s *patterns.Scan, i int) look {
	if i < 0 || i >= len(s.Units) {
		return look{class: patterns.Break}
	}
	u := &s.Units[i]
	l := look{class: u.Class}
	if u.Class.Any(patterns.Word) && u.Span < 0 {
		l.number = s.Text.Tokens[u.First].Kind == arabic.Number
		l.ending = endingOf(s.Key(i))
	}
	return l
}

func endingOf(key string) uint8 {
	switch {
	case hasSuffix(key, "يه"):
		return endsIya
	case hasSuffix(key, "ي"):
		return endsI
	case hasSuffix(key, "ه"):
		return endsA
	case hasSuffix(key, "ون"), hasSuffix(key, "ين"):
		return endsUn
	case hasSuffix(key, "ات"):
		return endsAt
	}
	return 0
}

// seen lists what a unit with the look l shows.
func (l look) seen() seen {
	out := make(seen, 0, 8)
	for b := uint64(l.class &^ patterns.Word); b != 0; b &= b - 1 {
		out = append(out, uint8(bits.TrailingZeros64(b)))
	}
	switch {
	case l.class.Any(patterns.Word) && l.class&^unspecific == 0:
		out = append(out, unknown)
	case len(out) == 0 && !l.class.Any(patterns.Word):
		out = append(out, sign)
	}
	if l.number {
		out = append(out, digits)
	}
	if l.ending != 0 {
		out = append(out, l.ending)
	}
	return out
}

// context holds what the units of a phrase and around it show.
type context struct {
	units []seen // from the one before the phrase to three behind it
	recur []recurring
	words *vocabulary
	word  []int32 // numbers of the words, from the one before the phrase on
	head  int
}

// recurring is how a unit recurs, as bits, and which kind of word it is.
type recurring struct {
	bits uint16
	kind int
}

// recurringKinds are the kinds of words that recur in their own ways.
var recurringKinds = [...]string{"name", "unknown", "other"}

func recurringKind(c patterns.Class) int {
	switch {
	case c.Any(patterns.Name | patterns.NameLink):
		return 0
	case c&^unspecific == 0:
		return 1
	}
	return 2
}

func newContext(s *patterns.Scan, i, limit int, recur []uint16, words *vocabulary) *context {
	c := &context{units: make([]seen, 0, limit-i+5)}
	ended := false // behind the phrase, and nothing is seen behind a paragraph
	for k := i - 1; k < limit+3; k++ {
		l := lookOf(s, k)
		if ended {
			l = lookOf(s, len(s.Units))
		}
		ended = k >= i && l.class.Any(patterns.Break)
		c.units = append(c.units, l.seen())
	}
	for k, bits := range recur {
		c.recur = append(c.recur, recurring{bits, recurringKind(s.Units[i+k].Class)})
	}
	for k := i - 1; k <= limit; k++ {
		c.word = append(c.word, words.of(s, k))
	}
	c.words, c.head = words, headOf(s.Units[i].Class)
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
	if k+1 < len(c.word) {
		for which, w := range [...]int32{wordIs: c.word[k+1], wordBefore: c.word[k]} {
			if w >= 0 {
				visit(c.words.feature(w, which, pair))
			}
		}
	}
	if k < len(c.recur) {
		for b := c.recur[k].bits; b != 0; b &= b - 1 {
			visit(f.recur + (pair*len(recurringKinds)+c.recur[k].kind)*recurrenceCount + bits.TrailingZeros16(b))
		}
	}
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
var layout = newLayout(nil)

type featureLayout struct {
	labels, place, is, pairIs, head, next, pairNext, then, pairAfter, afterIs, isNext, atEnd, pairEnd, pairIsEnd, recur int

	size int
}

// labelNames are the labels as phrase.yaml has them.
var labelNames = [labelCount]string{"O", "D", "N"}

// pairName names a pair of labels: that of the unit before, empty for the
// first, and its own.
func pairName(pair int) string {
	before := [labelCount]string{"", "D", "N"}
	return before[pair/labelCount] + ">" + labelNames[pair%labelCount]
}

// newLayout visits the names of all features in their order, if visit is not nil.
func newLayout(visit func(name string)) (f featureLayout) {
	var what featureNames
	if visit != nil {
		what = newFeatureNames()
	}
	// each and pairs are blocks of n features for each label, or pair of labels
	block := func(at *int, n int, name func(k int) string) {
		*at = f.size
		f.size += n
		for k := 0; k < n && visit != nil; k++ {
			visit(name(k))
		}
	}
	each := func(at *int, n int, name func(k int) string) {
		block(at, labelCount*n, func(k int) string { return labelNames[k/n] + ": " + name(k%n) })
	}
	pairs := func(at *int, n int, name func(k int) string) {
		block(at, labelCount*labelCount*n, func(k int) string {
			if name == nil {
				return pairName(k / n)
			}
			return pairName(k/n) + ": " + name(k%n)
		})
	}
	pairs(&f.labels, 1, nil)
	each(&f.place, places, func(k int) string { return "place " + strconv.Itoa(k) })
	each(&f.is, seenCount, func(k int) string { return "is " + what.seen[k] })
	pairs(&f.pairIs, seenCount, func(k int) string { return "is " + what.seen[k] })
	each(&f.head, headCount*seenCount, func(k int) string {
		return "head " + what.heads[k/seenCount] + ", is " + what.seen[k%seenCount]
	})
	each(&f.next, seenCount, func(k int) string { return "next " + what.seen[k] })
	pairs(&f.pairNext, seenCount, func(k int) string { return "next " + what.seen[k] })
	each(&f.then, seenCount, func(k int) string { return "then " + what.seen[k] })
	pairs(&f.pairAfter, seenCount, func(k int) string { return "after " + what.seen[k] })
	each(&f.afterIs, tellingCount*tellingCount, func(k int) string {
		return "after " + what.telling[k/tellingCount] + ", is " + what.telling[k%tellingCount]
	})
	each(&f.isNext, tellingCount*tellingCount, func(k int) string {
		return "is " + what.telling[k/tellingCount] + ", next " + what.telling[k%tellingCount]
	})
	each(&f.atEnd, tellingCount*tellingCount, func(k int) string {
		return "after " + what.telling[k/tellingCount] + ", is " + what.telling[k%tellingCount] + ", at the end"
	})
	pairs(&f.pairEnd, 1, func(int) string { return "at the end" })
	pairs(&f.pairIsEnd, tellingCount, func(k int) string { return "is " + what.telling[k] + ", at the end" })
	pairs(&f.recur, len(recurringKinds)*recurrenceCount, func(k int) string {
		return recurringKinds[k/recurrenceCount] + " " + recurrenceNames[k%recurrenceCount]
	})
	return f
}

// featureNames are the parts of the names of features.
type featureNames struct {
	seen    [seenCount]string
	telling [tellingCount]string
	heads   [headCount]string
}

func newFeatureNames() (n featureNames) {
	for i := range n.seen {
		if i < classBits {
			n.seen[i] = patterns.Class(1 << i).String()
		} else {
			n.seen[i] = traits[i-classBits]
		}
		if t := telling[i]; t >= 0 {
			n.telling[t] = n.seen[i]
		}
	}
	for k := range n.heads {
		name := "other"
		if k/2 < len(headClasses) {
			name = headClasses[k/2].String()
		}
		if k%2 == 1 {
			name += "+article"
		}
		n.heads[k] = name
	}
	return n
}
