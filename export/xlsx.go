package export

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

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
// in the second. Statements wait in a temporary file until Close; in memory are
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
	yes, one, many, landscape := true, 1, 0, "landscape"
	for _, name := range b.file.GetSheetList() {
		err := errors.Join(
			b.file.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &yes}),
			// On paper all columns stand side by side.
			b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}),
			b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}),
		)
		if err != nil {
			return err
		}
	}
	if err := b.styles(); err != nil {
		return err
	}
	return b.stream()
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

// stream makes the statement sheet a stream, and writes its head.
func (b *workbook) stream() error {
	var err error
	if b.sheet, err = b.file.NewStreamWriter(statementSheet); err != nil {
		return err
	}
	heads := make([]any, len(b.columns))
	for i, f := range b.columns {
		if err := b.sheet.SetColWidth(i+1, i+1, f.width); err != nil {
			return err
		}
		heads[i] = excelize.Cell{StyleID: b.head, Value: f.arabic}
	}
	if err := b.sheet.SetPanes(frozen); err != nil {
		return err
	}
	b.row = 1
	return b.sheet.SetRow("A1", heads, excelize.RowOpts{Height: headHeight})
}

// Both sheets keep their head in sight.
var frozen = &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}

// Heights of rows, in points. Not every program fits rows to wrapped text.
const (
	headHeight = 22
	lineHeight = 16
	tallest    = 12 // lines
)

func (b *workbook) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range rows(d, statements) {
		b.counts.Add(r.fact())
		lines := 1
		for i, f := range b.columns {
			c := b.cellOf(f.name, f.value(&r))
			b.cells[i] = c
			if text, ok := c.Value.(string); ok {
				lines = max(lines, 1+int(float64(utf8.RuneCountInString(text))/f.width))
			}
		}
		if b.row == excelize.TotalRows {
			return fmt.Errorf("document %q: a sheet ends after %d rows; csv and parquet have no such limit", d.ID, excelize.TotalRows)
		}
		b.row++
		height := excelize.RowOpts{Height: lineHeight * float64(min(lines, tallest))}
		if err := b.sheet.SetRow(fmt.Sprintf("A%d", b.row), b.cells, height); err != nil {
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
	if err := b.filter(statementSheet, len(b.columns), b.row); err != nil {
		return err
	}
	if err := b.sheet.Flush(); err != nil {
		return err
	}
	if err := b.speakers(); err != nil {
		return err
	}
	return b.file.Write(b.w)
}

// filter puts buttons into the head of a sheet.
func (b *workbook) filter(sheet string, columns, rows int) error {
	last, err := excelize.CoordinatesToCellName(columns, max(rows, 2))
	if err != nil {
		return err
	}
	return b.file.AutoFilter(sheet, "A1:"+last, nil)
}
