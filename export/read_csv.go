package export

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

func readCSV(r *Reader) error { return readTable(r, ',') }
func readTSV(r *Reader) error { return readTable(r, '\t') }

func readTable(r *Reader, comma rune) error {
	in := bufio.NewReader(r.file)
	marked := false
	if b, _ := in.Peek(len(bom)); string(b) == bom {
		marked = true
		_, _ = in.Discard(len(bom))
	}
	c := csv.NewReader(in)
	c.Comma = comma
	c.ReuseRecord = true
	heads, err := c.Read()
	if err == io.EOF {
		return errors.New("the file is empty")
	}
	if err != nil {
		return err
	}
	if r.fields, err = fieldsOf(heads); err != nil {
		return err
	}
	r.next = func() ([]string, error) {
		cells, err := c.Read()
		if marked {
			for i := range cells {
				cells[i] = fuse(cells[i])
			}
		}
		return cells, err
	}
	return nil
}

// fieldsOf finds the fields by the heads of their columns, in whatever language.
func fieldsOf(heads []string) ([]string, error) {
	out := make([]string, len(heads))
	known := false
	for i, h := range heads {
		out[i] = h
		if k := slices.IndexFunc(fields, func(f field) bool { return h == f.name || h == f.arabic }); k >= 0 {
			out[i], known = fields[k].name, true
		}
	}
	if !known {
		return nil, fmt.Errorf("no column is called %s", strings.Join(checking, ", "))
	}
	return out, nil
}
