package quotes

import (
	"fmt"
	"math"

	"github.com/qawl-nlp/qawl/patterns"
)

// Weights are the tables that decide between readings.
type Weights struct {
	Speech     patterns.Weights // speech or name
	Antecedent patterns.Weights // who is meant
	Confidence patterns.Weights // how sure a statement is
}

// DefaultWeights returns the built-in tables.
func DefaultWeights() Weights {
	w, err := loadWeights()
	if err != nil {
		panic("qawl: " + err.Error()) // a test loads them, so no user sees this
	}
	return w
}

func loadWeights() (w Weights, err error) {
	for name, table := range map[string]*patterns.Weights{"speech": &w.Speech, "antecedent": &w.Antecedent, "confidence": &w.Confidence} {
		if *table, err = patterns.LoadWeights(name); err != nil {
			return w, err
		}
	}
	return w, nil
}

// WithWeights sets tables of one's own.
func WithWeights(w Weights) Option {
	return func(e *Extractor) error {
		if w.Speech == nil || w.Antecedent == nil || w.Confidence == nil {
			return fmt.Errorf("quotes: WithWeights needs all three tables")
		}
		e.weights = w
		return nil
	}
}

// ConfidenceFeatures names what tells how sure a statement is.
func ConfidenceFeatures(st Statement) []string {
	var f []string
	confidenceFeatures(&st, func(prefix, name string) { f = append(f, prefix+name) })
	return f
}

// confidenceFeatures visits the features in two parts, so that whoever only
// looks them up needs no memory for their names.
func confidenceFeatures(st *Statement, visit func(prefix, name string)) {
	visit("type=", string(st.Type))
	visit("kind=", string(st.Speaker.Kind))
	visit("class=", st.Cue.Class)
	for _, r := range st.Rules {
		visit("rule=", r)
	}
	for i := range st.Reasons {
		visit(st.Reasons[i].Decision, band(st.Reasons[i].P))
	}
}

// confidence returns how likely it is that a statement is right.
func confidence(w patterns.Weights, st *Statement) float64 {
	sum := 0.0
	confidenceFeatures(st, func(prefix, name string) { sum += w[prefix+name] })
	return 1 / (1 + math.Exp(-w["bias"]-sum))
}

func band(p float64) string {
	switch {
	case p >= 0.95:
		return ">=0.95"
	case p >= 0.8:
		return ">=0.8"
	case p >= 0.5:
		return ">=0.5"
	}
	return "<0.5"
}
