package export

import (
	"encoding/json"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// jsonl writes [quotes.Record] one a line.
type jsonl struct{ *json.Encoder }

func newJSONL(w io.Writer, _ []field, _ Options) (Writer, error) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return jsonl{e}, nil
}

func (j jsonl) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range quotes.Records(d.ID, d.Text, statements) {
		if err := j.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func (jsonl) Close() error { return nil }
