package main

import (
	"errors"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/qawl-nlp/qawl/export"
)

// formatFlags say where statements go and how they are written.
type formatFlags struct {
	Output string   `short:"o" placeholder:"FILE" help:"Write to FILE, which appears when it is whole."`
	Format string   `enum:"auto,table,${formats}" default:"auto" help:"One of table,${formats}. Default: what the name of the output file says; else table on a terminal, csv with --fields or --bom, jsonl."`
	Fields []string `placeholder:"NAME" help:"Columns of a table, in this order; some of ${fields}."`
	BOM    bool     `name:"bom" help:"csv and tsv for spreadsheet programs: a byte order mark in front, and no cell can run as a formula."`
}

// formatVars are what the tags of formatFlags name.
func formatVars() kong.Vars {
	return kong.Vars{"formats": strings.Join(export.Formats(), ","), "fields": strings.Join(export.Fields(), ", ")}
}

// Validate is called by kong.
func (f formatFlags) Validate() error {
	switch format := f.settle(false); {
	case format != "table":
		return export.Check(format, f.options())
	case len(f.Fields) > 0 || f.BOM:
		return errors.New("--format table has no --fields and no --bom")
	}
	return nil
}

func (f formatFlags) options() export.Options { return export.Options{Fields: f.Fields, BOM: f.BOM} }

// settle returns the format that the flags stand for.
func (f formatFlags) settle(terminal bool) string {
	switch {
	case f.Format != "auto":
		return f.Format
	case export.FormatOf(f.Output) != "":
		return export.FormatOf(f.Output)
	case len(f.Fields) > 0 || f.BOM:
		return "csv"
	case terminal && (f.Output == "" || f.Output == "-"):
		return "table"
	}
	return "jsonl"
}

// writer writes to out, which passes on to the stream below.
func (f formatFlags) writer(out, stream io.Writer) (export.Writer, error) {
	if format := f.settle(isTerminal(stream)); format != "table" {
		return export.New(format, out, f.options())
	}
	return &table{out: out, width: terminalWidth(stream)}, nil
}
