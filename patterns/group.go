package patterns

import (
	"go.yaml.in/yaml/v4"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// Group is a set of word groups: words by which no rule is written and that
// need no [Class], but that a decision asks for.
type Group uint8

// The groups, as patterns/lexicon/groups.yaml lists them.
const (
	FirstPerson    Group = 1 << iota // أنا، لدينا: somebody speaks of himself
	SubjectPronoun                   // هو، لكنه: stands for the subject before a verb
	Contrast                         // بينما، لكن: another subject may follow
	Relation                         // والدة، أنصار: the name behind it is of somebody else
	SpelledLetter                    // سي، بي: a letter in a name spelled by its letters
	Tags                             // وسوم: opens the list of an article's tags
)

// In reports whether a folded word belongs to one of the groups g.
func (l *Lexicon) In(g Group, key string) bool {
	return l.grouped.has(key) && l.groups[key]&g != 0
}

// fewWords tells quickly of most words that they are not in a small set: a bit
// for each hash of length, first and last letter, set for those that are.
type fewWords [64]uint64

func (f *fewWords) add(key string) {
	word, bit := f.bit(key)
	*word |= bit
}

// has reports whether key may have been added.
func (f *fewWords) has(key string) bool {
	word, bit := f.bit(key)
	return *word&bit != 0
}

func (f *fewWords) bit(key string) (word *uint64, bit uint64) {
	n := len(key)
	if n < 2 {
		return &f[0], 1
	}
	h := arabic.Spread(uint64(key[1])|uint64(key[n-1])<<8|uint64(n)<<16) >> 52 // a letter differs in its second byte
	return &f[h/64], 1 << (h % 64)
}

// loadGroups adds the words below the key "groups" of a file.
func (l *Lexicon) loadGroups(n *yaml.Node) error {
	var words struct {
		FirstPerson    []string `yaml:"first-person"`
		SubjectPronoun []string `yaml:"subject-pronoun"`
		Contrast       []string `yaml:"contrast"`
		Relation       []string `yaml:"relation"`
		SpelledLetter  []string `yaml:"spelled-letter"`
		Tags           []string `yaml:"tags"`
	}
	if n.IsZero() {
		return nil
	}
	if err := decodeEntry(n, "file of groups", &words); err != nil {
		return err
	}
	for g, list := range map[Group][]string{
		FirstPerson: words.FirstPerson, SubjectPronoun: words.SubjectPronoun, Contrast: words.Contrast,
		Relation: words.Relation, SpelledLetter: words.SpelledLetter, Tags: words.Tags,
	} {
		for _, w := range list {
			l.groups[arabic.Fold(w)] |= g
			l.grouped.add(arabic.Fold(w))
		}
	}
	return nil
}
