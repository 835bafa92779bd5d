package ingest

import (
	"bytes"
	"errors"
	"io"
)

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
