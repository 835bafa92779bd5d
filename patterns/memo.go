package patterns

import (
	"hash/maphash"
	"sync/atomic"
)

// seed is that of all hashes of words.
var seed = maphash.MakeSeed()

// memo remembers the words looked up lately. A text repeats its words, and so
// do the texts of a newspaper, so that most look-ups end here. A word belongs
// in one set; of a set the two stay that were asked for last. Safe for
// concurrent use: two who look up at once may at worst forget a word.
type memo [memoSets][2]atomic.Pointer[word]

const (
	memoSets = 1 << 14 // a power of two
	memoKey  = 47      // the longest key that is kept, in bytes: a word then is 64
)

// word is a folded spelling with what the lexicon says of it. The key is an
// array, so that a look-up that ends here reads one line of the processor's cache.
type word struct {
	class Class
	entry *Entry
	key   [memoKey]byte
	size  uint8
}

// is reports whether w is there and has the given key.
func (w *word) is(key string) bool { return w != nil && string(w.key[:w.size]) == key }

// lookup returns the word with the given key, which is not longer than memoKey,
// and asks analyze where it isn't remembered.
func (m *memo) lookup(key string, analyze func(string) (Class, *Entry)) *word {
	set := &m[maphash.String(seed, key)%memoSets]
	first := set[0].Load()
	if first.is(key) {
		return first
	}
	w := set[1].Load()
	if !w.is(key) {
		w = &word{size: uint8(len(key))}
		copy(w.key[:], key)
		w.class, w.entry = analyze(key)
	}
	set[0].Store(w)
	set[1].Store(first)
	return w
}

// filter tells quickly of most words that they are not in a set: a bit for
// each hash, set for those that are.
type filter [filterBits / 64]uint64

// filterBits leaves the twenty thousand words of the lexicon with few false alarms.
const filterBits = 1 << 19

func (f *filter) add(key string) {
	h := maphash.String(seed, key) % filterBits
	f[h/64] |= 1 << (h % 64)
}

// has reports whether key may have been added.
func (f *filter) has(key string) bool {
	h := maphash.String(seed, key) % filterBits
	return f[h/64]&(1<<(h%64)) != 0
}
