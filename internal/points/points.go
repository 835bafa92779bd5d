// Package points turns byte offsets of a text into code points and back.
package points

import (
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
	text := c.text
	c.marks = make([]mark, 0, len(text)/stride+1)
	for at, n := 0, 0; at < len(text); {
		c.marks = append(c.marks, mark{at, n})
		for end := min(len(c.marks)*stride, len(text)); at < end; n++ {
			switch c := text[at]; {
			case c < utf8.RuneSelf:
				at++
			case c >= 0xC2 && c < 0xE0 && at+1 < len(text) && !utf8.RuneStart(text[at+1]): // of two bytes, as Arabic letters are
				at += 2
			default:
				at += size(text, at)
			}
		}
	}
}

// Before returns how many code points stand before the byte at offset, which
// lies within the text or is its length.
func (c *Counter) Before(offset int) int {
	c.prepare()
	if len(c.marks) == 0 {
		return 0
	}
	m := c.marks[min(offset/stride, len(c.marks)-1)]
	for m.offset < offset {
		m.offset += size(c.text, m.offset)
		m.points++
	}
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
