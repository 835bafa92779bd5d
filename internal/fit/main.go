// Command fit fits the weight tables in patterns/weights to annotated articles
// and prints what it learned. Run it as `make fit`.
//
// The tables build on each other: speech or name first, then phrases, reports
// and their extent, titles, antecedents, then confidence, each with the ones
// before already in force.
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

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/patterns"
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
	t, err := Fit(join(join(corpus, corpus), join(corpus, more))) // what defines the task counts three times
	if err != nil {
		log.Fatal(err)
	}
	for name, table := range t.Named() {
		if err := write(filepath.Join(flag.Arg(2), name+".yaml"), comments[name], *table); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d features\n", name, len(*table))
		print(os.Stdout, *table)
	}
}

// comments say in the files what the tables weigh.
var comments = map[string]string{
	"speech":     "Speech (+) or name (-): what stands in quotation marks and around them.",
	"phrase":     "What each word is in the phrase of a source: description (D), name (N), behind the phrase (O).",
	"start":      "Where a content that rests on marked words begins: with them, or with which word before them.",
	"report":     "Whether a cue gives a source's words (+) or not (-).",
	"extent":     "Whether a report ends (+) or goes on (-) at a comma, a particle or another cue.",
	"title":      "Who bears a title that stands without a name: what speaks for (+) or against (-) a person, or nobody.",
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
