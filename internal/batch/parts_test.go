package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/quotes"
)

const article = "قالت الوزيرة ليلى الحمداني إن المحصول «أفضل من كل التوقعات»، مضيفة أن الحصاد يبدأ الأحد."

// results are what work makes of some records.
func results(n int) []Result {
	out := make([]Result, n)
	for i := range out {
		out[i] = Result{Source: ingest.Source{File: "in", Line: i + 1}, Size: 100}
		if i%3 == 2 {
			out[i].Failure = "unread"
			continue
		}
		out[i].Document = quotes.Document{ID: fmt.Sprint(i), Text: article, Title: "ع"}
		out[i].Statements = quotes.Extract(article)
		for k := range out[i].Statements {
			out[i].Statements[k].Reasons = nil
		}
	}
	return out
}

func open(t *testing.T, target string) *Parts {
	t.Helper()
	p, err := OpenParts(target, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func replayed(t *testing.T, p *Parts) []Result {
	t.Helper()
	var out []Result
	for r, err := range p.Replay() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func TestPartsOutliveTheirRun(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out.csv")
	want := results(35)
	m := Manifest{Version: "1", Input: "x", Options: map[string]string{"--types": "direct"}}
	p := open(t, target)
	if err := p.Begin(m); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if err := p.Append(&want[i]); err != nil {
			t.Fatal(err)
		}
	}
	if p.Segments() != 3 {
		t.Errorf("%d segments", p.Segments())
	}
	if err := p.Close(); err != nil { // as after a kill: the last segment is not finished
		t.Fatal(err)
	}
	p = open(t, target)
	got := replayed(t, p)
	if diff := cmp.Diff(records30(want), got); diff != "" {
		t.Error(diff)
	}
	if then, err := p.Manifest(); err != nil || m.Differs(then) != "" {
		t.Errorf("manifest %+v, %v", then, err)
	}
	for i := 30; i < 35; i++ {
		if err := p.Append(&want[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Checkpoint(); err != nil {
		t.Fatal(err)
	}
	if n := len(replayed(t, p)); n != 35 {
		t.Errorf("%d results", n)
	}
	if err := p.Remove(); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(target)); err != nil || len(entries) > 0 {
		t.Errorf("left are %v, %v", entries, err)
	}
}

// records30 are the results of finished segments, as a gob has them: without
// empty lists.
func records30(all []Result) []Result {
	out := all[:30]
	for i := range out {
		for k := range out[i].Statements {
			if len(out[i].Statements[k].Quotes) == 0 {
				out[i].Statements[k].Quotes = nil
			}
		}
	}
	return out
}

func TestBeginDropsWhatWas(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out.csv")
	p := open(t, target)
	all := results(25)
	for i := range all {
		if err := p.Append(&all[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(p.Checkpoint(), p.Begin(Manifest{})); err != nil {
		t.Fatal(err)
	}
	if p.Segments() != 0 || len(replayed(t, p)) != 0 {
		t.Errorf("%d segments", p.Segments())
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(target), ".out.csv.parts")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is kept for nothing: %v", err)
	}
}

func TestDamagedSegmentIsNamed(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out.csv")
	p := open(t, target)
	all := results(10)
	for i := range all {
		if err := p.Append(&all[i]); err != nil {
			t.Fatal(err)
		}
	}
	name := p.segment(1)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range [][]byte{data[:len(data)/2], data[:len(data)-1], append(data[:len(data)-1:len(data)-1], data[len(data)-1]^1), []byte("x")} {
		if err := os.WriteFile(name, damaged, 0o666); err != nil {
			t.Fatal(err)
		}
		var last error
		for _, err := range p.Replay() {
			last = err
		}
		if last == nil {
			t.Errorf("%d of %d bytes are taken for a segment", len(damaged), len(data))
		}
	}
}

func TestOneRunAtATime(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out.csv")
	p := open(t, target)
	if _, err := OpenParts(target, 1000); !errors.Is(err, ErrBusy) {
		t.Errorf("error %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := open(t, target).Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenParts(filepath.Join(filepath.Dir(target), "none", "out.csv"), 1000); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestManifestsDiffer(t *testing.T) {
	m := Manifest{Version: "1", Input: "x", Options: map[string]string{"--types": "direct"}}
	for want, then := range map[string]Manifest{
		"":                                     m,
		`--types is "direct" now and was ""`:   {Version: "1", Input: "x"},
		`--bom is "" now and was "true"`:       {Version: "1", Input: "x", Options: map[string]string{"--types": "direct", "--bom": "true"}},
		"it was begun by version 2, this is 1": {Version: "2", Input: "x", Options: m.Options},
		"the input files are others or have changed": {Version: "1", Input: "y", Options: m.Options},
	} {
		if got := m.Differs(then); got != want {
			t.Errorf("%q, expected %q", got, want)
		}
	}
}
