package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/benchmark"
)

// BenchmarkCommand compares one pass of the reference over the texts of a corpus
// with the command over its files, in which reading, decompressing, decoding and
// writing are included. One operation is all of the corpus.
func BenchmarkCommand(b *testing.B) {
	corpus := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(corpus); err != nil {
		b.Skipf("the corpus is part of no clone: %v", err)
	}
	reader, err := ingest.New(ingest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for record, err := range reader.Records(corpus) {
		if err != nil {
			b.Fatal(err)
		}
		if d, err := record.Document(); err == nil { // some are in English
			text.WriteString(d.Text)
			text.WriteString("\n\n")
		}
	}
	all := text.String()
	b.Run("reference", func(b *testing.B) {
		m := benchmark.Start(b, int64(len(all)))
		for b.Loop() {
			benchmark.Reference.FindAllStringIndex(all, -1)
		}
		m.Report()
	})
	for _, jobs := range []int{1, 2} {
		b.Run("extract/jobs="+strconv.Itoa(jobs), func(b *testing.B) {
			b.ReportAllocs()
			m := benchmark.Start(b, int64(len(all)))
			for b.Loop() {
				withHeadroom(func() int {
					return run([]string{"extract", "--quiet", "--jobs", strconv.Itoa(jobs), "--format", "jsonl", corpus}, strings.NewReader(""), io.Discard, io.Discard)
				})
			}
			m.Report()
		})
	}
}
