// Package arabic is the text model: tokens of an Arabic article with their
// byte spans in the original text and a folded key for look-up.
package arabic

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the look-up key of s: diacritics, tatweel, zero-width and bidi
// controls dropped; alef and hamza forms, ى/ي, ة/ه and Persian ی/ک unified;
// presentation forms decomposed (NFKC); Latin letters in lower case; letters with
// marks of other scripts composed (NFC).
// A key is for comparing only and is never part of any output.
func Fold(s string) string { return string(AppendFold(nil, s)) }

// AppendFold appends the key of s to dst.
func AppendFold(dst []byte, s string) []byte {
	first := len(dst)
	for i := 0; i < len(s); {
		if c := letterAt(s, i); c != nil {
			i += 2
			if c.key[0] != 0 {
				dst = append(dst, c.key[0], c.key[1])
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if mayCompose(r) {
			return appendFoldComposed(dst[:first], s)
		}
		dst = appendFoldRune(dst, r)
		i += n
	}
	return dst
}

// appendFoldComposed is AppendFold for text that composing (NFC) may change outside
// the Arabic block, whose letters fold alike in all normal forms. It composes what it
// folds once more: of J and U+030C there is a composed form in lower case only.
func appendFoldComposed(dst []byte, s string) []byte {
	var lower []byte
	for _, r := range norm.NFC.String(s) {
		lower = appendFoldRune(lower, r)
	}
	for _, r := range string(norm.NFC.Bytes(lower)) {
		dst = appendFoldRune(dst, r)
	}
	return dst
}

// mayCompose reports whether r may be part of the letter or sign before it: é of e and
// U+0301, 가 of two letters.
func mayCompose(r rune) bool {
	return r >= 0x0300 && (unicode.IsMark(r) || r >= 0x1160 && r <= 0x11FF)
}

// FoldedLen returns the length of the key of s in bytes, where every letter and sign
// beyond ASCII has two, as in Arabic, and white space one, however wide it is.
func FoldedLen(s string) int {
	var room [256]byte
	n, in := 0, false
	for key := AppendFold(room[:0], s); len(key) > 0; {
		r, size := utf8.DecodeRune(key)
		space := unicode.IsSpace(r)
		if !space || !in {
			n++
		}
		if !space && r >= utf8.RuneSelf {
			n++
		}
		key, in = key[size:], space
	}
	return n
}

func appendFoldRune(dst []byte, r rune) []byte {
	if isPresentationForm(r) {
		return append(dst, presentationForms()[r-firstForm]...)
	}
	return appendFoldPlain(dst, r)
}

// appendFoldPlain is appendFoldRune for all but presentation forms.
func appendFoldPlain(dst []byte, r rune) []byte {
	switch {
	case IsIgnorable(r):
		return dst
	case r >= 0x0621 && r <= 0x064A:
		return utf8.AppendRune(dst, foldLetter(r))
	case r < utf8.RuneSelf:
		return append(dst, byte(unicode.ToLower(r)))
	}
	return utf8.AppendRune(dst, unicode.ToLower(foldLetter(r)))
}

func foldLetter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ':
		return 'ا'
	case 'ى', 'ی', 'ئ', 'ې', 'ے', 'ۓ':
		return 'ي'
	case 'ک', 'ڪ':
		return 'ك'
	case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ', 'ۂ':
		return 'ه'
	case 'ؤ':
		return 'و'
	}
	return r
}

// IsIgnorable reports whether r carries no letter: a diacritic, tatweel, a
// zero-width character or a bidi control.
func IsIgnorable(r rune) bool {
	switch {
	case r < 0x0610:
		return r == 0x00AD || r == 0x034F
	case r <= 0x061C:
		return r <= 0x061A || r == 0x061C
	case r == 0x0640 || r == 0x0670:
		return true
	case r >= 0x064B && r <= 0x065F:
		return true
	case r >= 0x06D6 && r <= 0x06ED:
		return r != 0x06DD && r != 0x06DE && r != 0x06E9
	case r >= 0x200B && r <= 0x200F:
		return true
	case r >= 0x202A && r <= 0x202E:
		return true
	case r >= 0x2060 && r <= 0x2069:
		return true
	}
	return r == 0xFEFF
}

const (
	firstForm = 0xFB50
	lastForm  = 0xFEFC
)

func isPresentationForm(r rune) bool {
	return r >= firstForm && r <= 0xFDFF || r >= 0xFE70 && r <= lastForm
}

// presentationForms holds the key of each presentation form. Few texts have any.
var presentationForms = sync.OnceValue(func() *[lastForm - firstForm + 1]string {
	var keys [lastForm - firstForm + 1]string
	for i := range keys {
		r := rune(firstForm + i)
		if !isPresentationForm(r) {
			continue
		}
		var key []byte
		// U+FDFA alone expands to 18 code points
		for k, d := range norm.NFKC.String(string(r)) {
			if !isPresentationForm(d) && !(k == 0 && d == ' ') { // a lone diacritic comes on a space
				key = appendFoldPlain(key, d)
			}
		}
		keys[i] = string(key)
	}
	return &keys
})
