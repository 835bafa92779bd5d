package ingest

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/points"
	"github.com/qawl-nlp/qawl/quotes"
)

// Nearly every line of JSONL is a flat object of strings, whose text is as good
// as all of it. These are read here, eight bytes at once, where the decoder of
// JSON goes from letter to letter; it has all other lines, and what is wrong with
// any of them is said by it.

// mostMembers is how many members a flat object may have.
const mostMembers = 12

// decodeFlat reads a flat object of strings; ok is false where line is anything
// else.
func (r *Reader) decodeFlat(line []byte) (d quotes.Document, hasText, ok bool) {
	var names [mostMembers][]byte
	at := skip(line, 0, '{')
	for n := 0; at >= 0 && n < len(names); n++ {
		name, end := plainString(line, at)
		value, end := plainString(line, skip(line, end, ':'))
		if end < 0 || bytes.IndexByte(name, '\\') >= 0 {
			return d, false, false
		}
		for _, other := range names[:n] {
			if bytes.Equal(other, name) {
				return d, false, false
			}
		}
		names[n] = name
		if field := r.field(&d, string(name[1:len(name)-1])); field != nil {
			hasText = hasText || field == &d.Text
			var err error
			if *field, err = unquote(value); err != nil {
				return d, false, false
			}
		}
		if last := skip(line, end, '}'); last >= 0 {
			return d, hasText, last == len(line)
		}
		at = skip(line, end, ',')
	}
	return d, false, false
}

// skip returns the offset behind the sign at an offset and the spaces around it,
// -1 where another stands there or the offset is -1.
func skip(line []byte, at int, sign byte) int {
	if at < 0 {
		return -1
	}
	if at = blanks(line, at); at == len(line) || line[at] != sign {
		return -1
	}
	return blanks(line, at+1)
}

func blanks(line []byte, at int) int {
	for at < len(line) && (line[at] == ' ' || line[at] == '\t' || line[at] == '\n' || line[at] == '\r') {
		at++
	}
	return at
}

// plainString returns the string at an offset with its quotation marks, and the
// offset behind it; -1 where none stands there, or one that is wrong or has other
// escapes than of one letter.
func plainString(line []byte, at int) (value []byte, end int) {
	if at < 0 || at >= len(line) || line[at] != '"' {
		return nil, -1
	}
	for i := at + 1; ; {
		if i += plainBytes(line[i:]); i >= len(line) {
			return nil, -1
		}
		switch c := line[i]; {
		case c == '"':
			return line[at : i+1], i + 1
		case c == '\\':
			if i+1 == len(line) {
				return nil, -1
			}
			switch line[i+1] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			default:
				return nil, -1
			}
			i += 2
		case c < ' ':
			return nil, -1
		default:
			r, n := utf8.DecodeRune(line[i:])
			if r == utf8.RuneError && n == 1 {
				return nil, -1
			}
			i += n
		}
	}
}

// plainBytes returns how many bytes of text, looked at eight at once, certainly
// are whole characters of one byte or two that stand in a string as they are.
func plainBytes(text []byte) int {
	const (
		ones = 0x0101010101010101
		top  = 0x80 * ones
	)
	at, open := 0, uint64(0) // open: the last byte wants a second one
	for at+8 <= len(text) {
		x := binary.LittleEndian.Uint64(text[at:])
		_, next, ok := points.Eight(x, open)
		mark, slash := x^'"'*ones, x^'\\'*ones
		// a byte less than n, or zero for 1, borrows into its top bit
		other := ((x-' '*ones)&^x | (mark-ones)&^mark | (slash-ones)&^slash) & top
		if other != 0 || !ok {
			break
		}
		open = next
		at += 8
	}
	if open != 0 {
		return at - 1
	}
	return at
}
