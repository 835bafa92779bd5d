package export

import (
	"errors"
	"io"
	"strings"

	"github.com/parquet-go/parquet-go"
)

func readParquet(r *Reader) error {
	info, err := r.file.Stat()
	if err != nil {
		return err
	}
	f, err := parquet.OpenFile(r.file, info.Size())
	if err != nil {
		return err
	}
	type place struct {
		field   int    // index in fields
		between string // what stands between several values
	}
	at := map[int]place{} // by number of the column of values
	for i, path := range f.Schema().Columns() {
		k := len(r.fields) - 1
		if k < 0 || r.fields[k] != path[0] {
			r.fields = append(r.fields, path[0])
			k++
		}
		switch path[len(path)-1] {
		case path[0], "element":
			at[i] = place{k, " "}
		case "text":
			at[i] = place{k, between}
		}
	}
	if _, err := fieldsOf(r.fields); err != nil {
		return err
	}
	in := parquet.NewReader(f)
	r.more = in
	row := make([]parquet.Row, 1)
	r.next = func() ([]string, error) {
		n, err := in.ReadRows(row)
		if n == 0 {
			if err == nil {
				err = io.ErrNoProgress
			}
			return nil, err
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		out := make([]string, len(r.fields))
		row[0].Range(func(column int, values []parquet.Value) bool {
			if p, ok := at[column]; ok {
				out[p.field] = join(values, p.between)
			}
			return true
		})
		return out, nil
	}
	return nil
}

// join is the text of what a column has in a row.
func join(values []parquet.Value, between string) string {
	var out []string
	for _, v := range values {
		if !v.IsNull() {
			out = append(out, visible(v.String()))
		}
	}
	return strings.Join(out, between)
}
