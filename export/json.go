package export

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// array writes one array of [quotes.Record], each on a line of its own.
type array struct {
	w     io.Writer
	line  bytes.Buffer
	json  *json.Encoder // to line
	begun bool
}

func newJSON(w io.Writer, _ []field, _ Options) (Writer, error) {
	a := &array{w: w}
	a.json = json.NewEncoder(&a.line)
	a.json.SetEscapeHTML(false)
	return a, nil
}

func (a *array) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range quotes.Records(d.ID, d.Text, statements) {
		a.line.Reset()
		a.line.WriteString(a.separator())
		if err := a.json.Encode(r); err != nil {
			return err
		}
		a.line.Truncate(a.line.Len() - 1) // the line break, which may follow a comma
		if _, err := a.w.Write(a.line.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// separator stands before the next member.
func (a *array) separator() string {
	if a.begun {
		return ",\n"
	}
	a.begun = true
	return "[\n"
}

func (a *array) Close() error {
	end := "\n]\n"
	if !a.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}
