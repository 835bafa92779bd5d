package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/qawl-nlp/qawl/quotes"
)

type extractCmd struct {
	Files []string `arg:"" optional:"" name:"file" help:"Texts, or articles as JSONL; - or nothing is stdin."`
	formatFlags
	filterFlags
	grammarFlags
}

// Help is printed below the usage of the command.
func (extractCmd) Help() string {
	return `A text file is one article, called by the name of the file without its extension. A .jsonl file, or one that begins with a JSON object on a line of its own, holds an article a line: {"id": "a1", "text": "…"}; other fields such as "title" may be there. All input is UTF-8. Offsets count the Unicode code points of the text.

A line or file that can't be read is named on stderr, the rest is read all the same, and the exit code is 1.

Examples:

	qawl extract article.txt
	qawl extract --speaker بلينكن --types direct,mixed article.txt
	qawl extract --min-confidence 0.9 -o quotes.csv articles.jsonl
	zcat articles.jsonl.gz | qawl extract --format jsonl | head
	qawl extract --lexicon title.txt --rules my-rules.yaml article.txt`
}

// Validate is called by kong.
func (c extractCmd) Validate() error {
	return errors.Join(c.filterFlags.Validate(), c.formatFlags.Validate())
}

// Run is called by kong.
func (c *extractCmd) Run(env *environment) error {
	e, err := c.extractor()
	if err != nil {
		return err
	}
	return env.writeTo(c.Output, func(w io.Writer) error { return c.write(env, e, w) })
}

func (c *extractCmd) write(env *environment, e *quotes.Extractor, w io.Writer) error {
	out := bufio.NewWriter(w)
	f, err := c.writer(out, w)
	if err != nil {
		return err
	}
	keep := c.filter()
	for d, a := range env.analyses(e, c.Files) {
		if err := f.Write(&quotes.Document{ID: d.id, Text: d.text}, keep(a.Statements)); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return out.Flush()
}
