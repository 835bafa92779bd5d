package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// json reads articles as one JSON array, or as objects one behind another, over
// any number of lines.
func (w *walk) json(e entry, br *bufio.Reader, c *charset) bool {
	data, broken := w.all(c.utf8Of(br))
	if broken != nil && len(data) == 0 {
		return w.fail(&e, 0, broken)
	}
	at, line := int64(0), 1
	lineAt := func(offset int64) int {
		line += bytes.Count(data[at:offset], []byte("\n"))
		at = offset
		return line
	}
	id := e.id()
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	if dec.PeekKind() == '[' {
		if _, err := dec.ReadToken(); err != nil {
			return w.fail(&e, 1, jsonError(err))
		}
	}
	for none := true; ; none = false {
		if dec.PeekKind() == ']' {
			_, _ = dec.ReadToken()
		}
		value, err := dec.ReadValue()
		switch {
		case broken != nil && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)):
			return w.fail(&e, lineAt(int64(len(data))), broken)
		case errors.Is(err, io.EOF):
			return !none || w.fail(&e, 0, errEmpty)
		case err != nil:
			offset := dec.InputOffset()
			var syntax *jsontext.SyntacticError
			if errors.As(err, &syntax) {
				offset = max(offset, min(syntax.ByteOffset, int64(len(data))))
			}
			return w.fail(&e, lineAt(offset), jsonError(err))
		}
		start := dec.InputOffset() - int64(len(value))
		if !w.object(Source{e.file, lineAt(start)}, id, c, bytes.Clone(value)) {
			return false
		}
	}
}
