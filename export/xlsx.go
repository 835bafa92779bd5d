package export

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

// Names of the sheets.
const (
	statementSheet = "الأقوال"
	speakerSheet   = "القائلون"
)

// workbook is an Office Open XML workbook for readers of Arabic: two sheets that
// run from right to left, one row a statement in the first and one row a speaker
// in the second. The rows wait in a temporary file until Close; in memory are
// the speakers.
type workbook struct {
	w       io.Writer
	file    *excelize.File
	sheet   *excelize.StreamWriter
	columns []field
	text    int // style of text cells
	number  int
	head    int
	row     int // the last that was written
	counts  report.Counts
	cells   []any
}

func newXLSX(w io.Writer, columns []field, _ Options) (Writer, error) {
	b := &workbook{w: w, file: excelize.NewFile(), columns: columns, cells: make([]any, len(columns))}
	if err := b.begin(); err != nil {
		return nil, errors.Join(err, b.file.Close())
	}
	return b, nil
}

func (b *workbook) begin() error {
	if err := b.file.SetSheetName("Sheet1", statementSheet); err != nil {
		return err
	}
	if _, err := b.file.NewSheet(speakerSheet); err != nil {
		return err
	}
	if err := b.styles(); err != nil {
		return err
	}
	heads, widths := make([]string, len(b.columns)), make([]float64, len(b.columns))
	for i, f := range b.columns {
		heads[i], widths[i] = f.arabic, f.width
	}
	var err error
	b.sheet, err = b.open(statementSheet, heads, widths)
	b.row = 1
	return err
}

// styles defines how cells look.
func (b *workbook) styles() (err error) {
	at := &excelize.Alignment{Vertical: "top", WrapText: true, ReadingOrder: 2}
	middle := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	const asText = 49 // the built-in number format "@"
	if b.text, err = b.file.NewStyle(&excelize.Style{Alignment: at, NumFmt: asText}); err != nil {
		return err
	}
	if b.number, err = b.file.NewStyle(&excelize.Style{Alignment: middle}); err != nil {
		return err
	}
	b.head, err = b.file.NewStyle(&excelize.Style{
		Alignment: &excelize.Alignment{Vertical: "center", ReadingOrder: 2},
		Font:      &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E5F"}},
	})
	return err
}

// open begins a sheet: from right to left, with a frozen head.
func (b *workbook) open(name string, heads []string, widths []float64) (*excelize.StreamWriter, error) {
	yes := true
	if err := b.file.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &yes}); err != nil {
		return nil, err
	}
	s, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, width := range widths {
		if err := s.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	cells := make([]any, len(heads))
	for i, h := range heads {
		cells[i] = excelize.Cell{StyleID: b.head, Value: h}
	}
	return s, s.SetRow("A1", cells, excelize.RowOpts{Height: 22})
}

func (b *workbook) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range rows(d, statements) {
		b.counts.Add(r.fact())
		for i, f := range b.columns {
			b.cells[i] = b.cellOf(f.name, f.value(&r))
		}
		if b.row++; b.row > excelize.TotalRows {
			return fmt.Errorf("document %q: a sheet ends after %d rows; csv and parquet have no such limit", d.ID, excelize.TotalRows)
		}
		if err := b.sheet.SetRow(fmt.Sprintf("A%d", b.row), b.cells); err != nil {
			return err
		}
	}
	return nil
}

// cellOf is a cell with a number, or with text that stays text.
func (b *workbook) cellOf(f string, value any) excelize.Cell {
	switch v := value.(type) {
	case int, float64:
		return excelize.Cell{StyleID: b.number, Value: v}
	case string:
		value = report.Word(f, v)
	}
	text := fitting(cell(value))
	if text == "" {
		return excelize.Cell{StyleID: b.text}
	}
	return excelize.Cell{StyleID: b.text, Value: text}
}

// fitting cuts a text to what a cell holds, in UTF-16 units, and shows that it
// did.
func fitting(s string) string {
	if len(s) <= excelize.TotalCellChars {
		return s
	}
	u := utf16.Encode([]rune(s))
	if len(u) <= excelize.TotalCellChars {
		return s
	}
	u = u[:excelize.TotalCellChars-1]
	if last := rune(u[len(u)-1]); last >= 0xd800 && last < 0xdc00 { // half a character
		u = u[:len(u)-1]
	}
	return string(utf16.Decode(u)) + "…"
}

func (b *workbook) Close() (err error) {
	defer func() { err = errors.Join(err, b.file.Close()) }()
	if err := b.end(b.sheet, statementSheet, len(b.columns), b.row); err != nil {
		return err
	}
	if err := b.speakers(); err != nil {
		return err
	}
	return b.file.Write(b.w)
}

// end ends a sheet: its head can be filtered.
func (b *workbook) end(s *excelize.StreamWriter, name string, columns, rows int) error {
	last, err := excelize.CoordinatesToCellName(columns, max(rows, 2))
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	return s.Flush()
}

// speakers writes the second sheet.
func (b *workbook) speakers() error {
	heads := []string{"القائل", "الصفة", "نوع القائل", "الجنس", "المقالات", "الأقوال"}
	widths := []float64{30, 40, 16, 10, 10, 10}
	types := []string{string(quotes.Direct), string(quotes.Mixed), string(quotes.Indirect)}
	for _, t := range types {
		heads, widths = append(heads, report.Word("type", t)), append(widths, 12)
	}
	s, err := b.open(speakerSheet, heads, widths)
	if err != nil {
		return err
	}
	all := b.counts.Speakers()
	for i, g := range all {
		cells := []any{
			b.cellOf("speaker", g.Name), b.cellOf("role", g.Role), b.cellOf("kind", g.Kind), b.cellOf("gender", g.Gender),
			b.cellOf("", g.Documents), b.cellOf("", g.Statements),
		}
		for _, t := range types {
			cells = append(cells, b.cellOf("", g.Types[t]))
		}
		if err := s.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			return err
		}
	}
	return b.end(s, speakerSheet, len(heads), len(all)+1)
}
