package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is a character encoding that text can be decoded from.
type charset struct {
	name    string
	decoder func() transform.Transformer // nil for UTF-8
}

func newCharset(name string, e encoding.Encoding) *charset {
	return &charset{name, func() transform.Transformer { return e.NewDecoder() }}
}

var (
	utf8Charset = &charset{name: "utf-8"}
	utf16LE     = newCharset("utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
	utf16BE     = newCharset("utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
	windows1256 = newCharset("windows-1256", charmap.Windows1256)
	iso8859_6   = newCharset("iso-8859-6", charmap.ISO8859_6)
	macArab     = &charset{"mac-arabic", func() transform.Transformer { return macArabic{} }}
)

// Encodings are names for [Options].Encoding. The labels of the WHATWG Encoding
// Standard are known beside them.
var Encodings = []string{"utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1256", "iso-8859-6", "mac-arabic"}

// charsetOf finds a charset by its name.
func charsetOf(name string) (*charset, error) {
	switch label := strings.ToLower(strings.TrimSpace(name)); label {
	case "mac-arabic", "macarabic", "x-mac-arabic", "mac_arabic":
		return macArab, nil
	case "utf-16":
		return &charset{name: "utf-16", decoder: func() transform.Transformer {
			return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		}}, nil
	case "cp1256":
		return windows1256, nil
	case "utf-8", "utf8":
		return utf8Charset, nil
	default:
		e, err := htmlindex.Get(label)
		if err != nil {
			return nil, fmt.Errorf("no encoding is called %q, expected one of %s", name, strings.Join(Encodings, ", "))
		}
		canonical, err := htmlindex.Name(e)
		if err != nil {
			canonical = label
		}
		if canonical == utf8Charset.name {
			return utf8Charset, nil
		}
		return newCharset(canonical, e), nil
	}
}

// Byte order marks.
var marks = []struct {
	mark string
	*charset
}{{"\ufeff", utf8Charset}, {"\xff\xfe", utf16LE}, {"\xfe\xff", utf16BE}}

// byMark finds the charset that a byte order mark tells.
func byMark(head []byte) *charset {
	for _, m := range marks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return m.charset
		}
	}
	return nil
}

// decode turns data into UTF-8 without byte order marks at its start. Bytes that the
// charset doesn't have are an error.
func (c *charset) decode(data []byte) (string, error) {
	if c.decoder == nil {
		data = bytes.TrimLeft(data, "\ufeff")
		if err := checkUTF8(data); err != nil {
			return "", err
		}
		return string(data), nil
	}
	out, _, err := transform.Bytes(c.decoder(), data)
	if err != nil {
		return "", fmt.Errorf("not %s: %w", c.name, err)
	}
	out = bytes.TrimLeft(out, "\ufeff") // joined files have several
	return string(out), c.checkLoss(out)
}

// checkLoss complains of the sign that stands for what could not be decoded.
func (c *charset) checkLoss(decoded []byte) error {
	if c.decoder == nil {
		return nil
	}
	if at := bytes.Index(decoded, []byte("\ufffd")); at >= 0 {
		return fmt.Errorf("not %s: character %d has no meaning there; the encoding can be named (--encoding)",
			c.name, utf8.RuneCount(decoded[:at])+1)
	}
	return nil
}

// checkUTF8 says where data is not UTF-8.
func checkUTF8(data []byte) error {
	if utf8.Valid(data) {
		return nil
	}
	at := validPrefix(data)
	return notUTF8{data[at], at}
}

// validPrefix is the length of the part that is UTF-8.
func validPrefix(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// checkBinary complains of bytes that no text has.
func (c *charset) checkBinary(data []byte) error {
	if strings.HasPrefix(c.name, "utf-16") {
		return nil
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return fmt.Errorf("binary data, expected text: byte 0x00 at offset %d", at)
	}
	control := 0
	for _, b := range data {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			control++
		}
	}
	if control*50 > len(data) {
		return errors.New("binary data, expected text: it is full of control characters")
	}
	return nil
}
