package ingest

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/qawl-nlp/qawl/quotes"
)

// Source is the place where a record was read.
type Source struct {
	File string // path as given or found; members of an archive stand behind its path and a slash
	Line int    // where the record begins, from 1; 0 where the file is one article
}

// String returns the place as editors know it: file or file:line.
func (s Source) String() string {
	if s.Line == 0 {
		return s.File
	}
	return fmt.Sprintf("%s:%d", s.File, s.Line)
}

// Document is an article with the place where it was read. Its ID is what the
// source gives; without one, the path below the folder or archive that was
// asked for, without its ending, and the line of the record.
type Document struct {
	quotes.Document
	Source
}

// Error says what could not be read, and why.
type Error struct {
	Source
	Err error
}

// Error returns place and reason.
func (e *Error) Error() string { return e.Source.String() + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// Record is an article as it stands in its file, not yet decoded, so that
// readers and decoders can run side by side.
type Record struct {
	Source
	Size  int // bytes as it stands, decompressed
	parse func() (quotes.Document, error)
}

// Document decodes the record. The error is an [*Error]. It is safe to call in
// another goroutine than the one that reads.
func (r Record) Document() (Document, error) {
	d, err := r.parse()
	if err == nil {
		err = checkArabic(d.Text)
	}
	if err != nil {
		return Document{Source: r.Source}, failure(r.Source, err)
	}
	return Document{d, r.Source}, nil
}

// failure puts a reason to a place. A path is not named twice.
func failure(s Source, err error) *Error {
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return &Error{Source: s, Err: err}
}
