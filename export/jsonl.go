package export

import (
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// jsonl writes [quotes.Record] one a line.
type jsonl struct {
	w     io.Writer
	lines []byte // of one document
}

func newJSONL(w io.Writer, _ []field, _ Options) (Writer, error) {
	return &jsonl{w: w}, nil
}

func (j *jsonl) Write(d *quotes.Document, statements []quotes.Statement) error {
	records := quotes.Records(d.ID, d.Text, statements)
	j.lines = j.lines[:0]
	for i := range records {
		var err error
		if j.lines, err = appendRecord(j.lines, &records[i]); err != nil {
			return err
		}
		j.lines = append(j.lines, '\n')
	}
	_, err := j.w.Write(j.lines)
	return err
}

func (*jsonl) Close() error { return nil }
