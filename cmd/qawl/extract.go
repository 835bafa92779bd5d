package main

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/batch"
	"github.com/qawl-nlp/qawl/quotes"
)

type extractCmd struct {
	inputFlags
	formatFlags
	WithText bool  `help:"Write the texts that were read to OUTPUT.texts.jsonl as well; offsets are those of these texts. Needs -o."`
	Jobs     int   `short:"j" default:"0" placeholder:"N" help:"Articles to work on at once, and cores to use. Default: all cores."`
	Resume   *bool `negatable:"" help:"Go on with a run on the same input that was stopped or killed; --no-resume drops what it did. Needs -o."`
	FailFast bool  `help:"Stop at the first article that can't be read."`
	Quiet    bool  `short:"q" help:"No progress and no summary on stderr."`
	filterFlags
	grammarFlags
	CheckpointSize int `hidden:"" default:"${checkpoint}"`
}

// Help is printed below the usage of the command.
func (extractCmd) Help() string {
	return `Read are plain text, HTML pages (the article in them), Word documents (.docx), JSONL, JSON, CSV and TSV, and TREC-style XML, in folders, zip, tar, gz and zst, in UTF-8, UTF-16, Windows-1256, ISO 8859-6 and Mac Arabic. A text, page or Word document is one article, called by its path below the folder or archive, without the ending. JSONL has an article a line: {"id": "a1", "text": "…"} and, if known, "title", "date", "source" or "outlet", "url"; JSON has such objects in an array. Tables have a row each, below a header. Offsets count the Unicode code points of the text that was read.

What can't be read or is no Arabic text is named on stderr and, with -o out.csv, in out.errors.jsonl with its file and line; the rest is read all the same, and the exit code is 1. Files appear under their names when they are whole. A run that was stopped goes on with --resume; until then its parts lie in .out.csv.parts.

Examples:

	qawl extract article.txt
	qawl extract --speaker بلينكن --types direct,mixed article.html
	qawl extract --min-confidence 0.9 -o quotes.xlsx articles.csv
	qawl extract -o quotes.parquet --glob '*.html' pages/ archive.zip
	qawl extract -o quotes.parquet --resume corpus/*.jsonl.gz
	zcat articles.jsonl.gz | qawl extract --format jsonl | head
	qawl extract --lexicon title.txt --rules my-rules.yaml article.txt`
}

// Validate is called by kong.
func (c extractCmd) Validate() error {
	var own error
	file := c.Output != "" && c.Output != "-"
	switch {
	case c.Jobs < 0:
		own = fmt.Errorf("--jobs is %d, expected 0 (all cores) or more", c.Jobs)
	case c.WithText && !file:
		own = errors.New("--with-text needs an output file (-o FILE)")
	case c.Resume != nil && !file:
		own = errors.New("--resume needs an output file (-o FILE)")
	}
	return errors.Join(own, c.inputFlags.Validate(), c.filterFlags.Validate(), c.formatFlags.Validate())
}

// Run is called by kong.
func (c *extractCmd) Run(env *environment) error {
	e, err := c.extractor()
	if err != nil {
		return err
	}
	cores := runtime.GOMAXPROCS(0)
	if c.Jobs == 0 {
		c.Jobs = cores
	}
	if c.Jobs < cores { // reading and writing on cores of their own wake one another for every article
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(c.Jobs))
	}
	return c.run(env, c.work(e))
}

// work makes the function that turns a record into statements.
func (c *extractCmd) work(e analyzer) func(ingest.Record) batch.Result {
	keep := c.filter()
	return func(record ingest.Record) batch.Result {
		d, err := record.Document()
		var all []quotes.Statement
		if err == nil {
			all, err = extract(e, &d)
		}
		if err != nil {
			r := batch.Failed(record.Source, err)
			r.Size = record.Size
			return r
		}
		kept := keep(all)
		for i := range kept {
			kept[i].Reasons = nil // no format has them
		}
		return batch.Result{Source: d.Source, Document: d.Document, Statements: kept, Size: record.Size}
	}
}
