package patterns

import "github.com/qawl-nlp/qawl/internal/arabic"

// spellings finds the entries of a lexicon by the codes of their words. It is a
// hash table with open addressing that holds its keys, so that a look-up
// touches one line of memory, where a map of strings touches three.
type spellings struct {
	slots []spelling // a power of two long, mostly free
	used  int
}

// spelling is an entry with the code of its word, 0 in a free slot.
type spelling struct {
	code  uint64
	entry *Entry
}

// slot returns the place of a code, or the free one where it belongs.
func (s *spellings) slot(code uint64) *spelling {
	for i := arabic.Spread(code) >> 32; ; i++ {
		p := &s.slots[i&uint64(len(s.slots)-1)]
		if p.code == code || p.code == 0 {
			return p
		}
	}
}

// find returns the entry of the word with the given code, nil for none and for 0.
func (s *spellings) find(code uint64) *Entry {
	if s.used == 0 {
		return nil
	}
	return s.slot(code).entry
}

// add adds the entry of a word that has none yet.
func (s *spellings) add(code uint64, e *Entry) {
	if 2*s.used >= len(s.slots) {
		s.grow(max(256, 2*s.used))
	}
	*s.slot(code) = spelling{code, e}
	s.used++
}

// grow makes room for so many words.
func (s *spellings) grow(words int) {
	size := 1
	for size < 2*words {
		size *= 2
	}
	old := s.slots
	s.slots = make([]spelling, size)
	for _, p := range old {
		if p.code != 0 {
			*s.slot(p.code) = p
		}
	}
}
