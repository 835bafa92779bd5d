package patterns

import (
	"hash/maphash"
	"sync/atomic"
)

// word is a folded spelling with what the lexicon says of it.
type word struct {
	key   string
	class Class
	entry *Entry
}

// memo remembers the words looked up lately. A text repeats its words, and so
// do the texts of a newspaper, so that most look-ups end here. A word has one
// place, which the last one that belongs there takes. Safe for concurrent use.
type memo struct {
	seed  maphash.Seed
	words [memoSize]atomic.Pointer[word]
}

const (
	memoSize = 1 << 15 // a power of two
	memoKey  = 64      // the longest key that is kept, in bytes
)

func newMemo() *memo { return &memo{seed: maphash.MakeSeed()} }

// slot returns the place of the word with the given key.
func (m *memo) slot(key string) *atomic.Pointer[word] {
	return &m.words[maphash.String(m.seed, key)%memoSize]
}
