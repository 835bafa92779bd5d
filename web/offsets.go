package web

import (
	"sort"
	"unicode/utf8"
)

// offsets turns byte offsets of a text into code points and back.
type offsets struct {
	text  string
	bytes []int // byte offset of every stride-th code point
	count int   // code points in the text
}

const stride = 128

func newOffsets(text string) *offsets {
	o := &offsets{text: text}
	for i := range text {
		if o.count%stride == 0 {
			o.bytes = append(o.bytes, i)
		}
		o.count++
	}
	return o
}

// point returns the number of code points before byte offset b.
func (o *offsets) point(b int) int {
	k := sort.Search(len(o.bytes), func(i int) bool { return o.bytes[i] > b }) - 1
	if k < 0 {
		return 0
	}
	return k*stride + utf8.RuneCountInString(o.text[o.bytes[k]:b])
}

// byte returns the byte offset of code point p, and whether there is one or the
// text ends there.
func (o *offsets) byte(p int) (int, bool) {
	if p < 0 || p > o.count {
		return 0, false
	}
	if p == o.count {
		return len(o.text), true
	}
	b := o.bytes[p/stride]
	for n := p % stride; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(o.text[b:])
		b += size
	}
	return b, true
}
