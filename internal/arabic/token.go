package arabic

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token. Spaces make no token; a line break does.
const (
	Word    Kind = iota + 1 // letters, with their diacritics
	Number                  // digits, with separators inside
	Mark                    // a quotation mark, see Token.Rune
	Punct                   // any other sign
	Newline                 // one or more line breaks, or white space that stands for one
)

// Token is one token of a text.
type Token struct {
	Start, End int32  // byte span in the original text
	key, keyN  int32  // span of the folded key in Text.keys
	Code       uint64 // of the key of a word, see [Code]
	Rune       rune   // for Mark and Punct: the sign; "((" and "<<" come as '«', "))" and ">>" as '»'
	Kind       Kind
	Spaced     bool // white space stands before the token
	Pointed    bool // diacritics or tatweel stand in the word
}

// Text is a tokenised text.
type Text struct {
	Source string
	Tokens []Token
	keys   string
	buffer []byte // keys in the making
}

// Key returns the folded key of token i, empty for signs and line breaks.
func (t *Text) Key(i int) string {
	k := &t.Tokens[i]
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
	t := &Text{}
	t.Reset(s)
	return t
}

// Reset makes t the tokens of s in the memory of those it held.
func (t *Text) Reset(s string) {
	const bytes = 9 // a token takes, with the space before it
	z := tokenizer{source: s, tokens: slices.Grow(t.Tokens[:0], len(s)/bytes+8), keys: slices.Grow(t.buffer[:0], len(s))}
	z.run()
	t.Source, t.Tokens, t.buffer, t.keys = s, z.tokens, z.keys, string(z.keys)
}

// tokenizer makes the tokens of a text and, behind one another, their keys.
type tokenizer struct {
	source string
	tokens []Token
	keys   []byte
}

func (t *tokenizer) run() {
	s := t.source
	spaced := true
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i, spaced = i+1, true
			continue
		}
		if c := letterAt(s, i); c != nil && c.begins {
			i, spaced = t.word(i, spaced), false
			continue
		}
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
			if end := t.paragraphSpace(i); end > 0 {
				t.add(i, end, Newline, '\n', spaced)
				n = end - i
			}
			i, spaced = i+n, true
			continue
		case IsIgnorable(r) || r == '#' || r == '_' || r == '@':
			// A hashtag's sign and joints are no part of a name.
			i += n
			continue
		case isDigit(r):
			i, spaced = t.number(i, spaced), false
			continue
		case unicode.IsLetter(r):
			i, spaced = t.word(i, spaced), false
			continue
		}
		kind, size := Punct, n
		if m, mn := markAt(s[i:], r, n); m != 0 {
			kind, r, size = Mark, m, mn
		}
		switch end := combined(s, i+size); {
		case end == i+size:
		case size > n:
			kind, r, size = Punct, firstRune(s[i:]), n // of two, the second is another sign
		default:
			size = end - i
			if composed := firstRune(norm.NFC.String(s[i:end])); composed != firstRune(s[i:]) {
				kind, r = Punct, composed // < that is ≮
			}
		}
		t.add(i, i+size, kind, r, spaced)
		i, spaced = i+size, false
	}
}

// combined returns the end of the combining marks at i, which belong to the sign before
// them: i for none but diacritics.
func combined(s string, i int) int {
	const lead = 0xCC // first byte of U+0300
	end := i
	for i < len(s) && s[i] >= lead {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsMark(r) {
			break
		}
		if i += n; !IsIgnorable(r) {
			end = i
		}
	}
	return end
}

// paragraphSpace returns the end of the white space around the no-break space
// at i where it stands for a line break: on pages that lost theirs an empty
// paragraph is a no-break space between others, behind the end of a sentence.
// Otherwise, and where a line break follows, it returns 0.
func (t *tokenizer) paragraphSpace(i int) int {
	const noBreakSpace, least = '\u00a0', 3
	if r, _ := utf8.DecodeRuneInString(t.source[i:]); r != noBreakSpace || len(t.tokens) == 0 {
		return 0
	}
	last := t.tokens[len(t.tokens)-1]
	if i > int(last.End)+1 {
		return 0 // looked at already
	}
	switch {
	case last.Kind == Mark:
	case last.Kind == Punct && (last.Rune == '.' || last.Rune == '!' || last.Rune == '؟' || last.Rune == '?'):
	default:
		return 0
	}
	spaces, j := i-int(last.End), i
	for j < len(t.source) {
		r, n := utf8.DecodeRuneInString(t.source[j:])
		if r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 {
			return 0
		}
		if !unicode.IsSpace(r) {
			break
		}
		spaces, j = spaces+1, j+n
	}
	if spaces < least || j == len(t.source) {
		return 0
	}
	return j
}

// add appends a token without a key.
func (t *tokenizer) add(i, j int, kind Kind, r rune, spaced bool) {
	k := int32(len(t.keys))
	t.tokens = append(t.tokens, Token{Start: int32(i), End: int32(j), key: k, keyN: k, Rune: r, Kind: kind, Spaced: spaced})
}

// word appends the word that begins at i and returns its end.
func (t *tokenizer) word(i int, spaced bool) int {
	k := int32(len(t.keys))
	w := t.scanWord(i)
	tok := Token{Start: int32(i), End: int32(w.end), key: k, keyN: int32(len(t.keys)), Code: w.code, Kind: Word, Spaced: spaced, Pointed: w.pointed}
	if tok.key == tok.keyN { // a lone diacritic in its presentation form
		tok.Kind, tok.Rune = Punct, firstRune(t.source[i:])
	}
	t.tokens = append(t.tokens, tok)
	return w.end
}

// number appends the number that begins at i and returns its end.
func (t *tokenizer) number(i int, spaced bool) int {
	k := int32(len(t.keys))
	j := scanNumber(t.source, i)
	t.keys = AppendFold(t.keys, t.source[i:j])
	t.tokens = append(t.tokens, Token{Start: int32(i), End: int32(j), key: k, keyN: int32(len(t.keys)), Kind: Number, Spaced: spaced})
	return j
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

// scanned is what is known of a word.
type scanned struct {
	end     int
	code    uint64 // of its key
	pointed bool   // see Token.Pointed
	// What is yet to be seen to: its code, where it isn't plain or has too many
	// letters, and its key, where letters of other scripts are to be composed.
	plain, composes bool
}

// scanWord tells of the word that begins at i and appends its key.
func (t *tokenizer) scanWord(i int) scanned {
	first := len(t.keys)
	w := t.scanLetters(i)
	if w.composes {
		t.keys = AppendFold(t.keys[:first], t.source[i:w.end])
	}
	if key := t.keys[first:]; !w.plain || len(key) > 2*codedLetters {
		w.code = Code(string(key))
	}
	return w
}

// scanLetters is scanWord without what is to be seen to.
func (t *tokenizer) scanLetters(i int) scanned {
	s := t.source
	w := scanned{end: i, plain: true}
	for i < len(s) {
		if c := letterAt(s, i); c != nil {
			switch {
			case c.inside:
				i += 2
				w.end = i
				if c.key[0] != 0 {
					t.keys = append(t.keys, c.key[0], c.key[1])
					w.code = w.code<<letterBits | uint64(c.code)
					w.plain = w.plain && c.code != 0
				} else {
					w.pointed = true
				}
			case c.ignorable:
				i += 2
			default:
				return w
			}
			continue
		}
		if s[i] == ' ' {
			return w
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case insideWord(r):
			i += n
			w.end, w.plain, w.composes = i, false, w.composes || mayCompose(r)
			t.keys = appendFoldRune(t.keys, r)
		case IsIgnorable(r):
			i += n // kept only when letters follow
		case (r == '\'' || r == '’') && w.end == i:
			// An apostrophe between Latin letters (O'Neil) belongs to the word.
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !unicode.Is(unicode.Latin, next) || !unicode.Is(unicode.Latin, lastLetter(s[:i])) {
				return w
			}
			i, w.plain = i+n, false
			t.keys = appendFoldRune(t.keys, r)
		default:
			return w
		}
	}
	return w
}

// lastLetter returns the last code point of s that is no mark, as é may end in one.
func lastLetter(s string) rune {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		if !unicode.IsMark(r) {
			return r
		}
		s = s[:len(s)-n]
	}
}

func insideWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == 0x0640 }

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
