package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/qawl-nlp/qawl/quotes"
)

// outside are the fields that [quotes.Record] has not.
var outside = []string{"context", "title", "date", "outlet", "url", "paragraph"}

func readJSONL(r *Reader) error { return readRecords(r, json.NewDecoder(r.file), false) }

func readJSON(r *Reader) error {
	d := json.NewDecoder(r.file)
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return errors.New("expected an array of statements")
	}
	return readRecords(r, d, true)
}

func readRecords(r *Reader, d *json.Decoder, array bool) error {
	var columns []field
	for _, f := range fields {
		if !slices.Contains(outside, f.name) {
			columns = append(columns, f)
			r.fields = append(r.fields, f.name)
		}
	}
	n := 0
	r.next = func() ([]string, error) {
		if !d.More() {
			return nil, ended(d, array)
		}
		n++
		s := row{doc: &quotes.Document{}}
		err := d.Decode(&s.Record)
		if err == nil && (s.Type == "" || s.Speaker.Name == "") {
			err = errors.New("type or speaker is missing")
		}
		if err != nil {
			return nil, fmt.Errorf(`statement %d: expected {"doc": …, "type": …, "speaker": {"name": …}, …}: %w`, n, err)
		}
		cells := make([]string, len(columns))
		for i, f := range columns {
			cells[i] = cell(f.value(&s))
		}
		return cells, nil
	}
	return nil
}

// ended is io.EOF where the statements end, or says how they break off.
func ended(d *json.Decoder, array bool) error {
	t, err := d.Token()
	switch {
	case err == io.EOF && !array:
		return io.EOF
	case err == io.EOF:
		return errors.New("the array does not end")
	case err != nil:
		return err
	case array && t == json.Delim(']'):
		return io.EOF
	}
	return fmt.Errorf("unexpected %v behind the statements", t)
}
