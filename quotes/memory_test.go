//go:build !race

// The race detector throws pooled memory away at random.

package quotes_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

// TestMemory bounds what extraction allocates for an article, where others
// were read before: the statements themselves and little else.
func TestMemory(t *testing.T) {
	e, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range articles(t) {
		var rounds []uint64
		for range 9 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := e.Extract(text); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			rounds = append(rounds, after.TotalAlloc-before.TotalAlloc)
		}
		// the first round readies the memory, and a collection may take it away
		if got, limit := slices.Min(rounds), uint64(20*len(text)); got > limit {
			t.Errorf("%s: %d bytes allocated for %d bytes of text, expected at most %d", name, got, len(text), limit)
		}
	}
}
