package patterns

import (
	"math"
	"strings"
)

// Table is [Weights] readied for deciding. It is safe for concurrent use.
type Table struct {
	bias float64
	// may has a bit for each hash, set for those of the features in the table.
	// Most features that are asked for are not, and few bits stay in the
	// processor's cache.
	may []uint64
	// features is a hash table: open addressing, a power of two long.
	features []weighed
}

// weighed is a feature with its weight.
type weighed struct {
	hash   uint64 // of its name, 0 in a free place
	weight float64
}

// Table readies w.
func (w Weights) Table() *Table {
	size := 64
	for size < 2*len(w) {
		size *= 2
	}
	t := &Table{bias: w["bias"], may: make([]uint64, size/8), features: make([]weighed, size)}
	for name, weight := range w {
		hash := hashName([]string{name})
		word, bit := t.bit(hash)
		*word |= bit
		*t.place(hash) = weighed{hash, weight}
	}
	return t
}

// bit returns where the bit of a hash stands in may.
func (t *Table) bit(hash uint64) (word *uint64, bit uint64) {
	return &t.may[hash>>32&uint64(len(t.may)-1)], 1 << (hash >> 58)
}

// place returns where the feature with the given hash stands, or the free
// place where it belongs.
func (t *Table) place(hash uint64) *weighed {
	for i := hash; ; i++ {
		f := &t.features[i&uint64(len(t.features)-1)]
		if f.hash == hash || f.hash == 0 {
			return f
		}
	}
}

// weight returns the weight of the feature with the given hash, 0 for an
// unknown one.
func (t *Table) weight(hash uint64) float64 {
	if word, bit := t.bit(hash); *word&bit == 0 {
		return 0
	}
	return t.place(hash).weight
}

// Evidence gathers the features of one decision. Their weights are added up as
// they come, and their names are kept only where somebody wants the reasons,
// so that a feature costs no memory otherwise.
type Evidence struct {
	Sum   float64  // of the weights so far
	Names []string // nil unless they are kept

	table *Table
	keep  bool
}

// Evidence begins to gather. keep says whether names are kept.
func (t *Table) Evidence(keep bool) Evidence { return Evidence{table: t, keep: keep} }

// Add adds the feature whose name the parts make up.
func (e *Evidence) Add(parts ...string) {
	e.Sum += e.table.weight(hashName(parts))
	if e.keep {
		e.Names = append(e.Names, strings.Join(parts, ""))
	}
}

// P returns the probability of yes.
func (e *Evidence) P() float64 { return 1 / (1 + math.Exp(-e.table.bias-e.Sum)) }

// Weighing returns the decision with its reasons.
func (e *Evidence) Weighing() Weighing { return Weighing{Features: e.Names, P: e.P()} }

// Normalize turns sums of weights, of readings of which one is right, into the
// probabilities of the readings.
func Normalize(sums []float64) {
	total, top := 0.0, math.Inf(-1)
	for _, s := range sums {
		top = max(top, s)
	}
	for i, s := range sums {
		sums[i] = math.Exp(s - top)
		total += sums[i]
	}
	for i := range sums {
		sums[i] /= total
	}
}
