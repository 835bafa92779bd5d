package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/qawl-nlp/qawl/quotes"
)

// jsonl reads an article a line: {"id": …, "text": …}, and as far as they are
// there "title", "date", "source" or "outlet", and "url".
func (w *walk) jsonl(e entry, br *bufio.Reader, c *charset) bool {
	lines := lineReader{br: c.utf8Of(br), limit: w.o.MaxDocumentSize}
	id := e.id()
	for none := true; ; {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return !none || w.fail(&e, 0, errEmpty)
		case errors.Is(err, errTooLarge):
			none = false
			if !w.yield(Record{}, failure(Source{e.file, lines.line}, w.tooLarge())) {
				return false
			}
			continue
		case err != nil:
			return w.fail(&e, lines.line, err)
		case blank(line):
			continue
		}
		none = false
		if !w.object(Source{e.file, lines.line}, id, c, bytes.TrimSpace(line)) {
			return false
		}
	}
}

// object yields the article that begins at a place of the file with an id.
func (w *walk) object(at Source, id string, c *charset, data []byte) bool {
	if data[0] != '{' && len(data) <= shortLine {
		return w.yield(Record{}, refuse(at, w.Reader, c, data))
	}
	return w.yield(Record{Source: at, Size: len(data), parse: func() (quotes.Document, error) {
		d, err := w.parseJSON(c, data)
		if err != nil {
			return d, &noArticle{err}
		}
		if d.ID == "" {
			d.ID = id + ":" + strconv.Itoa(at.Line)
		}
		return d, nil
	}}, nil)
}

// decoders are kept from one record to the next.
var decoders = sync.Pool{New: func() any { return new(jsontext.Decoder) }}

// parseJSON decodes one object.
func (r *Reader) parseJSON(c *charset, line []byte) (quotes.Document, error) {
	d, err := r.decodeJSON(line)
	if err != nil { // the decoder refuses what is no UTF-8, but says less of it
		if err := checkUTF8(line); err != nil {
			return d, err
		}
	}
	if err := c.checkLoss(line); err != nil {
		return d, err
	}
	return d, err
}

// decodeJSON decodes one object.
func (r *Reader) decodeJSON(line []byte) (quotes.Document, error) {
	if d, hasText, ok := r.decodeFlat(line); ok && hasText {
		return d, nil
	}
	return r.decodeObject(line)
}

// field returns where in d the member of an object with the given name belongs,
// nil for nowhere.
func (r *Reader) field(d *quotes.Document, name string) *string {
	switch name {
	case r.textName():
		return &d.Text
	case r.idName():
		return &d.ID
	case "title":
		return &d.Title
	case "date":
		return &d.Date
	case "source", "outlet":
		return &d.Outlet
	case "url":
		return &d.URL
	}
	return nil
}

func (r *Reader) textName() string { return cmp.Or(r.o.TextColumn, "text") }

func (r *Reader) idName() string { return cmp.Or(r.o.IDColumn, "id") }

// decodeObject is decodeJSON for any object.
func (r *Reader) decodeObject(line []byte) (quotes.Document, error) {
	var d quotes.Document
	dec := decoders.Get().(*jsontext.Decoder)
	defer decoders.Put(dec)
	dec.Reset(bytes.NewBuffer(line))
	if kind := dec.PeekKind(); kind != '{' {
		if _, err := dec.ReadValue(); err != nil {
			return d, jsonError(err)
		}
		return d, fmt.Errorf("found %s", kinds[kind])
	}
	if _, err := dec.ReadToken(); err != nil {
		return d, jsonError(err)
	}
	hasText := false
	for dec.PeekKind() == '"' {
		name, err := dec.ReadToken()
		if err != nil {
			return d, jsonError(err)
		}
		field := r.field(&d, name.String())
		hasText = hasText || field == &d.Text
		value, err := dec.ReadValue()
		if err != nil {
			return d, jsonError(err)
		}
		switch {
		case field == nil:
		case field == &d.Text && value.Kind() != '"':
			return d, fmt.Errorf("%q is no string", r.textName())
		case value.Kind() == '"':
			if *field, err = unquote(value); err != nil {
				return d, jsonError(err)
			}
		case value.Kind() == '0':
			*field = string(value)
		case value.Kind() != 'n' && field == &d.ID:
			return d, fmt.Errorf("%q is neither a string nor a number", r.idName())
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		return d, jsonError(err)
	}
	if rest := bytes.TrimSpace(line[dec.InputOffset():]); len(rest) > 0 {
		return d, fmt.Errorf("%.20q stands behind the object", rest)
	}
	if !hasText {
		return d, fmt.Errorf("%q is missing", r.textName())
	}
	return d, nil
}

// unquote returns what a JSON string holds. The decoder has seen that it is one.
func unquote(value []byte) (string, error) {
	var text strings.Builder
	text.Grow(len(value))
	rest := value[1 : len(value)-1]
	for {
		i := bytes.IndexByte(rest, '\\')
		if i < 0 {
			text.Write(rest)
			return text.String(), nil
		}
		text.Write(rest[:i])
		switch c := rest[i+1]; c {
		case '"', '\\', '/':
			text.WriteByte(c)
		case 'n':
			text.WriteByte('\n')
		case 't':
			text.WriteByte('\t')
		default: // \u is not for us: two of them may make one code point
			b, err := jsontext.AppendUnquote(nil, append([]byte{'"'}, value[len(value)-len(rest)-1+i:]...))
			text.Write(b)
			return text.String(), err
		}
		rest = rest[i+2:]
	}
}

var kinds = map[jsontext.Kind]string{'[': "an array", '"': "a string", '0': "a number", 't': "true", 'f': "false", 'n': "null"}
