package speakers

import (
	"slices"
	"testing"

	"github.com/qawl-nlp/qawl/patterns"
)

func TestRecurrences(t *testing.T) {
	const text = "وصل شلال شايع إلى الضالع. وأكد شايع أن الطريق مفتوح. وحضر «الشايع»، وغاب حاتم."
	s := patterns.DefaultGrammar().Scan(text)
	var r recurrences
	r.reset(s, nil)
	names := func(i int) (out []string) {
		for b, name := range recurrenceNames {
			if r.of(i)&(1<<b) != 0 {
				out = append(out, name)
			}
		}
		return out
	}
	find := func(word string) int {
		return slices.IndexFunc(s.Units, func(u patterns.Unit) bool { return s.Text.Slice(u.First, u.Last) == word })
	}
	for _, c := range []struct {
		word string
		want []string
	}{
		{"شايع", []string{"again", "often", "again behind cue", "again at the end", "again behind others"}},
		{"حاتم", nil},
		{"شلال", nil},
	} {
		if got := names(find(c.word)); !slices.Equal(got, c.want) {
			t.Errorf("%s recurs as %q, expected %q", c.word, got, c.want)
		}
	}
	verb := find("وأكد")
	s.Units[verb].Class |= patterns.Name
	r.named(verb)
	if got := names(find("شايع")); !slices.Contains(got, "again behind name") {
		t.Errorf("behind what is known as a name now شايع recurs as %q", got)
	}
	s = patterns.DefaultGrammar().Scan("وأكد شايع أن الطريق مفتوح.\n\nوغاب شايع.")
	r.reset(s, nil)
	if got := names(find("شايع")); got != nil {
		t.Errorf("before its next paragraph شايع recurs as %q", got)
	}
	r.whole = true
	if want := []string{"again", "again at the end", "again behind others"}; !slices.Equal(names(find("شايع")), want) {
		t.Errorf("in the whole text شايع recurs as %q, expected %q", names(find("شايع")), want)
	}
	wall := make([]int, len(s.Units)+1)
	for i := find("شايع") + 1; i < len(wall); i++ {
		wall[i] = 1
	}
	r.reset(s, wall)
	if got := names(find("شايع")); got != nil {
		t.Errorf("in an article of its own شايع recurs as %q", got)
	}
}

// Weights of words make these words known; other names are no features.
func TestVocabulary(t *testing.T) {
	p, err := NewPhrases(patterns.Weights{"D>N: word اليوم": 1, "N>O: behind رئيس": 2})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"اليوم", "رئيس"}; !slices.Equal(p.words.words, want) {
		t.Errorf("words %q, expected %q", p.words.words, want)
	}
	if w := p.words.number["رئيس"]; p.weights[p.words.feature(w, wordBefore, int(NamePart)*labelCount+int(Outside))] != 2 {
		t.Error("the weight of رئيس does not stand at its place")
	}
	for _, name := range []string{"D>X: word اليوم", "D>N: word "} {
		if _, err := NewPhrases(patterns.Weights{name: 1}); err == nil {
			t.Errorf("%q is taken for a feature", name)
		}
	}
}
