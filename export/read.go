package export

import (
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// Reader reads statements back from what a [Writer] wrote.
type Reader struct {
	fields []string
	next   func() ([]string, error) // io.EOF ends it
	file   *os.File
	more   io.Closer // what else is open, or nil
}

// readers are the formats that can be read back.
var readers = map[string]func(*Reader) error{
	"jsonl": readJSONL, "json": readJSON, "csv": readCSV, "tsv": readTSV, "xlsx": readXLSX, "parquet": readParquet,
}

// Open opens a file whose format its name tells. Errors name the file.
func Open(name string) (*Reader, error) {
	format := FormatOf(name)
	open := readers[format]
	if open == nil {
		var endings []string
		for _, f := range formats {
			if readers[f.name] != nil {
				endings = append(endings, f.endings...)
			}
		}
		return nil, fmt.Errorf("%s: can't be read back, expected a file that ends in %s", name, strings.Join(endings, ", "))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	r := &Reader{file: f}
	if err := guard(func() error { return open(r) }); err != nil {
		r.Close()
		return nil, fmt.Errorf("%s: no %s by qawl: %w", name, format, err)
	}
	return r, nil
}

// guard turns a panic into an error: the libraries that read xlsx and parquet
// trust some of the lengths and offsets in a file.
func guard(read func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the file is broken: %v", r)
		}
	}()
	return read()
}

// Fields are the names of the fields that the file has, see [Fields].
func (r *Reader) Fields() []string { return r.fields }

// Rows are the statements: the text of every one of Fields, as a cell of a table
// has it. A row may be overwritten by the next. An error, which names file and
// place, ends them.
func (r *Reader) Rows() iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for {
			var row []string
			err := guard(func() (err error) {
				row, err = r.next()
				return err
			})
			if err == io.EOF {
				return
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", r.file.Name(), err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Close closes the file.
func (r *Reader) Close() error {
	if r.more != nil {
		r.more.Close()
	}
	return r.file.Close()
}
