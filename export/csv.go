package export

import (
	"encoding/csv"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

// table is CSV or TSV as RFC 4180 has it: cells with a separator, quotation
// mark or line break stand in quotation marks.
type table struct {
	csv     *csv.Writer
	columns []field
	cell    func(any) string
	cells   []string // of the line being made
}

func newCSV(w io.Writer, columns []field, o Options) (Writer, error) {
	return newTable(w, ',', columns, o)
}
func newTSV(w io.Writer, columns []field, o Options) (Writer, error) {
	return newTable(w, '\t', columns, o)
}

func newTable(w io.Writer, comma rune, columns []field, o Options) (Writer, error) {
	t := &table{csv: csv.NewWriter(w), columns: columns, cell: cell, cells: make([]string, len(columns))}
	t.csv.Comma = comma
	for i, f := range columns {
		t.cells[i] = f.name
	}
	if o.BOM {
		if _, err := io.WriteString(w, bom); err != nil {
			return nil, err
		}
		t.csv.UseCRLF = true
		t.cell = func(v any) string { return defuse(cell(v)) }
	}
	if err := t.csv.Write(t.cells); err != nil {
		return nil, err
	}
	t.csv.Flush()
	return t, t.csv.Error()
}

func (t *table) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range rows(d, statements) {
		for i, f := range t.columns {
			t.cells[i] = t.cell(f.value(&r))
		}
		if err := t.csv.Write(t.cells); err != nil {
			return err
		}
	}
	t.csv.Flush()
	return t.csv.Error()
}

func (t *table) Close() error { return nil }
