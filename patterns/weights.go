package patterns

import (
	"bytes"
	"embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

//go:embed weights
var weightFiles embed.FS

// Weights is a table of named features and what each speaks for: a positive
// weight for yes, a negative one against. The weight called "bias" is always
// counted. `make fit` writes the tables.
type Weights map[string]float64

// Weighing is a decision between two readings with its reasons.
type Weighing struct {
	Features []string
	P        float64 // probability of yes
}

// Weigh sums the weights of the features and maps the sum to a probability.
func (w Weights) Weigh(features []string) Weighing {
	return Weighing{Features: features, P: 1 / (1 + math.Exp(-w["bias"]-w.sum(features)))}
}

// Choose gives each of several readings, of which one is right, its
// probability: the sums of their weights, normalised.
func (w Weights) Choose(readings []*Weighing) {
	sums := make([]float64, len(readings))
	for i, r := range readings {
		sums[i] = w.sum(r.Features)
	}
	Normalize(sums)
	for i, r := range readings {
		r.P = sums[i]
	}
}

func (w Weights) sum(features []string) float64 {
	s := 0.0
	for _, f := range features {
		s += w[f]
	}
	return s
}

// LoadWeights returns the built-in table called name.
func LoadWeights(name string) (Weights, error) {
	data, err := weightFiles.ReadFile("weights/" + name + ".yaml")
	if err != nil {
		return nil, err
	}
	w, err := parseWeights(data)
	if err != nil {
		return nil, fmt.Errorf("weights/%s.yaml: %w", name, err)
	}
	return w, nil
}

// parseWeights reads a table as `make fit` writes it, which is a small part of
// YAML: a quoted name, a colon and a number on each line, or a comment. The
// tables are long, and whoever starts the command waits for them.
func parseWeights(data []byte) (Weights, error) {
	w := make(Weights, bytes.Count(data, []byte("\n")))
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		i := strings.LastIndexByte(line, ':')
		if i < 0 {
			return nil, fmt.Errorf("line %d: expected \"feature\": weight", n)
		}
		name, err := strconv.Unquote(line[:i])
		if err != nil {
			return nil, fmt.Errorf("line %d: expected a feature in quotation marks before the colon", n)
		}
		if w[name], err = strconv.ParseFloat(strings.TrimSpace(line[i+1:]), 64); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return w, nil
}

func mustLoadWeights(name string) Weights {
	w, err := LoadWeights(name)
	if err != nil {
		panic("qawl: built-in weights: " + err.Error()) // a test loads them, so no user sees this
	}
	return w
}
