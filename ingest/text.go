package ingest

import (
	"bufio"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// whole reads an entry that is one article.
func (w *walk) whole(e entry, br *bufio.Reader, parse func(data []byte) (quotes.Document, error)) bool {
	data, err := w.all(br)
	if err != nil {
		return w.fail(&e, 0, err)
	}
	id := e.id()
	return w.yield(Record{
		Source: Source{File: e.file},
		Size:   len(data),
		parse: func() (quotes.Document, error) {
			d, err := parse(data)
			d.ID = id
			return d, err
		},
	}, nil)
}

// all reads to the end, or to the size limit. Where reading fails in the middle,
// what stands before is returned with the error.
func (r *Reader) all(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.o.MaxDocumentSize+1))
	if int64(len(data)) > r.o.MaxDocumentSize {
		return nil, r.tooLarge()
	}
	return data, err
}

// parseText takes all of a plain text.
func (r *Reader) parseText(data []byte) (quotes.Document, error) {
	c := r.charset
	if c == nil {
		c = detect(data)
	}
	if err := c.checkBinary(data); err != nil {
		return quotes.Document{}, err
	}
	text, err := c.decode(data)
	return quotes.Document{Text: text}, err
}
