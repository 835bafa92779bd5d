package speakers

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/qawl-nlp/qawl/patterns"
)

// PhraseExample is a phrase with its right labels: the units of Scan from
// Start on.
type PhraseExample struct {
	Scan   *patterns.Scan
	Start  int
	Labels []PhraseLabel
}

// NewPhraseExample returns an example with as many labels as a phrase can have
// from unit start on; ok is false where none is left.
func NewPhraseExample(s *patterns.Scan, start int, labels []PhraseLabel) (e PhraseExample, ok bool) {
	n := min(len(labels), LongestPhrase)
	for k := 1; k < n; k++ {
		if endsPhrase(s, start+k) {
			n = k
		}
	}
	for n > 0 && s.Units[start+n-1].Class.Any(patterns.Comma) {
		n--
	}
	return PhraseExample{s, start, labels[:n]}, n > 0
}

// FitPhrases fits the weights of [Phrases] to examples: where the labels found
// are wrong, the features of the right ones gain and those of the wrong ones
// lose (Collins's averaged perceptron). The mean of several runs over the
// examples in different order is taken, for one alone depends on the order.
// The result depends on the examples alone. Weights below a hundredth are left out.
func FitPhrases(examples []PhraseExample) patterns.Weights {
	const runs = 4
	sum := make([]float64, layout.size)
	for run := range runs {
		for f, v := range fitPhrasesOnce(examples, uint64(run)) {
			sum[f] += v / runs
		}
	}
	w := patterns.Weights{}
	var names []string
	newLayout(func(name string) { names = append(names, name) })
	for f, v := range sum {
		if v > 0.01 || v < -0.01 {
			w[names[f]] = v
		}
	}
	return w
}

// fitPhrasesOnce returns the weights by feature.
func fitPhrasesOnce(examples []PhraseExample, seed uint64) []float64 {
	const rounds = 12
	p := &Phrases{weights: make([]float64, layout.size)}
	total := make([]float64, layout.size)
	since := make([]int, layout.size) // step from which on the weight stands as it is
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, seed))
	step := 0
	change := func(e PhraseExample, labels []PhraseLabel, by float64) {
		end := min(e.Start+LongestPhrase, len(e.Scan.Units))
		c := newContext(e.Scan, e.Start, end)
		last := start
		add := func(f int) {
			total[f] += p.weights[f] * float64(step-since[f])
			since[f] = step
			p.weights[f] += by
		}
		for k, l := range labels {
			c.features(k, last, l, add)
			last = l
		}
		c.features(len(labels), last, Outside, add)
	}
	for range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			e := examples[k]
			step++
			end := min(e.Start+LongestPhrase, len(e.Scan.Units))
			c := newContext(e.Scan, e.Start, end)
			found := decode(nil, e.Scan, e.Start, end, e.Labels, math.Inf(1), &plain{p: p, c: c})
			if !slices.Equal(found, e.Labels) {
				change(e, e.Labels, 1)
				change(e, found, -1)
			}
		}
	}
	for f := range total {
		total[f] = (total[f] + p.weights[f]*float64(step-since[f])) / float64(max(step, 1))
	}
	return total
}

// plain gives the sums of the weights as they are now, feature by feature.
type plain struct {
	p *Phrases
	c *context
	v scores
}

func (r *plain) scores(k int) *scores {
	for pair := range r.v {
		prior, l := PhraseLabel(pair/labelCount), PhraseLabel(pair%labelCount)
		r.v[pair] = 0
		if (prior == start) == (k == 0) {
			r.c.features(k, prior, l, func(f int) { r.v[pair] += r.p.weights[f] })
		}
	}
	return &r.v
}
