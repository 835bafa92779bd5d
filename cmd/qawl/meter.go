package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/batch"
)

// How often progress is shown: on a terminal, and in a log.
const (
	barEvery  = time.Second / 4
	lineEvery = time.Minute
)

// meter counts what a run does, shows how far it is, and sums up.
type meter struct {
	env    *environment
	reader *ingest.Reader
	quiet  bool
	always bool  // sum up a single document too
	total  int64 // bytes to read; -1 where it can't be told
	begun  time.Time
	end    chan struct{}

	mu         sync.Mutex
	bar        *progressbar.ProgressBar
	documents  int
	statements int
	speakers   int // of each document
	failures   int
	bytes      int64 // of text, in this run
}

// meter starts one over total bytes of input. stream is where results go, nil
// for a file.
func (c *extractCmd) meter(env *environment, reader *ingest.Reader, total int64, stream io.Writer) *meter {
	m := &meter{env: env, reader: reader, quiet: c.Quiet, always: stream == nil, total: total, begun: time.Now(), end: make(chan struct{})}
	switch {
	case c.Quiet || stream != nil && isTerminal(stream): // the results would run into it
	case isTerminal(env.stderr):
		go m.every(barEvery, m.draw)
	default:
		go m.every(lineEvery, m.line)
	}
	return m
}

func (m *meter) every(d time.Duration, show func()) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-m.end:
			return
		case <-t.C:
			m.mu.Lock()
			select {
			case <-m.end: // meanwhile
			default:
				show()
			}
			m.mu.Unlock()
		}
	}
}

// stop ends the progress, once.
func (m *meter) stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	select {
	case <-m.end:
		return
	default:
	}
	close(m.end)
	if m.bar != nil {
		_ = m.bar.Clear()
	}
}

// count adds what came of a record.
func (m *meter) count(r *batch.Result) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r.Failure != "" {
		m.failures++
		return
	}
	m.documents++
	m.statements += len(r.Statements)
	m.bytes += int64(len(r.Document.Text))
	seen := map[string]bool{}
	for i := range r.Statements {
		seen[r.Statements[i].Speaker.ID] = true
	}
	m.speakers += len(seen)
}

// resumed says that what was counted so far is the work of an earlier run.
func (m *meter) resumed() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.bytes, m.begun = 0, time.Now()
}

// report prints an error beside the progress.
func (m *meter) report(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.bar != nil {
		_ = m.bar.Clear()
	}
	m.env.report(err)
}

// draw shows the bar.
func (m *meter) draw() {
	if m.bar == nil {
		m.bar = progressbar.NewOptions64(m.total,
			progressbar.OptionSetWriter(m.env.stderr),
			progressbar.OptionUseANSICodes(true),
			progressbar.OptionSetPredictTime(m.total >= 0),
			progressbar.OptionFullWidth(),
		)
	}
	m.bar.Describe(fmt.Sprintf("%d documents, %s", m.documents, m.rate()))
	_ = m.bar.Set64(m.reader.BytesRead())
}

// line is the progress in a log.
func (m *meter) line() {
	done := ""
	if read := m.reader.BytesRead(); m.total > 0 && read > 0 {
		left := time.Duration(float64(time.Since(m.begun)) * float64(m.total-read) / float64(read))
		done = fmt.Sprintf("%d %%, about %s left, ", 100*read/m.total, max(left, 0).Round(time.Second))
	}
	fmt.Fprintf(m.env.stderr, "qawl: %s%d documents, %d statements, %s\n", done, m.documents, m.statements, m.rate())
}

// rate is the speed of this run in bytes of text.
func (m *meter) rate() string {
	return fmt.Sprintf("%.1f MB/s", float64(m.bytes)/1e6/max(time.Since(m.begun).Seconds(), 1e-3))
}

// summary ends the run with what it did; errors is the file that says what
// failed. A single article that goes to a stream needs none.
func (m *meter) summary(errors string) {
	m.stop()
	if m.quiet || !m.always && m.documents+m.failures < 2 {
		return
	}
	where := ""
	if errors != "" {
		where = " (" + errors + ")"
	}
	fmt.Fprintf(m.env.stderr, "qawl: %s, %s, %s, %s%s; %.1f MB of text in %s, %s\n",
		count(m.documents, "document"), count(m.statements, "statement"), count(m.speakers, "speaker"),
		count(m.failures, "failure"), where,
		float64(m.bytes)/1e6, time.Since(m.begun).Round(time.Second/10), m.rate())
}
