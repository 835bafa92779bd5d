package main

import (
	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

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
	t.Speech = patterns.FitWeights(speechObservations(corpus), 1)
	t.Phrase = speakers.FitPhrases(phraseExamples(corpus, t.Speech))
	t.Report = patterns.Weights{} // every cue counts
	starts, err := startObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Start = patterns.FitChoice(starts, 1)
	reports, err := reportObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Report = patterns.FitWeights(reports, 1)
	extents, err := extentObservations(corpus, t)
	if err != nil {
		return t, err
	}
	t.Extent = patterns.FitWeights(extents, 1)
	titles, err := choiceObservations(corpus, t, (*quotes.Analysis).TitleDecisions)
	if err != nil {
		return t, err
	}
	t.Title = patterns.FitChoice(titles, 8)
	for range 2 { // who spoke last depends on the weights themselves
		obs, err := choiceObservations(corpus, t, (*quotes.Analysis).AntecedentDecisions)
		if err != nil {
			return t, err
		}
		t.Antecedent = patterns.FitChoice(obs, 4) // their features overlap most
	}
	return t, nil
}
