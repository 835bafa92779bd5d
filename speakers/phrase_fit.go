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

	recur []uint16 // how the units from Start on recur
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
	if n == 0 {
		return PhraseExample{}, false
	}
	e = PhraseExample{Scan: s, Start: start, Labels: labels[:n]}
	var r recurrences
	r.reset(s, nil)
	r.whole = true
	for i := start; i < min(start+LongestPhrase+1, len(s.Units)); i++ {
		e.recur = append(e.recur, r.of(i))
	}
	return e, true
}

// FitPhrases fits the weights of [Phrases] to examples: where the labels found
// are wrong, the features of the right ones gain and those of the wrong ones
// lose (Collins's averaged perceptron). The mean of several runs over the
// examples in different order is taken, for one alone depends on the order.
// The result depends on the examples alone. Weights below a hundredth are left out.
func FitPhrases(examples []PhraseExample) patterns.Weights {
	const runs = 4
	words := countVocabulary(examples)
	sum := make([]float64, layout.size+words.size())
	for run := range runs {
		for f, v := range fitPhrasesOnce(examples, words, uint64(run)) {
			sum[f] += v / runs
		}
	}
	w := patterns.Weights{}
	var names []string
	featureNamesOf(words, func(name string) { names = append(names, name) })
	for f, v := range sum {
		if v > 0.01 || v < -0.01 {
			w[names[f]] = v
		}
	}
	return w
}

// fitPhrasesOnce returns the weights by feature.
func fitPhrasesOnce(examples []PhraseExample, words *vocabulary, seed uint64) []float64 {
	const rounds = 10
	size := layout.size + words.size()
	p := &Phrases{weights: make([]float64, size)}
	total := make([]float64, size)
	since := make([]int, size) // step from which on the weight stands as it is
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, seed))
	step := 0
	// at each step a fifth of the features is left out, so that no feature
	// leans on others that new articles lack
	leaveOut := uint32(0)
	dropped := func(f int) bool { return (uint32(f)*2654435761^leaveOut)*2246822519>>24 < 256/5 }
	change := func(e PhraseExample, c *context, labels []PhraseLabel, by float64) {
		last := start
		add := func(f int) {
			if dropped(f) {
				return
			}
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
			leaveOut = random.Uint32()
			end := min(e.Start+LongestPhrase, len(e.Scan.Units))
			recur := e.recur
			if random.IntN(3) == 0 {
				recur = nil // as in a text so short that nothing recurs
			}
			c := newContext(e.Scan, e.Start, end, recur, words)
			found := decode(nil, e.Scan, e.Start, end, math.Inf(1), &plain{p: p, c: c, dropped: dropped, right: e.Labels})
			if !slices.Equal(found, e.Labels) {
				change(e, c, e.Labels, 1)
				change(e, c, found, -1)
			}
		}
	}
	for f := range total {
		total[f] = (total[f] + p.weights[f]*float64(step-since[f])) / float64(max(step, 1))
	}
	return total
}

// plain gives the sums of the weights as they are now, feature by feature. Where
// right labels are given, what is wrong gets a bonus, so that the weights learn
// to tell the right ones with a margin.
type plain struct {
	right   []PhraseLabel
	p       *Phrases
	c       *context
	dropped func(int) bool // whether a feature is left out, if not nil
	v       scores
}

func (r *plain) scores(k int) *scores {
	const (
		wrongLabel = 1.0
		wrongEnd   = 2.0
	)
	for pair := range r.v {
		prior, l := PhraseLabel(pair/labelCount), PhraseLabel(pair%labelCount)
		r.v[pair] = 0
		if (prior == start) == (k == 0) {
			r.c.features(k, prior, l, func(f int) {
				if r.dropped == nil || !r.dropped(f) {
					r.v[pair] += r.p.weights[f]
				}
			})
		}
		switch {
		case r.right == nil:
		case l == Outside && k != len(r.right):
			r.v[pair] += wrongEnd
		case l != Outside && (k >= len(r.right) || r.right[k] != l):
			r.v[pair] += wrongLabel
		}
	}
	return &r.v
}
