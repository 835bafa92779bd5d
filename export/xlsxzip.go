package export

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// orderedZip is an archive whose second sheet is its last member. The library
// hands over the sheets in the order of a Go map, and the same input has to give
// the same bytes.
type orderedZip struct {
	*zip.Writer
	name string
	last bytes.Buffer
}

func newOrderedZip(w io.Writer) excelize.ZipWriter { return &orderedZip{Writer: zip.NewWriter(w)} }

// Create is the method of [excelize.ZipWriter].
func (z *orderedZip) Create(name string) (io.Writer, error) {
	if strings.HasSuffix(name, "/sheet2.xml") {
		z.name = name
		return &z.last, nil
	}
	return z.Writer.Create(name)
}

// Close is the method of [excelize.ZipWriter].
func (z *orderedZip) Close() error {
	if z.name != "" {
		w, err := z.Writer.Create(z.name)
		if err == nil {
			_, err = z.last.WriteTo(w)
		}
		if err != nil {
			return err
		}
	}
	return z.Writer.Close()
}
