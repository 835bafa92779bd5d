package arabic

import (
	"unicode"
	"unicode/utf8"
)

// Nearly every letter of a text stands in the Arabic block, two bytes each in
// UTF-8, so what the predicates and the folding say of it is kept in a table.

const (
	blockFirst = 0x0600
	blockSize  = 0x0100
)

// letter is what the tokenizer wants to know of a code point.
type letter struct {
	key       [2]byte // its folded key in UTF-8, zero for none
	code      uint8   // of the key, 0 for none
	begins    bool    // a word may begin with it
	inside    bool    // it is part of a word
	ignorable bool
}

var block = func() (table [blockSize]letter) {
	for i := range table {
		r := rune(blockFirst + i)
		c := &table[i]
		copy(c.key[:], appendFoldRune(nil, r))
		c.code = letterCode(c.key[0], c.key[1])
		c.ignorable = IsIgnorable(r)
		c.begins = unicode.IsLetter(r) && !c.ignorable && !isDigit(r)
		c.inside = insideWord(r)
	}
	return table
}()

// letterAt returns the entry of the code point at s[i], nil for one outside the block.
func letterAt(s string, i int) *letter {
	const lead = 0xD8 // first byte of U+0600 to U+063F; three more follow
	if s[i]&^3 != lead || i+1 >= len(s) || utf8.RuneStart(s[i+1]) {
		return nil
	}
	return &block[int(s[i]&3)<<6|int(s[i+1]&0x3F)]
}
