package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/quotes"
)

type evalCmd struct {
	Gold   string `arg:"" help:"Annotated articles, as JSONL."`
	Docs   string `arg:"" optional:"" help:"The texts of these articles, as JSONL."`
	System string `placeholder:"FILE" help:"Score the statements in FILE (JSONL) instead of extracting."`
	Errors int    `placeholder:"N" help:"Print the errors grouped by cause, and the first N of them."`
	JSON   bool   `name:"json" help:"Print one JSON object."`
	grammarFlags
}

// Help is printed below the usage of the command.
func (evalCmd) Help() string {
	return `Figures are per cent. detect: found or not; e2e: found and the speaker is right; conf: precision of the statements that are that sure. With --system, DOCS is only needed to show the words of errors.

Examples:

	qawl eval dev.jsonl dev.docs.jsonl
	qawl eval --errors 20 dev.jsonl dev.docs.jsonl
	qawl eval --json --system other.jsonl dev.jsonl`
}

// Validate is called by kong.
func (c *evalCmd) Validate() error {
	if c.Docs == "" && c.System == "" {
		return fmt.Errorf("expected DOCS to extract from, or --system FILE")
	}
	if c.Errors < 0 {
		return fmt.Errorf("--errors is %d, expected 0 or more", c.Errors)
	}
	return nil
}

// Run is called by kong.
func (c *evalCmd) Run(env *environment) error {
	gold, docs, err := c.load()
	if err != nil {
		return err
	}
	system, err := c.system(env, gold, docs)
	if err != nil {
		return err
	}
	report, errs := eval.Score(gold, system)
	bands := eval.Calibration(gold, system)
	if c.JSON {
		return writeJSON(env, report, bands, listed(errs, c.Errors, docs))
	}
	if err := report.Write(env.stdout); err != nil {
		return err
	}
	if err := eval.WriteCalibration(env.stdout, bands); err != nil {
		return err
	}
	if c.Errors == 0 {
		return nil
	}
	if err := eval.WriteCauses(env.stdout, eval.Causes(errs)); err != nil {
		return err
	}
	return writeErrors(env.stdout, listed(errs, c.Errors, docs))
}

// load reads the gold file and the texts by document.
func (c *evalCmd) load() ([]eval.Article, map[string]eval.Document, error) {
	docs := map[string]eval.Document{}
	if c.Docs == "" {
		gold, err := readWith(c.Gold, eval.ReadGold)
		return gold, docs, err
	}
	pairs, err := eval.Load(c.Gold, c.Docs)
	if err != nil {
		return nil, nil, err
	}
	gold := make([]eval.Article, len(pairs))
	for i, p := range pairs {
		gold[i], docs[p.ID] = p.Gold, p.Document
	}
	return gold, docs, nil
}

// system reads the statements to score, or extracts them.
func (c *evalCmd) system(env *environment, gold []eval.Article, docs map[string]eval.Document) (map[string][]eval.Statement, error) {
	if c.System != "" {
		return readWith(c.System, eval.ReadStatements)
	}
	e, err := c.extractor()
	if err != nil {
		return nil, err
	}
	out := map[string][]eval.Statement{}
	for _, g := range gold {
		d := ingest.Document{Document: quotes.Document{ID: g.Doc, Text: docs[g.Doc].Text}, Source: ingest.Source{File: c.Docs}}
		a, err := analyze(e, &d)
		if err != nil {
			env.report(err)
			continue
		}
		out[g.Doc] = eval.Pair{Document: docs[g.Doc], Gold: g}.System(a.Statements)
	}
	return out, nil
}

func readWith[T any](name string, read func(io.Reader, string) (T, error)) (T, error) {
	f, err := os.Open(name)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return read(f, name)
}

type jsonBand struct {
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	N     int     `json:"n"`
	Right int     `json:"right"`
}

func writeJSON(env *environment, report eval.Report, bands []eval.Band, errs []scoringError) error {
	out := struct {
		eval.Report
		Calibration []jsonBand     `json:"calibration"`
		Errors      []scoringError `json:"errors,omitempty"`
	}{Report: report, Errors: errs}
	for _, b := range bands {
		out.Calibration = append(out.Calibration, jsonBand(b))
	}
	enc := json.NewEncoder(env.stdout)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
