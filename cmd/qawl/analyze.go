package main

import (
	"fmt"
	"iter"
	"os"
	"runtime/debug"

	"github.com/qawl-nlp/qawl/quotes"
)

// analyzer is what extract and explain need of an extractor.
type analyzer interface {
	Analyze(text string) (*quotes.Analysis, error)
}

// analyze runs e over d. A panic comes out as an error that names the document.
func analyze(e analyzer, d document) (a *quotes.Analysis, err error) {
	defer func() {
		if r := recover(); r != nil {
			a, err = nil, fmt.Errorf("%s: document %q: %w", d.where, d.id, internalError(r))
		}
	}()
	a, err = e.Analyze(d.text)
	if err != nil {
		return nil, fmt.Errorf("%s: document %q: %w", d.where, d.id, err)
	}
	return a, nil
}

// analyses analyzes the documents of files. What fails is reported and left out.
func (env *environment) analyses(e analyzer, files []string) iter.Seq2[document, *quotes.Analysis] {
	return func(yield func(document, *quotes.Analysis) bool) {
		for d, err := range env.documents(files) {
			var a *quotes.Analysis
			if err == nil {
				a, err = analyze(e, d)
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
