package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/batch"
)

// errFirst ends a run with --fail-fast.
var errFirst = errors.New("stopped at the first failure (--fail-fast)")

// run extracts to a stream or to a file.
func (c *extractCmd) run(env *environment, work func(ingest.Record) batch.Result) error {
	target, err := fileTarget(c.Output)
	if err != nil {
		return err
	}
	if target != "" {
		return c.runToFile(env, target, work)
	}
	stream := env.stdout
	if c.Output != "" && c.Output != "-" {
		f, err := os.OpenFile(c.Output, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		stream = f
	}
	reader, err := c.reader(env)
	if err != nil {
		return err
	}
	m := c.meter(env, reader, reader.Survey(c.sources()...).Bytes, stream)
	defer m.stop()
	return c.runToStream(stream, reader, m, work)
}

// runToStream writes every document at once, for whoever reads along.
func (c *extractCmd) runToStream(stream io.Writer, reader *ingest.Reader, m *meter, work func(ingest.Record) batch.Result) error {
	buf := bufio.NewWriter(stream)
	out, err := c.writer(buf, stream)
	if err != nil {
		return err
	}
	for r := range batch.Run(context.Background(), reader.Records(c.sources()...), 0, c.Jobs, work) {
		m.count(&r)
		if r.Failure != "" {
			m.report(r.Err())
			if c.FailFast {
				return errFirst
			}
			continue
		}
		if err := out.Write(&r.Document, r.Statements); err != nil {
			return writing(c.Output, err)
		}
		if err := buf.Flush(); err != nil {
			return writing(c.Output, err)
		}
	}
	if err := errors.Join(out.Close(), buf.Flush()); err != nil {
		return writing(c.Output, err)
	}
	m.summary("")
	return nil
}

// runToFile writes a file and what stands beside it. All appear when they are
// whole, and results are kept for a later run until then.
func (c *extractCmd) runToFile(env *environment, target string, work func(ingest.Record) batch.Result) (err error) {
	parts, err := batch.OpenParts(target, c.CheckpointSize)
	switch {
	case errors.Is(err, batch.ErrBusy):
		return err
	case err != nil:
		return writing(target, err)
	}
	done := false
	defer func() {
		if !done {
			err = errors.Join(err, parts.Close())
		}
	}()
	reader, err := c.reader(env, target, beside(target, "errors"), beside(target, "texts"))
	if err != nil {
		return err
	}
	survey := reader.Survey(c.sources()...)
	if err := c.begin(parts, target, survey); err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	m := c.meter(env, reader, survey.Bytes, nil)
	defer m.stop()
	s, err := c.openSet(parts, target, m)
	if err != nil {
		return writing(target, err)
	}
	defer s.discard()
	if err := s.fill(ctx, c, reader, work); err != nil {
		return err
	}
	if err := s.publish(ctx); err != nil {
		return err
	}
	done = true
	m.summary(s.failures.name())
	return parts.Remove()
}

// begin makes parts ready: to go on from, or empty.
func (c *extractCmd) begin(parts *batch.Parts, target string, survey ingest.Survey) error {
	now := batch.Manifest{Version: versionText(), Input: survey.Digest, Options: c.fingerprint(target)}
	switch {
	case parts.Segments() == 0 || c.Resume != nil && !*c.Resume:
		return parts.Begin(now)
	case c.Resume == nil:
		return fmt.Errorf("%s: an earlier run was stopped before it was whole; --resume goes on with it, --no-resume drops what it did", target)
	}
	then, err := parts.Manifest()
	if err != nil {
		return fmt.Errorf("%s can't be resumed: %w; --no-resume starts anew", target, err)
	}
	if reason := now.Differs(then); reason != "" {
		return fmt.Errorf("%s can't be resumed: %s; --no-resume starts anew", target, reason)
	}
	for _, path := range c.sources() {
		if path == "-" {
			return fmt.Errorf("%s can't be resumed: standard input can't be read a second time", target)
		}
	}
	return nil
}

// fill writes the results of an earlier run, then those of this one.
func (s *outputSet) fill(ctx context.Context, c *extractCmd, reader *ingest.Reader, work func(ingest.Record) batch.Result) error {
	resumed := 0
	for r, err := range s.parts.Replay() {
		if err != nil {
			return fmt.Errorf("%s can't be resumed: %w; --no-resume starts anew", s.target, err)
		}
		if ctx.Err() != nil {
			return errStopped
		}
		if err := s.add(&r); err != nil {
			return err
		}
		resumed++
	}
	s.meter.resumed()
	for r := range batch.Run(ctx, reader.Records(c.sources()...), resumed, c.Jobs, work) {
		if r.Failure != "" && c.FailFast {
			s.meter.report(r.Err())
			return errors.Join(errFirst, s.parts.Checkpoint())
		}
		if err := s.add(&r); err != nil {
			return errors.Join(err, s.parts.Checkpoint())
		}
		if err := s.parts.Append(&r); err != nil {
			return writing(s.target, err)
		}
	}
	if ctx.Err() == nil {
		return nil
	}
	if err := s.parts.Checkpoint(); err != nil {
		return writing(s.target, err)
	}
	return errStopped
}

// writing says what could not be written.
func writing(name string, err error) error {
	var path *os.PathError
	var link *os.LinkError
	switch { // they may name a temporary file
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	if name == "" || name == "-" {
		return fmt.Errorf("writing: %w", err)
	}
	return fmt.Errorf("writing %s: %w", name, err)
}
