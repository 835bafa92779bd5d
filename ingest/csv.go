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

// rowReader splits a table into rows of bounded size without looking into them.
type rowReader struct {
	lineReader
	comma byte
}

// header reads the first row and settles what stands between fields.
func (r *rowReader) header(format string) ([]string, error) {
	line, err := r.lineReader.next()
	for err == nil && blank(line) {
		line, err = r.lineReader.next()
	}
	if err != nil {
		return nil, err
	}
	if err := checkUTF8(line); err != nil {
		return nil, err
	}
	r.comma = '\t'
	if format == "csv" {
		r.comma = ','
		for _, c := range []byte{';', '\t'} { // as spreadsheet programs write in some countries
			if bytes.Count(line, []byte{c}) > bytes.Count(line, []byte{r.comma}) {
				r.comma = c
			}
		}
	}
	return fieldsOf(line, r.comma)
}

// next returns the next row, which may have several lines, and its first line.
func (r *rowReader) next() (row []byte, first int, err error) {
	first = r.line + 1
	q := quoting{comma: r.comma, start: true}
	tooLarge := false
	for {
		line, err := r.lineReader.next()
		switch {
		case errors.Is(err, io.EOF) && (row != nil || tooLarge):
			if tooLarge {
				return nil, first, errTooLarge
			}
			return row, first, nil
		case errors.Is(err, errTooLarge):
			// Whether a quoted field goes on behind the line can't be told.
			return nil, first, errTooLarge
		case err != nil:
			return nil, first, err
		}
		open := q.after(line)
		switch {
		case int64(len(row)+len(line)) > r.limit:
			tooLarge, row = true, nil
		case !tooLarge && row == nil:
			row = line
		case !tooLarge:
			row = append(row, line...)
		}
		if !open {
			if tooLarge {
				return nil, first, errTooLarge
			}
			return row, first, nil
		}
	}
}

// quoting follows the quotes of a row.
type quoting struct {
	comma  byte
	start  bool // at the start of a field
	within bool // in a quoted field
}

// after passes a line and reports whether a quoted field is open at its end.
func (q *quoting) after(line []byte) bool {
	for i := 0; i < len(line); i++ {
		b := line[i]
		switch {
		case q.within && b == '"':
			if i+1 < len(line) && line[i+1] == '"' {
				i++
			} else {
				q.within = false
			}
		case q.within:
		case q.start && b == '"':
			q.within, q.start = true, false
		default:
			q.start = b == q.comma
		}
	}
	return q.within
}
