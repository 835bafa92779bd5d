package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/qawl-nlp/qawl/internal/batch"
)

// shownFailures is how many failures stderr names where a file names all.
const shownFailures = 10

// failureFile is OUTPUT.errors.jsonl, made at the first failure.
type failureFile struct {
	target string // of the output
	parts  *batch.Parts
	meter  *meter
	file   *hiddenFile
	n      int
}

// failureLine is a line of it.
type failureLine struct {
	File   string `json:"file"`
	Record int    `json:"record"` // the line where it begins; 0 is the whole file
	Reason string `json:"reason"`
}

func (f *failureFile) add(r *batch.Result) error {
	if f.file == nil {
		h, err := createHidden(f.parts.Path("errors"), beside(f.target, "errors"))
		if err != nil {
			return writing(beside(f.target, "errors"), err)
		}
		f.file = h
	}
	switch f.n++; {
	case f.n <= shownFailures:
		f.meter.report(r.Err())
	case f.n == shownFailures+1:
		f.meter.report(fmt.Errorf("there are more failures; all stand in %s in the end", f.name()))
	}
	if err := f.file.encode(failureLine{r.Source.File, r.Source.Line, r.Failure}); err != nil {
		return writing(f.name(), err)
	}
	return nil
}

// name is that of the file, empty where there was no failure.
func (f *failureFile) name() string {
	if f.file == nil {
		return ""
	}
	return f.file.target
}

// publish gives the file its name. Where nothing failed, one of an earlier run
// is removed, since it is not of this output.
func (f *failureFile) publish() error {
	if f.file != nil {
		return f.file.publish()
	}
	if err := os.Remove(beside(f.target, "errors")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
