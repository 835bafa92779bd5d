// Package export writes articles with their statements as tables, JSON and
// pages.
//
// A [Writer] takes one document after another and writes it at once, so that a
// collection of any size needs the memory of one document; what a format keeps
// until [Writer.Close] stands in its file.
//
// Offsets in all formats count Unicode code points of the article, end excluded,
// as in [quotes.Record].
package export

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/quotes"
)

// Writer writes documents with their statements in one format. It is not safe
// for concurrent use.
type Writer interface {
	// Write writes a document with its statements and keeps neither. Their spans
	// are byte offsets in d.Text; one that isn't is an error, and nothing of the
	// document is written. Without a Sentence a statement has no context.
	Write(d *quotes.Document, statements []quotes.Statement) error
	// Close writes what ends the format. It does not close the io.Writer below.
	Close() error
}

// Options change what a Writer writes. The zero value is the default.
type Options struct {
	// Fields are the columns of a table and their order, see [Fields]. Formats
	// that are no tables have none.
	Fields []string
	// BOM begins csv and tsv with a byte order mark, by which spreadsheet programs
	// know UTF-8, and keeps cells from running as formulas.
	BOM bool
}

// format is one entry of the registry.
type format struct {
	name    string
	endings []string // of file names
	fields  []string // default columns, for tables
	bom     bool     // whether Options.BOM means something
	open    func(w io.Writer, columns []field, o Options) (Writer, error)
}

var formats = []format{
	{name: "jsonl", endings: []string{".jsonl", ".ndjson"}, open: newJSONL},
	{name: "json", endings: []string{".json"}, open: newJSON},
	{name: "csv", endings: []string{".csv"}, fields: checking, bom: true, open: newCSV},
	{name: "tsv", endings: []string{".tsv", ".tab"}, fields: checking, bom: true, open: newTSV},
	{name: "xlsx", endings: []string{".xlsx"}, fields: checking, open: newXLSX},
	{name: "markdown", endings: []string{".md", ".markdown"}, fields: reading, open: newMarkdown},
	{name: "html", endings: []string{".html", ".htm"}, open: newHTML},
	{name: "jsonld", endings: []string{".jsonld"}, open: newJSONLD},
	{name: "parquet", endings: []string{".parquet"}, fields: everything, open: newParquet},
}

// Formats lists the names of the formats.
func Formats() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.name)
	}
	return out
}

// FormatOf returns the format that the name of a file asks for by its ending,
// or "" where it asks for none.
func FormatOf(file string) string {
	ending := strings.ToLower(filepath.Ext(file))
	for _, f := range formats {
		if slices.Contains(f.endings, ending) {
			return f.name
		}
	}
	return ""
}

// New returns a Writer of the format with the given name. It may write the head
// of the format at once. Errors other than those of w say which format, field or
// option is unknown or does not fit.
func New(name string, w io.Writer, o Options) (Writer, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return nil, fmt.Errorf("unknown format %q, expected one of %s", name, strings.Join(Formats(), ", "))
	}
	f := formats[i]
	if err := f.check(o); err != nil {
		return nil, err
	}
	names := o.Fields
	if len(names) == 0 {
		names = f.fields
	}
	columns, err := columnsOf(names)
	if err != nil {
		return nil, err
	}
	out, err := f.open(w, columns, o)
	if err != nil {
		return nil, err
	}
	return checked{out}, nil
}

// Check returns the error that New would return for these options.
func Check(name string, o Options) error {
	_, err := New(name, io.Discard, o)
	return err
}

// check reports options that mean nothing in this format.
func (f format) check(o Options) error {
	if len(o.Fields) > 0 && f.fields == nil {
		return fmt.Errorf("format %s is no table, fields can be chosen for %s", f.name, with(func(f format) bool { return f.fields != nil }))
	}
	if o.BOM && !f.bom {
		return fmt.Errorf("format %s has no byte order mark, only %s", f.name, with(func(f format) bool { return f.bom }))
	}
	return nil
}

// with names the formats for which is holds.
func with(is func(format) bool) string {
	var out []string
	for _, f := range formats {
		if is(f) {
			out = append(out, f.name)
		}
	}
	return strings.Join(out, ", ")
}
