package patterns

import (
	"hash/maphash"
	"math"
	"strings"
)

// Table is [Weights] readied for deciding. It is safe for concurrent use.
type Table struct {
	bias  float64
	slots []tableSlot // by the hash of the feature's name: open addressing, a power of two long
}

// tableSlot holds the weight of a feature; a free one has a hash of 0.
type tableSlot struct {
	hash   uint64
	weight float64
}

// Table readies w.
func (w Weights) Table() *Table {
	size := 64
	for size < 4*len(w) {
		size *= 2
	}
	t := &Table{bias: w["bias"], slots: make([]tableSlot, size)}
	for name, weight := range w {
		h := maphash.String(seed, name)
		*t.slot(h) = tableSlot{h, weight}
	}
	return t
}

// slot returns the place of the feature with the given hash, or the free one
// where it belongs.
func (t *Table) slot(hash uint64) *tableSlot {
	for i := hash; ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.hash == hash || s.hash == 0 {
			return s
		}
	}
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
	var name [96]byte
	n := 0
	for _, p := range parts {
		if n+len(p) > len(name) {
			e.addLong(strings.Join(parts, ""))
			return
		}
		n += copy(name[n:], p)
	}
	e.Sum += e.table.slot(maphash.Bytes(seed, name[:n])).weight
	if e.keep {
		e.Names = append(e.Names, string(name[:n]))
	}
}

func (e *Evidence) addLong(name string) {
	e.Sum += e.table.slot(maphash.String(seed, name)).weight
	if e.keep {
		e.Names = append(e.Names, name)
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
