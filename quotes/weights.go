package quotes

import (
	"fmt"
	"iter"

	"github.com/qawl-nlp/qawl/patterns"
)

// Weights are the tables that decide between readings.
type Weights struct {
	Speech     patterns.Weights // speech or name
	Phrase     patterns.Weights // title, name and end of a source's phrase
	Start      patterns.Weights // where a content with marked words begins
	Report     patterns.Weights // whether a cue reports
	Extent     patterns.Weights // where a report ends
	Title      patterns.Weights // who bears a title without a name
	Antecedent patterns.Weights // who is meant
	Confidence patterns.Weights // how sure a statement is
}

// Named visits the tables by name, each behind those it builds on. The names are
// those of the files in patterns/weights and of the decisions in [Reason].
func (w *Weights) Named() iter.Seq2[string, *patterns.Weights] {
	return func(yield func(string, *patterns.Weights) bool) {
		_ = yield("speech", &w.Speech) && yield("phrase", &w.Phrase) && yield("start", &w.Start) && yield("report", &w.Report) && yield("extent", &w.Extent) &&
			yield("title", &w.Title) && yield("antecedent", &w.Antecedent) && yield("confidence", &w.Confidence)
	}
}

// Table returns the table with a name of [Weights.Named], nil for any other.
func (w *Weights) Table(name string) patterns.Weights {
	for n, table := range w.Named() {
		if n == name {
			return *table
		}
	}
	return nil
}

// tables are [Weights] readied for deciding.
type tables struct{ speech, start, report, extent, title, antecedent, confidence *patterns.Table }

func (w Weights) tables() tables {
	return tables{
		speech: w.Speech.Table(), start: w.Start.Table(), report: w.Report.Table(), extent: w.Extent.Table(),
		title: w.Title.Table(), antecedent: w.Antecedent.Table(), confidence: w.Confidence.Table(),
	}
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
	for name, table := range w.Named() {
		if *table, err = patterns.LoadWeights(name); err != nil {
			return w, err
		}
	}
	return w, nil
}

// WithWeights sets tables of one's own.
func WithWeights(w Weights) Option {
	return func(e *Extractor) error {
		for name, table := range w.Named() {
			if *table == nil {
				return fmt.Errorf("quotes: WithWeights needs all tables, there is none of %s", name)
			}
		}
		e.weights = w
		return nil
	}
}
