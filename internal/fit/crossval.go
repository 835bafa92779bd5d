package main

import (
	"fmt"
	"io"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/quotes"
)

// crossval fits the tables to one half of the corpus and scores both halves,
// then the other way round. The gap between a fitted and a held half shows how
// far the tables learn the articles instead of the language.
func crossval(out io.Writer, corpus []eval.Pair) error {
	var halves [2][]eval.Pair
	for i, p := range corpus {
		halves[i%2] = append(halves[i%2], p)
	}
	for i := range halves {
		t, err := Fit(halves[i])
		if err != nil {
			return err
		}
		for _, part := range []struct {
			name  string
			pairs []eval.Pair
		}{{"fitted", halves[i]}, {"held", halves[1-i]}} {
			r, err := score(part.pairs, t)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "half %d %-6s quotes.e2e=%.2f stmts.e2e=%.2f\n", i+1, part.name, r.QuotesE2E.F1, r.StmtsE2E.F1)
		}
	}
	return nil
}

// score extracts with the given tables and scores.
func score(pairs []eval.Pair, t quotes.Weights) (eval.Report, error) {
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return eval.Report{}, err
	}
	var gold []eval.Article
	system := map[string][]eval.Statement{}
	for _, p := range pairs {
		st, err := e.Extract(p.Text)
		if err != nil {
			return eval.Report{}, fmt.Errorf("%s: %w", p.ID, err)
		}
		gold = append(gold, p.Gold)
		system[p.ID] = p.System(st)
	}
	r, _ := eval.Score(gold, system)
	return r, nil
}
