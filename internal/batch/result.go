// Package batch extracts statements from many records: on all cores, in the
// order of the input, with checkpoints from which a run that was killed goes on.
package batch

import (
	"errors"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/quotes"
)

// Result is what came of one record.
type Result struct {
	Source     ingest.Source
	Document   quotes.Document
	Statements []quotes.Statement
	Failure    string // why there is no document, empty where there is one
	Size       int    // of the record, in bytes
}

// Failed makes a result of what went wrong at s.
func Failed(s ingest.Source, err error) Result {
	if known, ok := errors.AsType[*ingest.Error](err); ok {
		s, err = known.Source, known.Err
	}
	return Result{Source: s, Failure: err.Error()}
}

// Err is the failure as an error that names its place.
func (r *Result) Err() error { return &ingest.Error{Source: r.Source, Err: errors.New(r.Failure)} }
