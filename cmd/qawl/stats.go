package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/internal/report"
)

type statsCmd struct {
	Files  []string `arg:"" name:"file" help:"What qawl extract wrote: parquet, jsonl, json, csv, tsv or xlsx."`
	Top    int      `default:"20" help:"Show this many of every list; 0 shows all."`
	Format string   `enum:"auto,table,html,json" default:"auto" help:"table, html (a page with charts) or json. Default: what the name of the output file says, else table."`
	Output string   `short:"o" placeholder:"FILE" help:"Write to FILE, which appears when it is whole."`
}

// Help is printed below the usage of the command.
func (statsCmd) Help() string {
	return `Counts statements by speaker, type, class of the cue, gender and outlet. Speakers of one name are one, in whatever articles they stand. A list whose field is not in the file says so: a csv has what --fields chose, jsonl and json have no outlet, parquet has all.

Examples:

	qawl extract -o quotes.parquet articles.jsonl && qawl stats quotes.parquet
	qawl stats --top 50 quotes.csv
	qawl stats -o who.html january.parquet february.parquet`
}

// Validate is called by kong.
func (c statsCmd) Validate() error {
	if c.Top < 0 {
		return fmt.Errorf("--top is %d, expected 0 or more", c.Top)
	}
	return nil
}

// Run is called by kong.
func (c *statsCmd) Run(env *environment) error {
	s := statistics{known: map[string]bool{}}
	for _, name := range c.Files {
		if err := s.read(name); err != nil {
			return err
		}
	}
	return env.writeTo(c.Output, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		if err := c.write(out, &s, isTerminal(w)); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		return out.Flush()
	})
}

// statistics are the counts of some files.
type statistics struct {
	counts report.Counts
	known  map[string]bool // fields that every file has
}

// read counts the statements of a file.
func (s *statistics) read(name string) error {
	r, err := export.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	var f report.Fact
	targets := map[string]*string{
		"doc": &f.Doc, "outlet": &f.Outlet, "type": &f.Type, "class": &f.Class,
		"speaker": &f.Speaker, "role": &f.Role, "kind": &f.Kind, "gender": &f.Gender,
	}
	first := len(s.known) == 0
	into := make([]*string, len(r.Fields()))
	for field, target := range targets {
		k := slices.Index(r.Fields(), field)
		if k >= 0 {
			into[k] = target
		}
		s.known[field] = k >= 0 && (first || s.known[field])
	}
	for _, field := range []string{"speaker", "type"} {
		if !s.known[field] {
			return fmt.Errorf("%s: has no column %q; expected at least speaker and type", name, field)
		}
	}
	for row, err := range r.Rows() {
		if err != nil {
			return err
		}
		for i, target := range into {
			if target != nil {
				*target = row[i]
			}
		}
		s.counts.Add(f)
	}
	return nil
}

func (c *statsCmd) write(w io.Writer, s *statistics, terminal bool) error {
	all := s.counts.All
	sections := s.counts.Sections(func(field string) bool { return s.known[field] })
	if !s.known["doc"] {
		forgetDocuments(&all, sections)
	}
	top := c.Top
	for _, s := range sections {
		if c.Top == 0 {
			top = max(top, len(s.Groups))
		}
	}
	format := c.Format
	if ending := export.FormatOf(c.Output); format == "auto" && (ending == "html" || ending == "json") {
		format = ending
	}
	switch format {
	case "html":
		var names []string
		for _, f := range c.Files {
			names = append(names, filepath.Base(f))
		}
		return report.Page(w, strings.Join(names, "، "), all, sections, top)
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			report.Group
			By []report.Section `json:"by"`
		}{all, sections})
	}
	_, err := io.WriteString(w, statsTable(all, sections, top, terminal))
	return err
}

// forgetDocuments takes out numbers of documents where nothing told them apart.
func forgetDocuments(all *report.Group, sections []report.Section) {
	all.Documents = 0
	for _, s := range sections {
		for i := range s.Groups {
			s.Groups[i].Documents = 0
		}
	}
}
