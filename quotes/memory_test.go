package quotes_test

import (
	"runtime"
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
	const rounds = 20
	for name, text := range articles(t) {
		var before, after runtime.MemStats
		for i := range 1 + rounds {
			if i == 1 { // the first round readies the memory
				runtime.ReadMemStats(&before)
			}
			if _, err := e.Extract(text); err != nil {
				t.Fatal(err)
			}
		}
		runtime.ReadMemStats(&after)
		if got, limit := (after.TotalAlloc-before.TotalAlloc)/rounds, uint64(20*len(text)); got > limit {
			t.Errorf("%s: %d bytes allocated for %d bytes of text, expected at most %d", name, got, len(text), limit)
		}
	}
}
