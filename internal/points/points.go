// Package points turns byte offsets of a text into code points and back.
package points

import (
	"math/bits"
	"sort"
	"unicode/utf8"
)

// Counter counts the code points of a text. An invalid byte counts as one. It
// keeps a mark every stride bytes so that far-apart look-ups stay cheap, and
// reads the text at the first of them. Not for concurrent use.
type Counter struct {
	text  string
	marks []mark // the k-th at the first code point from byte k*stride on
}

const stride = 256

// mark says how many code points stand before a byte offset.
type mark struct{ offset, points int }

// In returns the counter of a text.
func In(text string) *Counter { return &Counter{text: text} }

func (c *Counter) prepare() {
	if c.marks != nil {
		return
	}
	c.marks = make([]mark, 0, len(c.text)/stride+1)
	for m := (mark{}); m.offset < len(c.text); m.advance(c.text, min(len(c.marks)*stride, len(c.text))) {
		c.marks = append(c.marks, m)
	}
}

// advance moves m to the first code point of text from offset on.
func (m *mark) advance(text string, offset int) {
	at, n := m.offset, m.points
	for ; at < offset; n++ {
		if bytes, points := plain(text[at:offset]); bytes > 0 {
			if at, n = at+bytes, n+points; at == offset {
				break
			}
		}
		switch c := text[at]; {
		case c < utf8.RuneSelf:
			at++
		case c >= 0xC2 && c < 0xE0 && at+1 < len(text) && !utf8.RuneStart(text[at+1]): // of two bytes, as Arabic letters are
			at += 2
		default:
			at += size(text, at)
		}
	}
	m.offset, m.points = at, n
}

// plain counts the code points at the beginning of text, eight bytes at once, as
// far as all are of one byte or of two.
func plain(text string) (bytes, points int) {
	open := uint64(0) // whether the last byte wants a second one
	for bytes+8 <= len(text) {
		b := text[bytes : bytes+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		seconds, next, ok := Eight(x, open)
		if !ok {
			break
		}
		open = next
		bytes, points = bytes+8, points+8-bits.OnesCount64(seconds)
	}
	if open != 0 {
		return bytes - 1, points - 1
	}
	return bytes, points
}

// Before returns how many code points stand before the byte at offset, which
// lies within the text or is its length.
func (c *Counter) Before(offset int) int {
	c.prepare()
	if len(c.marks) == 0 {
		return 0
	}
	m := c.marks[min(offset/stride, len(c.marks)-1)]
	m.advance(c.text, offset)
	return m.points
}

// Byte returns the byte offset of code point p, and whether there is one or the
// text ends there.
func (c *Counter) Byte(p int) (offset int, ok bool) {
	c.prepare()
	if p < 0 {
		return 0, false
	}
	var m mark
	if i := sort.Search(len(c.marks), func(i int) bool { return c.marks[i].points > p }); i > 0 {
		m = c.marks[i-1]
	}
	for m.points < p && m.offset < len(c.text) {
		m.offset += size(c.text, m.offset)
		m.points++
	}
	return m.offset, m.points == p
}

// size returns the number of bytes of the code point at text[i].
func size(text string, i int) int {
	_, n := utf8.DecodeRuneInString(text[i:])
	return n
}
