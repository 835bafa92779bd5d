package patterns

import (
	"hash/maphash"
	"sync/atomic"
)

// seed is that of all hashes of texts.
var seed = maphash.MakeSeed()

// memo remembers the words looked up lately. A text repeats its words, and so
// do the texts of a newspaper, so that most look-ups end here. A word belongs
// in one set; of a set the two stay that were asked for last. Safe for
// concurrent use: two who look up at once may at worst forget a word.
type memo [1 << memoBits][2]atomic.Pointer[word]

const memoBits = 15

// word is a folded spelling with what the lexicon says of it.
type word struct {
	code  uint64
	class Class
	entry *Entry
}

// lookup returns the word with the given code, if it is remembered.
func (m *memo) lookup(code uint64) *word {
	set := m.set(code)
	first := set[0].Load()
	if first != nil && first.code == code {
		return first
	}
	second := set[1].Load()
	if second == nil || second.code != code {
		return nil
	}
	set[0].Store(second)
	set[1].Store(first)
	return second
}

func (m *memo) add(w *word) {
	set := m.set(w.code)
	set[1].Store(set[0].Load())
	set[0].Store(w)
}

func (m *memo) set(code uint64) *[2]atomic.Pointer[word] {
	return &m[spread(code)>>(64-memoBits)]
}

// spread mixes a number so that the upper bits tell numbers apart.
func spread(n uint64) uint64 {
	const golden = 0x9E3779B97F4A7C15 // 2⁶⁴ divided by the golden ratio
	return (n ^ n>>32) * golden
}

// letterCodes numbers the letters of folded Arabic words from 1, by the last
// seven bits of their code points in the block from U+0600.
var letterCodes = func() (codes [128]uint8) {
	for i, r := range []rune("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي") {
		codes[r&0x7F] = uint8(i + 1)
	}
	return codes
}()

const (
	letterBits = 5
	codeKey    = 2 * (64 / letterBits) // the longest key that has a code, in bytes
)

// keyCode returns a folded Arabic word as a number, which no other word has, or
// 0 for a longer one and one with other letters.
func keyCode(key string) uint64 {
	if len(key) > codeKey || len(key)%2 != 0 {
		return 0
	}
	code := uint64(0)
	for i := 0; i < len(key); i += 2 {
		// U+0600 to U+067F are two bytes, of which the first is D8 or D9
		if key[i]&^1 != 0xD8 {
			return 0
		}
		letter := letterCodes[key[i]&1<<6|key[i+1]&0x3F]
		if letter == 0 {
			return 0
		}
		code = code<<letterBits | uint64(letter)
	}
	return code
}

// filter tells quickly of most codes that they are not in a set: a bit for
// each hash, set for those that are.
type filter [1 << filterBits / 64]uint64

// filterBits leaves the thirty thousand words of the lexicon with few false alarms.
const filterBits = 19

func (f *filter) add(code uint64) {
	h := spread(code) >> (64 - filterBits)
	f[h/64] |= 1 << (h % 64)
}

// has reports whether code may have been added.
func (f *filter) has(code uint64) bool {
	h := spread(code) >> (64 - filterBits)
	return f[h/64]&(1<<(h%64)) != 0
}
