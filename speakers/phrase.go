package speakers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/qawl-nlp/qawl/patterns"
)

// Where does the phrase of a source end, and which of its words are the name?
// وزير الخارجية الأميركي | أنتوني بلينكن | إن … The units of a phrase get labels
// one by one, and the row of labels that its weights speak for most is taken
// (Viterbi's algorithm over a linear chain, as in taggers of named entities).
// The weights are in patterns/weights/phrase.yaml; features.go names them.

// PhraseLabel is the part that a unit plays in the phrase of a source.
type PhraseLabel uint8

// The labels of units.
const (
	Outside     PhraseLabel = iota // behind the phrase
	Description                    // title, office, description, a comma inside
	NamePart                       // personal name

	labelCount = 3
)

// start stands for the label before the first unit; no phrase has Outside there.
const start = Outside

// Phrases splits the phrases of sources into title and name.
type Phrases struct {
	weights []float64 // in the order of layout, then of words
	words   *vocabulary
	sums    *phraseSums
	largest float64 // the size of the largest weight
}

// How far the rows of labels may be behind the best end there was: so many
// weights of the largest size there is at once, and one more with each unit up to
// the widest; beyond that none catches up. In twenty thousand articles none did
// that was less than one such weight within these bounds.
const beamStart, beamWidest = 7, 13.5

// NewPhrases returns the tagger with the given table of weights.
func NewPhrases(table patterns.Weights) (*Phrases, error) {
	words := tableVocabulary(table)
	p := &Phrases{weights: make([]float64, 0, layout.size+words.size()), words: words}
	known := 0
	featureNamesOf(words, func(name string) {
		w, ok := table[name]
		if ok {
			known++
		}
		p.weights = append(p.weights, w)
	})
	if known < len(table) {
		return nil, unknownFeature(table, words)
	}
	p.sums = newPhraseSums(p.weights, words)
	for _, w := range p.weights {
		p.largest = max(p.largest, math.Abs(w))
	}
	return p, nil
}

// unknownFeature names a feature of a table that there is none of.
func unknownFeature(table patterns.Weights, words *vocabulary) error {
	rest := maps.Clone(table)
	featureNamesOf(words, func(name string) { delete(rest, name) })
	for _, name := range slices.Sorted(maps.Keys(rest)) {
		return fmt.Errorf("phrase: no feature is called %q", name)
	}
	return nil
}

// LongestPhrase bounds a phrase, in units.
const LongestPhrase = 24

// endsPhrase reports whether no phrase goes on through unit i: a sign, a
// conjunction, the occasion of the speech (في تصريح) or whom it's told (لصحيفة).
func endsPhrase(s *patterns.Scan, i int) bool {
	c := s.Units[i].Class
	next := patterns.Break
	if i+1 < len(s.Units) {
		next = s.Units[i+1].Class
	}
	switch {
	case c.Any(PhraseEnds):
		return true
	case c.Any(patterns.Dash) && next.Any(patterns.AnyVerb) && !next.Any(heads|names|patterns.Common):
		return true // 14 شعبان — دشّن الوزير
	case c.Any(patterns.Preposition) && !c.Any(patterns.TitleLink):
		return next.Any(patterns.Quoting) && !next.Any(patterns.Organization|patterns.Title)
	case c.Any(patterns.Adverb) && !c.Any(heads|names|patterns.Common|patterns.Nisba|patterns.Place):
		return true // المحللون أيضا، قليجدار أوغلو مشبها
	case i > 0 && s.Units[i-1].Class.Any(patterns.Name) && !c.Any(heads|names|patterns.Place) && (c.Any(patterns.Time) || c.Has(patterns.Prep|patterns.Article)):
		return true // نعمان قورتولموش اليوم، فوزية خان بالدعاء
	case c.Any(patterns.PrepLi):
		return c.Any(patterns.Media) && !(c.Any(patterns.Title) && !c.Any(patterns.Article)) || s.Key(i) == "ل" && next.Any(patterns.QuotedName|patterns.Quoted)
	case c.Any(patterns.Prep):
		return c.Any(patterns.Quoting) && !c.Any(patterns.Organization|patterns.Title)
	case c.Any(patterns.WithPronoun) && !c.Any(heads|names|patterns.Place):
		// قوله, and what is no name behind a name: جميل عطية رفضه
		// or behind a definite noun: أعلنت شركة الألبان عزمها
		return c.Any(patterns.Noun) || behindName(s, i) || i > 0 && s.Units[i-1].Class.Any(patterns.Article) && !c.Any(patterns.Conj|patterns.Prep|patterns.PrepLi)
	case c.Any(patterns.Common) && !c.Any(heads|names|patterns.Place):
		return behindName(s, i) && strings.HasSuffix(s.Text.Letters(s.Units[i].First), "ه") // with a pronoun, not with ة
	}
	return false
}

// neverName reports whether unit i can't be part of a name.
func neverName(s *patterns.Scan, i int) bool {
	c := s.Units[i].Class
	switch {
	case c.Any(patterns.Name | patterns.NameLink):
		return false
	case c.Has(patterns.Anonymous | patterns.Article):
		return !c.Any(patterns.MaybeName) // الطلاب
	}
	return c.Any(patterns.Preposition|patterns.Comma|patterns.Dash) && !c.Any(patterns.Title)
}

// behindName reports whether the word before unit i is known as a name, and i
// is long enough for a noun with a pronoun.
func behindName(s *patterns.Scan, i int) bool {
	return i > 0 && s.Units[i-1].Class.Any(patterns.Name|patterns.MaybeName) && len(s.Key(i)) >= len("رفضه")
}

// PhraseEnds are signs and words that no phrase goes on through.
const PhraseEnds = patterns.An | patterns.BiAn | patterns.Relative | patterns.Source | patterns.Colon | patterns.Stop | patterns.Break | patterns.Quoted

// DefaultPhrases returns the tagger with the built-in weights.
var DefaultPhrases = sync.OnceValue(func() *Phrases {
	w, err := patterns.LoadWeights("phrase")
	if err == nil {
		var p *Phrases
		if p, err = NewPhrases(w); err == nil {
			return p
		}
	}
	panic("qawl: built-in weights: " + err.Error()) // a test loads them, so no user sees this
})

// Label returns the labels of the phrase that begins at unit i of s and ends
// before limit; there is at least one.
func (p *Phrases) Label(s *patterns.Scan, i, limit int) []PhraseLabel {
	known := &shapes{}
	known.recur.reset(s, nil)
	known.recur.whole = true
	return p.label(nil, s, i, limit, known)
}

// label appends the labels of [Phrases.Label] to out.
func (p *Phrases) label(out []PhraseLabel, s *patterns.Scan, i, limit int, known *shapes) []PhraseLabel {
	limit = min(limit, i+LongestPhrase, len(s.Units))
	known.row.begin(p.sums, s, i, limit, known)
	return decode(out, s, i, limit, p.largest, &known.row)
}

// scores are the sums of weights for giving a unit a label, by pair of labels:
// that of the unit before times labelCount, and its own.
type scores [labelCount * labelCount]float64

// scorer gives the scores of the k-th unit of a phrase.
type scorer interface{ scores(k int) *scores }

// decode appends the best labels of the units from i to limit, of which there
// are at most LongestPhrase. It asks for the scores of each unit in turn, and
// stops where all rows of labels are further behind the best end than weights of
// at most the size largest make up for.
func decode(out []PhraseLabel, s *patterns.Scan, i, limit int, largest float64, of scorer) []PhraseLabel {
	const ( // pairs of labels, by what the second does behind the first
		describe, rename      = Description*labelCount + Description, Description*labelCount + NamePart
		resume, name          = NamePart*labelCount + Description, NamePart*labelCount + NamePart
		endTitle, endName     = Description*labelCount + Outside, NamePart*labelCount + Outside
		startTitle, startName = start*labelCount + Description, start*labelCount + NamePart
	)
	never := math.Inf(-1)
	var from [LongestPhrase][labelCount]PhraseLabel // best label before, by unit and label
	v := of.scores(0)
	title, named := v[startTitle], v[startName] // the best scores of rows that end in each label
	if neverName(s, i) {
		named = never
	}
	best, bestEnd, bestLast := never, 1, Description
	for k := 1; ; k++ {
		v = of.scores(k)
		if end := title + v[endTitle]; end > best {
			best, bestEnd, bestLast = end, k, Description
		}
		if end := named + v[endName]; end > best {
			best, bestEnd, bestLast = end, k, NamePart
		}
		if i+k >= limit || best-max(title, named) > largest*min(beamStart+float64(k-bestEnd), beamWidest) || endsPhrase(s, i+k) {
			break
		}
		titleBefore, namedBefore := title, named
		title, from[k][Description] = titleBefore+v[describe], Description
		if sum := namedBefore + v[resume]; sum > title {
			title, from[k][Description] = sum, NamePart
		}
		named, from[k][NamePart] = titleBefore+v[rename], Description
		if sum := namedBefore + v[name]; sum > named {
			named, from[k][NamePart] = sum, NamePart
		}
		if neverName(s, i+k) {
			named = never
		}
	}
	first := len(out)
	out = slices.Grow(out, bestEnd)[:first+bestEnd]
	labels := out[first:]
	for k := bestEnd - 1; k >= 0; k-- {
		labels[k] = bestLast
		bestLast = from[k][bestLast]
	}
	return out
}
