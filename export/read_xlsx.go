package export

import (
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/internal/report"
)

func readXLSX(r *Reader) error {
	f, err := excelize.OpenReader(r.file)
	if err != nil {
		return err
	}
	r.more = f
	rows, err := f.Rows(statementSheet)
	if err != nil {
		return err
	}
	rows.Next()
	heads, err := rows.Columns()
	if err != nil {
		return err
	}
	if r.fields, err = fieldsOf(heads); err != nil {
		return err
	}
	r.next = func() ([]string, error) {
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				return nil, err
			}
			if len(cells) == 0 {
				continue // a row that someone left empty
			}
			out := make([]string, len(r.fields)) // empty cells at the end of a row are left out
			for i := range min(len(cells), len(out)) {
				out[i] = report.Code(r.fields[i], cells[i])
			}
			return out, nil
		}
		if err := rows.Error(); err != nil {
			return nil, err
		}
		return nil, io.EOF
	}
	return nil
}
