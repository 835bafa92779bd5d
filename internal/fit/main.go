// Command fit fits the weight tables in patterns/weights to annotated articles
// and prints what it learned. Run it as `make fit`.
//
// The tables build on each other: speech or name first, then antecedents, then
// confidence, each with the ones before already in force.
package main

import (
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

func main() {
	log.SetFlags(0)
	cross := len(os.Args) == 4 && os.Args[1] == "-crossval"
	if cross {
		os.Args = append(os.Args[:1], os.Args[2:]...)
	} else if len(os.Args) != 4 {
		log.Fatal("usage: fit GOLD.jsonl DOCS.jsonl WEIGHTS-FOLDER\n       fit -crossval GOLD.jsonl DOCS.jsonl")
	}
	corpus, err := eval.Load(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	if cross {
		if err := crossval(os.Stdout, corpus); err != nil {
			log.Fatal(err)
		}
		return
	}
	t, err := Fit(corpus)
	if err != nil {
		log.Fatal(err)
	}
	for name, w := range map[string]patterns.Weights{"speech": t.Speech, "antecedent": t.Antecedent, "confidence": t.Confidence} {
		if err := write(filepath.Join(os.Args[3], name+".yaml"), comments[name], w); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d features\n", name, len(w))
		print(os.Stdout, w)
	}
}

var comments = map[string]string{
	"speech":     "Speech (+) or name (-): what stands in quotation marks and around them.",
	"antecedent": "Who is meant by a cue without a subject: what speaks for (+) or against (-) a candidate.",
	"confidence": "How sure a statement is: what its rule, subject and weighings say of its being right.",
}

func write(path, comment string, w patterns.Weights) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n# Written by `make fit`; the features are described in the Go code that names them.\n", comment)
	print(&b, w)
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// print lists the weights, the heaviest first.
func print(out io.Writer, w patterns.Weights) {
	names := make([]string, 0, len(w))
	for n := range w {
		if math.Abs(w[n]) >= 0.005 {
			names = append(names, n)
		}
	}
	sort.Slice(names, func(i, j int) bool {
		if x, y := math.Abs(w[names[i]]), math.Abs(w[names[j]]); x != y {
			return x > y
		}
		return names[i] < names[j]
	})
	for _, n := range names {
		fmt.Fprintf(out, "%q: %.2f\n", n, w[n])
	}
}

// Fit fits all tables to a corpus.
func Fit(corpus []eval.Pair) (quotes.Weights, error) {
	t := quotes.DefaultWeights()
	speech, err := speechObservations(corpus)
	if err != nil {
		return t, err
	}
	t.Speech = patterns.FitWeights(speech, 1)
	for range 2 { // who spoke last depends on the weights themselves
		obs, err := antecedentObservations(corpus, t)
		if err != nil {
			return t, err
		}
		t.Antecedent = patterns.FitChoice(obs, 1)
	}
	obs, err := confidenceObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Confidence = patterns.FitWeights(obs, 2)
	return t, nil
}

func speechObservations(corpus []eval.Pair) ([]patterns.Observation, error) {
	var out []patterns.Observation
	g := patterns.DefaultGrammar()
	for _, p := range corpus {
		s := g.Scan(p.Text)
		for i, sp := range s.Spans {
			if sp.First >= sp.Last {
				continue
			}
			span := points(p.Text, int(s.Text.Tokens[sp.First].Start), int(s.Text.Tokens[sp.Last-1].End))
			for _, q := range p.Gold.Quotes {
				if q.Label != "?" && eval.IoU(q.Span, span) >= 0.8 {
					out = append(out, patterns.Observation{Features: s.Speech[i].Features, Yes: q.Label != "-"})
				}
			}
		}
	}
	return out, nil
}

func antecedentObservations(corpus []eval.Pair, t quotes.Weights) ([][]patterns.Observation, error) {
	var out [][]patterns.Observation
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return nil, err
	}
	for _, p := range corpus {
		a, err := e.Analyze(p.Text)
		if err != nil {
			return nil, err
		}
		for _, d := range a.Decisions() {
			gold := match(p, points(p.Text, d.Content.Start, d.Content.End))
			if gold == nil {
				continue
			}
			var group []patterns.Observation
			for _, c := range d.Candidates {
				group = append(group, patterns.Observation{Features: c.Features, Yes: eval.SpeakerRight(c.Name, p.Gold.Entities[gold.Speaker])})
			}
			out = append(out, group)
		}
	}
	return out, nil
}

func confidenceObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return nil, err
	}
	for _, p := range corpus {
		st, err := e.Extract(p.Text)
		if err != nil {
			return nil, err
		}
		sys := p.System(st)
		for i, j := range eval.Judge(p.Gold, sys) {
			if j != eval.Ignored {
				out = append(out, patterns.Observation{Features: quotes.ConfidenceFeatures(st[i]), Yes: j == eval.Right})
			}
		}
	}
	return out, nil
}

func match(p eval.Pair, content eval.Span) *eval.GoldStatement {
	var best *eval.GoldStatement
	top := 0.5
	for i := range p.Gold.Statements {
		if v := eval.IoU(p.Gold.Statements[i].Span, content); v >= top {
			best, top = &p.Gold.Statements[i], v
		}
	}
	return best
}

func points(text string, start, end int) eval.Span {
	from := utf8.RuneCountInString(text[:start])
	return eval.Span{Start: from, End: from + utf8.RuneCountInString(text[start:end])}
}
