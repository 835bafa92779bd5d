package ingest

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Files may hold millions of records that can't be read: what is said of one is put
// into words when it is asked.

// noArticle says why a record of JSON is no article.
type noArticle struct{ err error }

func (e *noArticle) Error() string {
	return `expected an article {"id": …, "text": …}: ` + e.err.Error()
}

func (e *noArticle) Unwrap() error { return e.err }

func jsonError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errNoEnd
	}
	return badJSON{err}
}

var errNoEnd = errors.New("the object does not end")

// badJSON is what the decoder says.
type badJSON struct{ err error }

func (e badJSON) Error() string { return strings.TrimPrefix(e.err.Error(), "jsontext: ") }

// notUTF8 is a byte of text that is no UTF-8, at an offset.
type notUTF8 struct {
	byte byte
	at   int
}

func (e notUTF8) Error() string {
	return fmt.Sprintf("not UTF-8: byte 0x%02x at offset %d; another encoding can be named (--encoding)", e.byte, e.at)
}

// shortLine is how long a line may be, in bytes, that an error keeps.
const shortLine = 64

// refused says why a line that begins no object is no article: even that is found out
// when it is asked.
type refused struct {
	reader  *Reader
	charset *charset
	line    []byte
}

func (e *refused) Error() string {
	_, err := e.reader.parseJSON(e.charset, e.line)
	return (&noArticle{err}).Error()
}

// refuse is the error of such a line, with its reason in one piece of memory.
func refuse(at Source, r *Reader, c *charset, line []byte) *Error {
	e := &struct {
		Error
		refused
	}{refused: refused{r, c, line}}
	e.Error = Error{at, &e.refused}
	return &e.Error
}
