package patterns

import (
	"hash/maphash"
	"math"
	"strings"
)

// Table is [Weights] readied for deciding. It is safe for concurrent use.
type Table struct {
	bias  float64
	known []weighed // the first for unknown features
	// places are those of features in known, by the hash of the name: open
	// addressing, a power of two long. Most features that are asked for are not
	// in the table, and small numbers stay in the processor's cache.
	places []uint32
}

// weighed is a feature with its weight.
type weighed struct {
	hash   uint64
	weight float64
}

// Table readies w.
func (w Weights) Table() *Table {
	size := 64
	for size < 4*len(w) {
		size *= 2
	}
	t := &Table{bias: w["bias"], known: make([]weighed, 1, len(w)+1), places: make([]uint32, size)}
	for name, weight := range w {
		h := maphash.String(seed, name)
		*t.place(h) = uint32(len(t.known))
		t.known = append(t.known, weighed{h, weight})
	}
	return t
}

// place returns where the feature with the given hash stands, or the free
// place where it belongs.
func (t *Table) place(hash uint64) *uint32 {
	for i := hash; ; i++ {
		p := &t.places[i&uint64(len(t.places)-1)]
		if *p == 0 || t.known[*p].hash == hash {
			return p
		}
	}
}

// weight returns the weight of the feature with the given hash, 0 for an
// unknown one.
func (t *Table) weight(hash uint64) float64 { return t.known[*t.place(hash)].weight }

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
	if len(parts) == 1 {
		e.addWhole(parts[0])
		return
	}
	var name [96]byte
	n := 0
	for _, p := range parts {
		if n+len(p) > len(name) {
			e.addWhole(strings.Join(parts, ""))
			return
		}
		n += copy(name[n:], p)
	}
	e.Sum += e.table.weight(maphash.Bytes(seed, name[:n]))
	if e.keep {
		e.Names = append(e.Names, string(name[:n]))
	}
}

func (e *Evidence) addWhole(name string) {
	e.Sum += e.table.weight(maphash.String(seed, name))
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
