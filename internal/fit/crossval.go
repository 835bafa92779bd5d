package main

import (
	"fmt"
	"io"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/quotes"
)

// folds is how many parts the further articles are scored in.
const folds = 5

// crossval fits the tables to one half of the corpus, with all of the further
// articles, and scores both halves, then the other way round; then it scores
// each fifth of the further articles with tables fitted to all others. The gap
// between fitted and held articles shows how far the tables learn the articles
// instead of the language.
func crossval(out io.Writer, corpus, more []eval.Pair) error {
	for i := range 2 {
		fitted, held := split(corpus, 2, i)
		t, err := Fit(join(join(fitted, fitted), more))
		if err != nil {
			return err
		}
		for _, part := range []struct {
			name  string
			pairs []eval.Pair
		}{{"fitted", fitted}, {"held", held}} {
			r, err := score(part.pairs, t)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "half %d %-6s quotes.e2e=%.2f stmts.e2e=%.2f\n", i+1, part.name, r.QuotesE2E.F1, r.StmtsE2E.F1)
		}
	}
	if len(more) == 0 {
		return nil
	}
	var gold []eval.Article
	system := map[string][]eval.Statement{}
	for i := range folds {
		fitted, held := split(more, folds, i)
		t, err := Fit(join(join(corpus, corpus), fitted))
		if err != nil {
			return err
		}
		if err := extract(held, t, &gold, system); err != nil {
			return err
		}
	}
	r, _ := eval.Score(gold, system)
	fmt.Fprintf(out, "held fifths of %d further articles\n", len(more))
	r.Write(out)
	return nil
}

// split holds every n-th pair from the i-th on.
func split(pairs []eval.Pair, n, i int) (fitted, held []eval.Pair) {
	for k, p := range pairs {
		if k%n == i {
			held = append(held, p)
		} else {
			fitted = append(fitted, p)
		}
	}
	return fitted, held
}

func join(a, b []eval.Pair) []eval.Pair {
	return append(append([]eval.Pair(nil), a...), b...)
}

// score extracts with the given tables and scores.
func score(pairs []eval.Pair, t quotes.Weights) (eval.Report, error) {
	var gold []eval.Article
	system := map[string][]eval.Statement{}
	if err := extract(pairs, t, &gold, system); err != nil {
		return eval.Report{}, err
	}
	r, _ := eval.Score(gold, system)
	return r, nil
}

// extract adds annotation and statements of the pairs.
func extract(pairs []eval.Pair, t quotes.Weights, gold *[]eval.Article, system map[string][]eval.Statement) error {
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return err
	}
	for _, p := range pairs {
		st, err := e.Extract(p.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		*gold = append(*gold, p.Gold)
		system[p.ID] = p.System(st)
	}
	return nil
}
