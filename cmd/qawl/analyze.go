package main

import (
	"fmt"
	"iter"
	"os"
	"runtime/debug"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/quotes"
)

// analyzer is what the commands need of an extractor: Extract costs less, Analyze
// tells the reasons too.
type analyzer interface {
	Extract(text string) ([]quotes.Statement, error)
	Analyze(text string) (*quotes.Analysis, error)
}

func extract(e analyzer, d *ingest.Document) ([]quotes.Statement, error) { return over(d, e.Extract) }

func analyze(e analyzer, d *ingest.Document) (*quotes.Analysis, error) { return over(d, e.Analyze) }

// over runs what an extractor does over d. The error names the document, also
// where it was a panic.
func over[T any](d *ingest.Document, do func(text string) (T, error)) (result T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = internalError(r)
		}
		if err != nil {
			err = &ingest.Error{Source: d.Source, Err: fmt.Errorf("document %q: %w", d.ID, err)}
		}
	}()
	return do(d.Text)
}

// analyses analyzes documents one by one. What fails is reported and left out.
func (env *environment) analyses(e analyzer, documents iter.Seq2[ingest.Document, error]) iter.Seq2[ingest.Document, *quotes.Analysis] {
	return func(yield func(ingest.Document, *quotes.Analysis) bool) {
		for d, err := range documents {
			var a *quotes.Analysis
			if err == nil {
				a, err = analyze(e, &d)
			}
			if err != nil {
				env.report(err)
				continue
			}
			if !yield(d, a) {
				return
			}
		}
	}
}

// internalError describes a recovered panic. QAWL_DEBUG=1 adds the stack.
func internalError(r any) error {
	if os.Getenv("QAWL_DEBUG") != "" {
		return fmt.Errorf("internal error: %v\n%s", r, debug.Stack())
	}
	return fmt.Errorf("internal error: %v (please report it with the text; QAWL_DEBUG=1 shows more)", r)
}
