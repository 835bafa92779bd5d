package ingest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/qawl-nlp/qawl/quotes"
)

// csv reads a table as RFC 4180 has it, an article a row below a header.
func (w *walk) csv(e entry, br *bufio.Reader, c *charset, format string) bool {
	rows := rowReader{lineReader: lineReader{br: c.utf8Of(br), limit: w.o.MaxDocumentSize}}
	header, err := rows.header(format)
	switch {
	case errors.Is(err, io.EOF):
		return w.fail(&e, 0, errEmpty)
	case errors.Is(err, errTooLarge):
		return w.fail(&e, 1, w.tooLarge())
	case err != nil:
		return w.fail(&e, 1, err)
	}
	cols, err := w.findColumns(header)
	if err != nil {
		return w.fail(&e, 1, err)
	}
	for none := true; ; {
		row, line, err := rows.next()
		source := Source{e.file, line}
		switch {
		case errors.Is(err, io.EOF):
			return !none || w.fail(&e, 0, errors.New("holds a header but no rows"))
		case errors.Is(err, errTooLarge):
			none = false
			if !w.yield(Record{}, failure(source, w.tooLarge())) {
				return false
			}
			continue
		case err != nil:
			return w.fail(&e, line, err)
		case blank(row):
			continue
		}
		none = false
		id := e.id()
		if !w.yield(Record{Source: source, Size: len(row), parse: func() (quotes.Document, error) {
			if err := c.checkLoss(row); err != nil {
				return quotes.Document{}, err
			}
			d, err := cols.parse(row, rows.comma)
			if d.ID == "" {
				d.ID = id + ":" + strconv.Itoa(line)
			}
			return d, err
		}}, nil) {
			return false
		}
	}
}

// parse makes an article of a row.
func (c columns) parse(row []byte, comma byte) (quotes.Document, error) {
	var d quotes.Document
	if err := checkUTF8(row); err != nil {
		return d, err
	}
	fields, err := fieldsOf(row, comma)
	if err != nil {
		return d, err
	}
	if len(fields) != c.n {
		return d, fmt.Errorf("%d fields in the row, expected %d as in the header", len(fields), c.n)
	}
	field := func(i int) string {
		if i < 0 {
			return ""
		}
		return fields[i]
	}
	d.ID, d.Text, d.Title = field(c.id), field(c.text), field(c.title)
	d.Date, d.Outlet, d.URL = field(c.date), field(c.outlet), field(c.url)
	return d, nil
}

func fieldsOf(row []byte, comma byte) ([]string, error) {
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma = rune(comma)
	r.FieldsPerRecord = -1
	fields, err := r.Read()
	var parse *csv.ParseError
	if errors.As(err, &parse) { // its line counts from the start of the row
		return nil, fmt.Errorf("no CSV: byte %d of line %d of the row: %w", parse.Column, parse.Line, parse.Err)
	}
	return fields, err
}
