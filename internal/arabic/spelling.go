package arabic

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters returns the word of token i as it is spelled, without diacritics,
// tatweel and controls. It tells what [Fold] unifies: أ from ا, ى from ي.
func (t *Text) Letters(i int) string { return letters(t.Slice(i, i+1)) }

// FirstLetter returns the first of the [Text.Letters] of token i, 0 for none.
func (t *Text) FirstLetter(i int) rune {
	s := t.Slice(i, i+1)
	if len(s) >= 4 {
		first, second := letterAt(s, 0), letterAt(s, 2)
		if first != nil && second != nil && first.begins && second.begins { // no sign stands between
			return rune(s[0]&3)<<6 | rune(s[1]&0x3F) | blockFirst
		}
	}
	for _, r := range letters(s) {
		return r
	}
	return 0
}

func letters(s string) string {
	for i := 0; i < len(s); {
		c := letterAt(s, i)
		if c == nil {
			r, n := utf8.DecodeRuneInString(s[i:])
			if IsIgnorable(r) {
				return composed(s)
			}
			i += n
			continue
		}
		if c.ignorable {
			return composed(s)
		}
		i += 2
	}
	return s
}

// composed is letters for a word with signs: a hamza that is one of them belongs
// to the letter before it.
func composed(s string) string {
	kept := make([]rune, 0, len(s))
	for _, r := range s {
		if !IsIgnorable(r) || r >= 0x0653 && r <= 0x0655 {
			kept = append(kept, r)
		}
	}
	out := kept[:0]
	for _, r := range norm.NFC.String(string(kept)) {
		if !IsIgnorable(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
