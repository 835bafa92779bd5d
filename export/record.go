package export

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/quotes"
)

// appendRecord appends a record as encoding/json writes it with SetEscapeHTML(false),
// which takes four times as long: results are as large as the articles they are of.
// A test holds the two together.
func appendRecord(b []byte, r *quotes.Record) ([]byte, error) {
	b = appendString(append(b, `{"doc":`...), r.Doc)
	b = strconv.AppendInt(append(b, `,"id":`...), int64(r.ID), 10)
	b = appendString(append(b, `,"type":`...), string(r.Type))
	b = appendSpan(append(b, `,"content":{`...), &r.Content)
	b = append(b, `},"quotes":`...)
	b = appendList(b, r.Quotes, func(b []byte, q *quotes.RecordSpan) []byte {
		return append(appendSpan(append(b, '{'), q), '}')
	})
	b = appendSpan(append(b, `,"cue":{`...), &r.Cue.RecordSpan)
	b = appendString(append(b, `,"lemma":`...), r.Cue.Lemma)
	b = appendString(append(b, `,"class":`...), r.Cue.Class)
	s := &r.Speaker
	b = appendString(append(b, `},"speaker":{"id":`...), s.ID)
	b = appendString(append(b, `,"name":`...), s.Name)
	b = appendString(append(b, `,"kind":`...), string(s.Kind))
	b = appendString(append(b, `,"role":`...), s.Role)
	b = appendString(append(b, `,"gender":`...), s.Gender)
	b = appendSpan(append(b, `,"mention":{`...), &s.Mention)
	b = appendString(append(b, `},"how":`...), string(s.How))
	b = appendString(append(b, `},"via":`...), r.Via)
	b = append(b, `,"confidence":`...)
	if f := r.Confidence; f >= 1e-6 && f <= 1 {
		b = strconv.AppendFloat(b, f, 'f', -1, 64)
	} else {
		confidence, err := json.Marshal(f)
		if err != nil {
			return b, err
		}
		b = append(b, confidence...)
	}
	b = appendList(append(b, `,"rules":`...), r.Rules, func(b []byte, rule *string) []byte { return appendString(b, *rule) })
	return append(b, '}'), nil
}

// appendSpan appends the members of a span.
func appendSpan(b []byte, s *quotes.RecordSpan) []byte {
	b = appendString(append(b, `"text":`...), s.Text)
	b = strconv.AppendInt(append(b, `,"start":`...), int64(s.Start), 10)
	return strconv.AppendInt(append(b, `,"end":`...), int64(s.End), 10)
}

func appendList[T any](b []byte, list []T, add func([]byte, *T) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = add(b, &list[i])
	}
	return append(b, ']')
}

// appendString appends a string with its quotation marks.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0 // what is appended of s
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0xC2 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
			i += 2 // as Arabic letters are
			continue
		}
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && r != '\u2028' && r != '\u2029' && !(r == utf8.RuneError && n == 1) {
			i += n
			continue
		}
		b = append(append(b, s[done:i]...), escaped(r)...)
		i += n
		done = i
	}
	return append(append(b, s[done:]...), '"')
}

// escaped returns what stands for a code point that stands in no string.
func escaped(r rune) string {
	switch r {
	case '"':
		return `\"`
	case '\\':
		return `\\`
	case '\b':
		return `\b`
	case '\f':
		return `\f`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	const hex = "0123456789abcdef"
	return `\u` + string([]byte{hex[r>>12&0xF], hex[r>>8&0xF], hex[r>>4&0xF], hex[r&0xF]})
}
