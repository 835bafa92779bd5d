package arabic

import (
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token. Spaces make no token; a line break does.
const (
	Word    Kind = iota + 1 // letters, with their diacritics
	Number                  // digits, with separators inside
	Mark                    // a quotation mark, see Token.Rune
	Punct                   // any other sign
	Newline                 // one or more line breaks
)

// Token is one token of a text.
type Token struct {
	Start, End int32 // byte span in the original text
	key, keyN  int32 // span of the folded key in Text.keys
	Rune       rune  // for Mark and Punct: the sign; "((" and "<<" come as '«', "))" and ">>" as '»'
	Kind       Kind
	Spaced     bool // white space stands before the token
}

// Text is a tokenised text.
type Text struct {
	Source string
	Tokens []Token
	keys   []byte
}

// Key returns the folded key of token i, empty for signs and line breaks.
func (t *Text) Key(i int) string {
	k := t.Tokens[i]
	return string(t.keys[k.key:k.keyN])
}

// KeyBytes is Key without an allocation; the result must not be changed.
func (t *Text) KeyBytes(i int) []byte {
	k := t.Tokens[i]
	return t.keys[k.key:k.keyN]
}

// Slice returns the original words of tokens i to j, j excluded.
func (t *Text) Slice(i, j int) string {
	if i >= j {
		return ""
	}
	return t.Source[t.Tokens[i].Start:t.Tokens[j-1].End]
}

// Tokenize splits s into tokens. Invalid UTF-8 is treated as a sign of one byte.
func Tokenize(s string) *Text {
	t := &Text{Source: s, Tokens: make([]Token, 0, len(s)/9+8), keys: make([]byte, 0, len(s))}
	spaced := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029:
			j := i
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsSpace(r) && !IsIgnorable(r) {
					break
				}
				j += n
			}
			t.add(i, j, Newline, '\n', spaced)
			i, spaced = j, true
			continue
		case unicode.IsSpace(r):
			i, spaced = i+n, true
			continue
		case IsIgnorable(r) || r == '#' || r == '_' || r == '@':
			// A hashtag's sign and joints are no part of a name.
			i += n
			continue
		case isDigit(r):
			j := scanNumber(s, i)
			t.add(i, j, Number, 0, spaced)
			i, spaced = j, false
			continue
		case unicode.IsLetter(r):
			j := scanWord(s, i)
			t.add(i, j, Word, 0, spaced)
			i, spaced = j, false
			continue
		}
		kind, size := Punct, n
		if m, mn := markAt(s[i:], r, n); m != 0 {
			kind, r, size = Mark, m, mn
		}
		t.add(i, i+size, kind, r, spaced)
		i, spaced = i+size, false
	}
	return t
}

func (t *Text) add(i, j int, kind Kind, r rune, spaced bool) {
	k := int32(len(t.keys))
	if kind == Word || kind == Number {
		t.keys = AppendFold(t.keys, t.Source[i:j])
		if int(k) == len(t.keys) { // a lone diacritic in its presentation form
			kind, r = Punct, firstRune(t.Source[i:])
		}
	}
	t.Tokens = append(t.Tokens, Token{
		Start: int32(i), End: int32(j), key: k, keyN: int32(len(t.keys)),
		Rune: r, Kind: kind, Spaced: spaced,
	})
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= 0x0660 && r <= 0x0669 || r >= 0x06F0 && r <= 0x06F9
}

// scanNumber reads digits with separators between them; newspapers also write
// the decimal sign as ر (5ر47).
func scanNumber(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isDigit(r) {
			i += n
			continue
		}
		switch r {
		case '.', ',', '/', ':', '٫', '٬', 'ر', '،':
			j := i + n
			next, m := utf8.DecodeRuneInString(s[j:])
			for IsIgnorable(next) {
				j += m
				next, m = utf8.DecodeRuneInString(s[j:])
			}
			if isDigit(next) {
				i = j
				continue
			}
		}
		break
	}
	return i
}

func scanWord(s string, i int) int {
	end := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == 0x0640:
			i += n
			end = i
		case IsIgnorable(r):
			i += n // kept only when letters follow
		case (r == '\'' || r == '’') && end == i:
			// An apostrophe between Latin letters (O'Neil) belongs to the word.
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			prev, _ := utf8.DecodeLastRuneInString(s[:i])
			if !unicode.Is(unicode.Latin, next) || !unicode.Is(unicode.Latin, prev) {
				return end
			}
			i += n
		default:
			return end
		}
	}
	return end
}

// markAt recognises a quotation mark at the start of s.
func markAt(s string, r rune, n int) (mark rune, size int) {
	switch r {
	case '«', '»', '"', '“', '”', '„', '‟', '‹', '›', '‘', '’', '‚', '″':
		if r == '″' || r == '‟' {
			r = '"'
		}
		return r, n
	case '＂':
		return '"', n
	case '(', ')', '<', '>', '\'', '`':
		if len(s) >= 2 && s[1] == s[0] {
			switch r {
			case '(', '<':
				return '«', 2
			case ')', '>':
				return '»', 2
			}
			return '"', 2
		}
	case '《', '〈':
		return '«', n
	case '》', '〉':
		return '»', n
	}
	return 0, 0
}
