package export

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// array writes the members of one JSON array, each on a line of its own.
type array struct {
	w     io.Writer
	line  bytes.Buffer
	json  *json.Encoder // to line
	begun bool
}

func newArray(w io.Writer) *array {
	a := &array{w: w}
	a.json = json.NewEncoder(&a.line)
	a.json.SetEscapeHTML(false)
	return a
}

// add writes the next member.
func (a *array) add(member any) error {
	a.line.Reset()
	if a.begun {
		a.line.WriteString(",\n")
	} else {
		a.line.WriteString("[\n")
	}
	if err := a.json.Encode(member); err != nil {
		return err
	}
	a.begun = true
	a.line.Truncate(a.line.Len() - 1) // the line break, which may follow a comma
	_, err := a.w.Write(a.line.Bytes())
	return err
}

// Close ends the array.
func (a *array) Close() error {
	end := "\n]\n"
	if !a.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

// records is one array of [quotes.Record].
type records struct{ *array }

func newJSON(w io.Writer, _ []field, _ Options) (Writer, error) { return records{newArray(w)}, nil }

func (r records) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, record := range quotes.Records(d.ID, d.Text, statements) {
		if err := r.add(record); err != nil {
			return err
		}
	}
	return nil
}
