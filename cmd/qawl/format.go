package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/qawl-nlp/qawl/quotes"
)

// formatter writes the statements of one article after another.
type formatter interface {
	article(id, text string, statements []quotes.Statement) error
}

// formatFor settles the format that --format auto stands for.
func formatFor(format, file string, out io.Writer) string {
	if format != "auto" {
		return format
	}
	if file != "" && file != "-" {
		switch strings.ToLower(filepath.Ext(file)) {
		case ".csv":
			return "csv"
		case ".tsv":
			return "tsv"
		}
		return "jsonl"
	}
	if isTerminal(out) {
		return "table"
	}
	return "jsonl"
}

// newFormatter writes to out; width is that of a line of a table.
func newFormatter(format string, out io.Writer, width int) (formatter, error) {
	switch format {
	case "table":
		return &table{out: out, width: width}, nil
	case "csv":
		return newRows(out, ',')
	case "tsv":
		return newRows(out, '\t')
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return lines{enc}, nil
}

// lines is the JSON contract, one statement a line.
type lines struct{ *json.Encoder }

func (l lines) article(id, text string, statements []quotes.Statement) error {
	for _, r := range quotes.Records(id, text, statements) {
		if err := l.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// rows is CSV or TSV.
type rows struct{ *csv.Writer }

var header = []string{
	"doc", "id", "type", "speaker", "role", "kind", "gender", "how", "cue", "lemma", "class",
	"content", "quotes", "via", "start", "end", "confidence", "rules",
}

func newRows(out io.Writer, comma rune) (rows, error) {
	w := csv.NewWriter(out)
	w.Comma = comma
	if err := w.Write(header); err != nil {
		return rows{}, err
	}
	w.Flush()
	return rows{w}, w.Error()
}

func (w rows) article(id, text string, statements []quotes.Statement) error {
	for _, r := range quotes.Records(id, text, statements) {
		marked := make([]string, len(r.Quotes))
		for i, q := range r.Quotes {
			marked[i] = q.Text
		}
		err := w.Write([]string{
			r.Doc, strconv.Itoa(r.ID), string(r.Type),
			r.Speaker.Name, r.Speaker.Role, string(r.Speaker.Kind), r.Speaker.Gender, string(r.Speaker.How),
			r.Cue.Text, r.Cue.Lemma, r.Cue.Class,
			r.Content.Text, strings.Join(marked, " | "), r.Via,
			strconv.Itoa(r.Content.Start), strconv.Itoa(r.Content.End),
			strconv.FormatFloat(r.Confidence, 'f', -1, 64), strings.Join(r.Rules, " "),
		})
		if err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
