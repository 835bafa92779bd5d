package speakers

import (
	"maps"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// Some words are so frequent in and around phrases that each has weights of its
// own: اليوم, غير, لدى. The table of weights says which, by the names of their
// features.

// vocabulary numbers these words.
type vocabulary struct {
	words  []string // folded
	number map[string]int32
	coded  []codedWord // those that have a code: open addressing, a power of two long
}

// codedWord is a word by its code, 0 in a free place.
type codedWord struct {
	code   uint64
	number int32
}

func newVocabulary(words []string) *vocabulary {
	v := &vocabulary{words: words, number: make(map[string]int32, len(words))}
	size := 1
	for size < 2*len(words)+1 {
		size *= 2
	}
	v.coded = make([]codedWord, size)
	for i, w := range words {
		v.number[w] = int32(i)
		if code := arabic.Code(w); code != 0 {
			*v.place(code) = codedWord{code, int32(i)}
		}
	}
	return v
}

// place returns where the word with a code stands, or the free place where it
// belongs.
func (v *vocabulary) place(code uint64) *codedWord {
	for i := arabic.Spread(code) >> 32; ; i++ {
		w := &v.coded[i&uint64(len(v.coded)-1)]
		if w.code == code || w.code == 0 {
			return w
		}
	}
}

// The features of a word: that it is the unit's, and that of the unit before.
const (
	wordIs = iota
	wordBefore
	wordFeatures
)

var wordFeatureNames = [wordFeatures]string{"word ", "behind "}

// size returns how many features the words have.
func (v *vocabulary) size() int {
	return len(v.words) * wordFeatures * labelCount * labelCount
}

// feature returns the number of a feature of word w for a pair of labels, behind
// those of the layout.
func (v *vocabulary) feature(w int32, which, pair int) int {
	return layout.size + (int(w)*wordFeatures+which)*labelCount*labelCount + pair
}

// names visits the names of the features in their order.
func (v *vocabulary) names(visit func(string)) {
	for _, w := range v.words {
		for _, which := range wordFeatureNames {
			for pair := range labelCount * labelCount {
				visit(pairName(pair) + ": " + which + w)
			}
		}
	}
}

// of returns the number of the word of unit i, -1 for one without.
func (v *vocabulary) of(s *patterns.Scan, i int) int32 {
	if v == nil || i < 0 || i >= len(s.Units) || s.Units[i].Span >= 0 || !s.Units[i].Class.Any(patterns.Word) {
		return -1
	}
	if code := s.Text.Tokens[s.Units[i].First].Code; code != 0 {
		if w := v.place(code); w.code != 0 {
			return w.number
		}
		return -1
	}
	if n, ok := v.number[s.Key(i)]; ok {
		return n
	}
	return -1
}

// featureNamesOf visits the names of all features in their order.
func featureNamesOf(v *vocabulary, visit func(string)) {
	newLayout(visit)
	v.names(visit)
}

// tableVocabulary returns the words that features of a table are of.
func tableVocabulary(table patterns.Weights) *vocabulary {
	words := map[string]bool{}
	for name := range table {
		_, rest, _ := strings.Cut(name, ": ")
		for _, which := range wordFeatureNames {
			if w, ok := strings.CutPrefix(rest, which); ok && w != "" {
				words[w] = true
			}
		}
	}
	return newVocabulary(slices.Sorted(maps.Keys(words)))
}

// countVocabulary returns the words that examples have often enough to learn
// something of each.
func countVocabulary(examples []PhraseExample) *vocabulary {
	const often = 25
	count := map[string]int{}
	for _, e := range examples {
		for i := max(0, e.Start-1); i <= e.Start+len(e.Labels) && i < len(e.Scan.Units); i++ {
			if u := e.Scan.Units[i]; u.Span < 0 && u.Class.Any(patterns.Word) {
				count[e.Scan.Key(i)]++
			}
		}
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n < often })
	return newVocabulary(slices.Sorted(maps.Keys(count)))
}
