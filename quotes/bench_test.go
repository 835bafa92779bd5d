package quotes

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/internal/benchmark"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// The benchmarks run over news articles in ../shared/corpus, which are no part
// of the repository; elsewhere over the articles of testdata again and again.

// sample is how many articles the benchmarks go round, and every which one of
// the corpus is taken.
const sample, every = 1000, 22

// corpus returns articles, and their mean length in bytes.
func corpus(b *testing.B) (texts []string, mean int64) {
	b.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "shared", "corpus", "*.jsonl.gz"))
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for _, name := range files {
		if err := readCorpus(name, func(line []byte) error {
			if n++; n%every != 0 || len(texts) == sample {
				return nil
			}
			var article struct {
				Text string `json:"text"`
			}
			err := json.Unmarshal(line, &article)
			texts = append(texts, article.Text)
			return err
		}); err != nil {
			b.Fatal(err)
		}
	}
	if len(files) == 0 {
		texts = testArticles(b)
	}
	total := 0
	for _, t := range texts {
		total += len(t)
	}
	return texts, int64(total / len(texts))
}

func readCorpus(name string, line func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		if err := line(sc.Bytes()); err != nil {
			return err
		}
	}
	return sc.Err()
}

func testArticles(b *testing.B) []string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles (%v)", err)
	}
	var texts []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// BenchmarkStages compares one pass of the reference with extraction as a whole
// and with its stages. One operation is one article, so the allocations are those
// of an article.
func BenchmarkStages(b *testing.B) {
	texts, mean := corpus(b)
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	for _, t := range texts { // once, for what is made once
		if _, err := e.Extract(t); err != nil {
			b.Fatal(err)
		}
	}
	stage := func(name string, run func(text string)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			m := benchmark.Start(b, mean)
			for i := 0; b.Loop(); i++ {
				run(texts[i%len(texts)])
			}
			m.Report()
		})
	}
	b.Run("reference", func(b *testing.B) {
		all := strings.Join(texts, "\n\n") // one long pass is what suits regexp best
		b.ReportAllocs()
		m := benchmark.Start(b, int64(len(all)))
		for b.Loop() {
			benchmark.Reference.FindAllStringIndex(all, -1)
		}
		m.Report()
	})
	stage("extract", func(text string) {
		if _, err := e.Extract(text); err != nil {
			b.Fatal(err)
		}
	})
	stage("tokens", func(text string) { arabic.Tokenize(text) })
	stage("tokens-marks-cues", func(text string) {
		s := &patterns.Scan{}
		e.grammar.ScanInto(s, text, e.tables.speech)
		if _, err := e.frames(s, nil); err != nil {
			b.Fatal(err)
		}
	})

	// The other stages begin with what those before them made. That is made
	// for a batch at a time, while the clock stands still.
	later := func(name string, run func(text string, a *Analysis), prepare func(text string) *Analysis) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			m := benchmark.Start(b, mean)
			batch := make([]*Analysis, min(len(texts), 100))
			for i := 0; b.Loop(); i++ {
				if i%len(batch) == 0 {
					m.Pause()
					for k := range batch {
						batch[k] = prepare(texts[(i+k)%len(texts)])
					}
					m.Resume()
				}
				run(texts[i%len(texts)], batch[i%len(batch)])
			}
			m.Report()
		})
	}
	later("mentions", func(_ string, a *Analysis) { speakers.NewArticle(a.Scan, e.phrases) }, func(text string) *Analysis {
		a := newAnalysis(false)
		e.grammar.ScanInto(a.Scan, text, e.tables.speech)
		return a
	})
	later("resolution", func(_ string, a *Analysis) {
		if len(a.frames) == 0 {
			return // an article where nobody speaks comes no further
		}
		a.Article.Merge(e.tables.title)
		a.Article.Resolve(a.cues, e.tables.antecedent)
	}, func(text string) *Analysis {
		a := newAnalysis(false)
		if err := e.prepare(a, text); err != nil {
			b.Fatal(err)
		}
		return a
	})
	out := json.NewEncoder(io.Discard)
	later("export", func(text string, a *Analysis) {
		for _, r := range Records("a", text, a.Statements) {
			if err := out.Encode(r); err != nil {
				b.Fatal(err)
			}
		}
	}, func(text string) *Analysis {
		a, err := e.Analyze(text)
		if err != nil {
			b.Fatal(err)
		}
		return a
	})
}

// BenchmarkSize extracts the same 10 MB as articles of several sizes. The cost
// is linear where MB/s hardly differ.
func BenchmarkSize(b *testing.B) {
	texts, _ := corpus(b)
	const total = 10_000_000
	var all strings.Builder
	for i := 0; all.Len() < total; i++ {
		all.WriteString(texts[i%len(texts)])
		all.WriteString("\n\n")
	}
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	for _, size := range []int{1_000, 10_000, 1_000_000, 10_000_000} {
		pieces := cut(all.String()[:total], size)
		b.Run(strconv.Itoa(size/1000)+"kB", func(b *testing.B) {
			b.ReportAllocs()
			m := benchmark.Start(b, int64(total/len(pieces)))
			for i := 0; b.Loop(); i++ {
				if _, err := e.Extract(pieces[i%len(pieces)]); err != nil {
					b.Fatal(err)
				}
			}
			m.Report()
		})
	}
}

// cut cuts text in pieces of about size bytes, between code points.
func cut(text string, size int) []string {
	var out []string
	for len(text) > 0 {
		n := min(size, len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}
