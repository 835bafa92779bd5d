// Command fit fits the weight tables in patterns/weights to annotated articles
// and prints what it learned. Run it as `make fit`.
//
// The tables build on each other: speech or name first, then phrases, reports and their extent, titles, antecedents, then
// confidence, each with the ones before already in force.
package main

import (
	"flag"
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
	"github.com/qawl-nlp/qawl/speakers"
)

func main() {
	log.SetFlags(0)
	cross := flag.Bool("crossval", false, "score with tables fitted to other articles instead of writing tables")
	annotations := flag.String("annotations", "", "folder of more annotated articles, whose texts lie in -corpus")
	texts := flag.String("corpus", "", "folder of gzipped JSONL files of articles")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: fit [flags] GOLD.jsonl DOCS.jsonl WEIGHTS-FOLDER\n       fit -crossval [flags] GOLD.jsonl DOCS.jsonl")
		flag.PrintDefaults()
	}
	flag.Parse()
	want := 3
	if *cross {
		want = 2
	}
	if flag.NArg() != want {
		flag.Usage()
		os.Exit(2)
	}
	corpus, err := eval.Load(flag.Arg(0), flag.Arg(1))
	if err != nil {
		log.Fatal(err)
	}
	var more []eval.Pair
	if *annotations != "" {
		paths, err := filepath.Glob(filepath.Join(*annotations, "*.jsonl"))
		if err != nil {
			log.Fatal(err)
		}
		if more, err = eval.LoadCorpus(*texts, paths...); err != nil {
			log.Fatal(err)
		}
	}
	if *cross {
		if err := crossval(os.Stdout, corpus, more); err != nil {
			log.Fatal(err)
		}
		return
	}
	t, err := Fit(join(join(corpus, corpus), more)) // what defines the task counts twice
	if err != nil {
		log.Fatal(err)
	}
	for _, table := range tables {
		w := *table.of(&t)
		if err := write(filepath.Join(flag.Arg(2), table.name+".yaml"), table.comment, w); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d features\n", table.name, len(w))
		print(os.Stdout, w)
	}
}

// tables are what is fitted, by the names of their files.
var tables = []struct {
	name, comment string
	of            func(*quotes.Weights) *patterns.Weights
}{
	{"speech", "Speech (+) or name (-): what stands in quotation marks and around them.", func(t *quotes.Weights) *patterns.Weights { return &t.Speech }},
	{"phrase", "What each word is in the phrase of a source: description (D), name (N), behind the phrase (O).", func(t *quotes.Weights) *patterns.Weights { return &t.Phrase }},
	{"report", "Whether a cue gives a source's words (+) or not (-).", func(t *quotes.Weights) *patterns.Weights { return &t.Report }},
	{"extent", "Whether a report ends (+) or goes on (-) at a comma, a particle or another cue.", func(t *quotes.Weights) *patterns.Weights { return &t.Extent }},
	{"title", "Who bears a title that stands without a name: what speaks for (+) or against (-) a person, or nobody.", func(t *quotes.Weights) *patterns.Weights { return &t.Title }},
	{"antecedent", "Who is meant by a cue without a subject: what speaks for (+) or against (-) a candidate.", func(t *quotes.Weights) *patterns.Weights { return &t.Antecedent }},
	{"confidence", "How sure a statement is: what its rule, subject and weighings say of its being right.", func(t *quotes.Weights) *patterns.Weights { return &t.Confidence }},
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

// Fit fits all tables to a corpus. How sure a statement is learns from halves of
// it by the tables that the other half gives, for tables are too sure of what
// they were fitted to.
func Fit(corpus []eval.Pair) (quotes.Weights, error) {
	t, err := fitDecisions(corpus)
	if err != nil {
		return t, err
	}
	var obs []patterns.Observation
	for i := range 2 {
		fitted, held := split(corpus, 2, i)
		half, err := fitDecisions(fitted)
		if err != nil {
			return t, err
		}
		more, err := confidenceObservations(held, half)
		if err != nil {
			return t, err
		}
		obs = append(obs, more...)
	}
	t.Confidence = patterns.FitWeights(obs, 2)
	return t, nil
}

// fitDecisions fits all tables but that of confidence.
func fitDecisions(corpus []eval.Pair) (quotes.Weights, error) {
	t := quotes.DefaultWeights()
	speech, err := speechObservations(corpus)
	if err != nil {
		return t, err
	}
	t.Speech = patterns.FitWeights(speech, 1)
	t.Phrase = speakers.FitPhrases(phraseExamples(corpus, t.Speech))
	t.Report = patterns.Weights{} // every cue counts
	reports, err := reportObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Report = patterns.FitWeights(reports, 2)
	extents, err := extentObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Extent = patterns.FitWeights(extents, 1)
	titles, err := titleObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Title = patterns.FitChoice(titles, 1)
	for range 2 { // who spoke last depends on the weights themselves
		obs, err := antecedentObservations(corpus, t)
		if err != nil {
			return t, err
		}
		t.Antecedent = patterns.FitChoice(obs, 1)
	}
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

// reportObservations are the cues found, right where their content is annotated.
func reportObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return nil, err
	}
	for _, p := range corpus {
		a, err := e.Analyze(p.Text)
		if err != nil {
			return nil, err
		}
		for _, d := range a.ReportDecisions() {
			span := points(p.Text, d.Content.Start, d.Content.End)
			yes := match(p, span) != nil || startsStatement(p, span)
			if !yes && p.Unscored(span) {
				continue
			}
			out = append(out, patterns.Observation{Features: d.Features, Yes: yes})
		}
	}
	return out, nil
}

// startsStatement reports whether an annotated statement begins where span does.
func startsStatement(p eval.Pair, span eval.Span) bool {
	const near = 2 // code points, for marks
	for _, g := range p.Gold.Statements {
		if max(g.Start-span.Start, span.Start-g.Start) <= near {
			return true
		}
	}
	return false
}

// extentObservations are the places in a report up to its annotated end: there
// it ends, before it goes on.
func extentObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return nil, err
	}
	const near = 2 // code points, for marks at the edges
	for _, p := range corpus {
		a, err := e.Analyze(p.Text)
		if err != nil {
			return nil, err
		}
		for _, r := range a.Reports() {
			start := utf8.RuneCountInString(p.Text[:r.Start])
			for _, g := range p.Gold.Statements {
				if max(g.Start-start, start-g.Start) > near {
					continue
				}
				for _, b := range r.Boundaries {
					end := utf8.RuneCountInString(p.Text[:b.End])
					if end > g.End+near {
						break
					}
					out = append(out, patterns.Observation{Features: b.Features, Yes: end >= g.End-near})
				}
				break
			}
		}
	}
	return out, nil
}

// titleObservations are the persons weighed as bearers of a bare title. Nobody
// is right where none of them is the annotated speaker.
func titleObservations(corpus []eval.Pair, t quotes.Weights) ([][]patterns.Observation, error) {
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
		for _, d := range a.TitleDecisions() {
			gold := match(p, points(p.Text, d.Content.Start, d.Content.End))
			if gold == nil {
				continue
			}
			var group []patterns.Observation
			found := false
			for _, c := range d.Candidates {
				yes := c.Name != "" && eval.SpeakerRight(c.Name, p.Gold.Entities[gold.Speaker])
				if c.Name == "" {
					yes = !found
				}
				found = found || yes
				group = append(group, patterns.Observation{Features: c.Features, Yes: yes})
			}
			out = append(out, group)
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
