package main

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// phraseExamples labels every place where an article names one of its sources
// in a form that the annotation lists: the words of a person's name are the
// name, all others describe.
func phraseExamples(corpus []eval.Pair, speech patterns.Weights) []speakers.PhraseExample {
	var out []speakers.PhraseExample
	g, table := patterns.DefaultGrammar(), speech.Table()
	for _, p := range corpus {
		s := g.ScanWith(p.Text, table)
		for _, f := range longestForms(p) {
			if e, ok := phraseExample(s, f); ok {
				out = append(out, e)
			}
		}
	}
	return out
}

// form is a stretch of the text, in bytes, that names an entity.
type form struct {
	start, end int
	entity     eval.Entity
}

// joint tells the names of two who speak together: سامح شكري وجون كيري.
var joint = regexp.MustCompile(`\pL+ و\pL+ \pL+`)

// longestForms finds the forms of all entities of an article, without those
// that stand inside a longer one.
func longestForms(p eval.Pair) []form {
	var all []form
	ids := make([]string, 0, len(p.Gold.Entities))
	for id := range p.Gold.Entities {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		e := p.Gold.Entities[id]
		if e.Kind == "person" && joint.MatchString(e.Name) {
			continue
		}
		for _, a := range append([]string{e.Name}, e.Aliases...) {
			for at := 0; a != ""; {
				k := strings.Index(p.Text[at:], a)
				if k < 0 {
					break
				}
				all = append(all, form{at + k, at + k + len(a), e})
				at += k + len(a)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].start != all[j].start {
			return all[i].start < all[j].start
		}
		return all[i].end > all[j].end
	})
	end := 0
	return slices.DeleteFunc(all, func(f form) bool {
		if f.end <= end {
			return true
		}
		end = f.end
		return false
	})
}

func phraseExample(s *patterns.Scan, f form) (speakers.PhraseExample, bool) {
	const clitics = 3 * len("و") // what may stand before the form in its first word
	t := s.Text.Tokens
	first := sort.Search(len(s.Units), func(i int) bool { return int(t[s.Units[i].Last-1].End) > f.start })
	if first == len(s.Units) || f.start-int(t[s.Units[first].First].Start) > clitics || s.Units[first].Class.Any(patterns.Quoted|patterns.Break) {
		return speakers.PhraseExample{}, false
	}
	var words []string
	if f.entity.Kind == "person" {
		words = strings.Fields(arabic.Fold(f.entity.Name))
	}
	var labels []speakers.PhraseLabel
	for i := first; i < len(s.Units) && int(t[s.Units[i].First].Start) < f.end; i++ {
		from, to := int(t[s.Units[i].First].Start), int(t[s.Units[i].Last-1].End)
		if to > f.end+len("»") {
			return speakers.PhraseExample{}, false // the form ends inside a word
		}
		label := speakers.Description
		if isName(s.Text.Source[max(from, f.start):min(to, f.end)], words) {
			label = speakers.NamePart
		}
		labels = append(labels, label)
	}
	return speakers.NewPhraseExample(s, first, labels)
}

// isName reports whether all words of text are among those of a name.
func isName(text string, name []string) bool {
	words := strings.FieldsFunc(arabic.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		if !slices.ContainsFunc(name, func(n string) bool { return eval.SameSpelling(w, n) }) {
			return false
		}
	}
	return len(words) > 0
}
