package export

import (
	"errors"

	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

// speakers writes the second sheet. It is no stream: excelize writes several
// streams in an order that changes from run to run.
func (b *workbook) speakers() error {
	heads := []string{"القائل", "الصفة", "نوع القائل", "الجنس", "المقالات", "الأقوال"}
	widths := []float64{30, 40, 16, 10, 10, 10}
	types := []quotes.Type{quotes.Direct, quotes.Mixed, quotes.Indirect}
	for _, t := range types {
		heads, widths = append(heads, report.Word("type", string(t))), append(widths, 12)
	}
	for i, h := range heads {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(speakerSheet, column, column, widths[i]); err != nil {
			return err
		}
		if err := b.put(1, i+1, excelize.Cell{StyleID: b.head, Value: h}); err != nil {
			return err
		}
	}
	all := b.counts.Speakers()
	for i, g := range all {
		cells := []excelize.Cell{
			b.cellOf("speaker", g.Name), b.cellOf("role", g.Role), b.cellOf("kind", g.Kind), b.cellOf("gender", g.Gender),
			b.cellOf("", g.Documents), b.cellOf("", g.Statements),
		}
		for _, t := range types {
			cells = append(cells, b.cellOf("", g.Types[string(t)]))
		}
		for k, c := range cells {
			if err := b.put(i+2, k+1, c); err != nil {
				return err
			}
		}
	}
	return errors.Join(
		b.file.SetRowHeight(speakerSheet, 1, headHeight), b.file.SetPanes(speakerSheet, frozen),
		b.filter(speakerSheet, len(heads), len(all)+1),
	)
}

// put writes a cell of the speaker sheet.
func (b *workbook) put(row, column int, c excelize.Cell) error {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	switch v := c.Value.(type) {
	case string:
		err = b.file.SetCellStr(speakerSheet, name, v)
	case int:
		err = b.file.SetCellInt(speakerSheet, name, int64(v))
	}
	return errors.Join(err, b.file.SetCellStyle(speakerSheet, name, name, c.StyleID))
}
