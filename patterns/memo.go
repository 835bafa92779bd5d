package patterns

import (
	"sync/atomic"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// memo remembers the words looked up lately. A text repeats its words, and so
// do the texts of a newspaper, so that most look-ups end here. A word belongs
// in one set, which is a line of the processor's cache; of a set the two stay
// that were asked for last. Safe for concurrent use: two who look up at once may
// at worst forget a word.
type memo [1 << memoBits]memoSet

const memoBits = 16

type memoSet struct {
	version atomic.Uint32 // odd while somebody writes
	latest  atomic.Uint32 // which of words was asked for last
	words   [2]remembered
	_       [8]byte // to the end of the line
}

// remembered is a word by the code of its spelling.
type remembered struct {
	code  atomic.Uint64
	class atomic.Uint64
	entry atomic.Pointer[Entry]
}

// word is what the lexicon says of a folded spelling.
type word struct {
	class Class
	entry *Entry
}

// remembers returns the memo of l, which is made for the first look-up.
func (l *Lexicon) remembers() *memo {
	if m := l.memo.Load(); m != nil {
		return m
	}
	l.memo.CompareAndSwap(nil, new(memo))
	return l.memo.Load()
}

// lookup returns the word with the given code, if it is remembered.
func (m *memo) lookup(code uint64) (w word, ok bool) {
	set := m.set(code)
	version := set.version.Load()
	for i := range set.words {
		r := &set.words[i]
		if r.code.Load() != code {
			continue
		}
		w = word{Class(r.class.Load()), r.entry.Load()}
		if set.latest.Load() != uint32(i) {
			set.latest.Store(uint32(i))
		}
		return w, version&1 == 0 && set.version.Load() == version
	}
	return w, false
}

// add remembers a word, unless somebody else is about to write in its set.
func (m *memo) add(code uint64, w word) {
	set := m.set(code)
	version := set.version.Load()
	if version&1 != 0 || !set.version.CompareAndSwap(version, version+1) {
		return
	}
	i := 1 - set.latest.Load()
	r := &set.words[i]
	r.code.Store(code)
	r.class.Store(uint64(w.class))
	r.entry.Store(w.entry)
	set.latest.Store(i)
	set.version.Store(version + 2)
}

func (m *memo) set(code uint64) *memoSet { return &m[arabic.Spread(code)>>(64-memoBits)] }

// filter tells quickly of most codes that they are not in a set: a bit for
// each hash, set for those that are.
type filter [1 << filterBits / 64]uint64

// filterBits leaves the thirty thousand words of the lexicon with few false alarms.
const filterBits = 19

func (f *filter) add(code uint64) {
	h := arabic.Spread(code) >> (64 - filterBits)
	f[h/64] |= 1 << (h % 64)
}

// has reports whether code may have been added.
func (f *filter) has(code uint64) bool {
	h := arabic.Spread(code) >> (64 - filterBits)
	return f[h/64]&(1<<(h%64)) != 0
}
