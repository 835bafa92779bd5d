package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/internal/batch"
)

// errStopped ends a run that was told to.
var errStopped = errors.New("stopped; --resume goes on from here")

// interruptible is a context that ends at the first interrupt or request to
// terminate. The second one ends the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// beside is the name of a file that goes with the output: out.csv has
// out.errors.jsonl and out.texts.jsonl.
func beside(target, what string) string {
	return strings.TrimSuffix(target, filepath.Ext(target)) + "." + what + ".jsonl"
}

// outputSet is an output with the files beside it, written in a folder of parts
// until all are whole.
type outputSet struct {
	target   string
	parts    *batch.Parts
	meter    *meter
	main     *hiddenFile
	out      export.Writer
	texts    *hiddenFile // nil for none
	failures failureFile
}

func (c *extractCmd) openSet(parts *batch.Parts, target string, m *meter) (*outputSet, error) {
	s := &outputSet{target: target, parts: parts, meter: m}
	s.failures = failureFile{target: target, parts: parts, meter: m}
	var err error
	if s.main, err = createHidden(parts.Path("output"), target); err != nil {
		return nil, err
	}
	if c.WithText {
		if s.texts, err = createHidden(parts.Path("texts"), beside(target, "texts")); err != nil {
			s.discard()
			return nil, err
		}
	}
	if s.out, err = c.writer(s.main.buf, nil); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

// add writes what came of a record.
func (s *outputSet) add(r *batch.Result) error {
	s.meter.count(r)
	if r.Failure != "" {
		return s.failures.add(r)
	}
	if s.texts != nil {
		if err := s.texts.encode(textLine{
			ID: r.Document.ID, Title: r.Document.Title, Date: r.Document.Date, Outlet: r.Document.Outlet,
			URL: r.Document.URL, Text: r.Document.Text, File: r.Source.File, Record: r.Source.Line,
		}); err != nil {
			return writing(s.texts.target, err)
		}
	}
	if err := s.out.Write(&r.Document, r.Statements); err != nil {
		return writing(s.target, err)
	}
	return nil
}

// textLine is a line of the texts, which extract reads as it reads any JSONL.
type textLine struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	URL    string `json:"url,omitempty"`
	Text   string `json:"text"`
	File   string `json:"file"`
	Record int    `json:"record"`
}

// publish gives all files their names, the main one last.
func (s *outputSet) publish(ctx context.Context) error {
	if err := s.out.Close(); err != nil {
		return writing(s.target, err)
	}
	if ctx.Err() != nil {
		return errors.Join(errStopped, s.parts.Checkpoint())
	}
	for _, f := range []*hiddenFile{s.main, s.texts, s.failures.file} {
		if f != nil {
			if err := f.finish(); err != nil {
				return writing(f.target, err)
			}
		}
	}
	if err := s.failures.publish(); err != nil {
		return writing(beside(s.target, "errors"), err)
	}
	for _, f := range []*hiddenFile{s.texts, s.main} {
		if f != nil {
			if err := f.publish(); err != nil {
				return writing(f.target, err)
			}
		}
	}
	return nil
}

// discard closes what is open. Parts removes the files.
func (s *outputSet) discard() {
	for _, f := range []*hiddenFile{s.main, s.texts, s.failures.file} {
		if f != nil {
			_ = f.file.Close()
		}
	}
}

// hiddenFile is written under another name until it is whole.
type hiddenFile struct {
	file   *os.File
	buf    *bufio.Writer
	json   *json.Encoder
	target string
}

func createHidden(name, target string) (*hiddenFile, error) {
	f, err := createLike(target, name)
	if err != nil {
		return nil, err
	}
	h := &hiddenFile{file: f, buf: bufio.NewWriterSize(f, 256<<10), target: target}
	h.json = json.NewEncoder(h.buf)
	h.json.SetEscapeHTML(false)
	return h, nil
}

// encode writes a line of JSON.
func (h *hiddenFile) encode(v any) error { return h.json.Encode(v) }

func (h *hiddenFile) finish() error { return errors.Join(h.buf.Flush(), h.file.Sync(), h.file.Close()) }

func (h *hiddenFile) publish() error { return os.Rename(h.file.Name(), h.target) }
