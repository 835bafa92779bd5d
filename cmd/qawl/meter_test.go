package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/batch"
	"github.com/qawl-nlp/qawl/quotes"
)

// halfway is a meter of a run that has read the half of its input.
func halfway(t *testing.T) (*meter, *bytes.Buffer) {
	t.Helper()
	reader, err := ingest.New(ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range reader.Read("in", strings.NewReader(strings.Repeat("ق", 500))) {
	}
	var stderr bytes.Buffer
	m := &meter{env: &environment{stderr: &stderr}, reader: reader, total: 2000, begun: time.Now().Add(-10 * time.Second), end: make(chan struct{})}
	m.count(&batch.Result{Document: quotes.Document{Text: strings.Repeat("x", 20e6)}, Statements: make([]quotes.Statement, 3)})
	m.count(&batch.Result{Failure: "unread"})
	return m, &stderr
}

func TestProgressInALog(t *testing.T) {
	m, stderr := halfway(t)
	m.line()
	contains(t, stderr.String(), "qawl: 50 %, about 10s left, 1 documents, 3 statements, 2.0 MB/s\n")
	m.total = -1
	m.line()
	contains(t, stderr.String(), "\nqawl: 1 documents, 3 statements, 2.0 MB/s\n")
}

func TestProgressOnATerminal(t *testing.T) {
	m, stderr := halfway(t)
	m.draw()
	contains(t, stderr.String(), "1 documents, 2.0 MB/s", "50%")
	m.report(errors.New("unread"))
	m.stop()
	m.stop()
	if !strings.HasSuffix(stderr.String(), "\r") && !strings.HasSuffix(stderr.String(), "\x1b[2K\r") {
		t.Errorf("the bar stays: %q", stderr)
	}
	contains(t, stderr.String(), "qawl: unread\n")
}
