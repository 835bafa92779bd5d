package speakers

import (
	"math"
	"testing"

	"github.com/qawl-nlp/qawl/patterns"
)

// The sums by look must be those of the features one by one.
func TestSumsOfFeatures(t *testing.T) {
	p := DefaultPhrases()
	s := patterns.DefaultGrammar().Scan("وقال وزير الخارجية الأميركي، أنتوني بلينكن، في 12 مارس إن «السلام» بعيد. وأكدت ليلى بنت سالم الحمداني المتحدثة باسم حركة «العمل» للصحفيين: لن نعود!\n- 15 من النواب المستقلين")
	known := &shapes{}
	known.reset(s, nil)
	for i := range s.Units {
		limit := min(i+LongestPhrase, len(s.Units))
		var recur []uint16
		for j := i; j < min(limit+1, len(s.Units)); j++ {
			recur = append(recur, known.recur.of(j))
		}
		one := &plain{p: p, c: newContext(s, i, limit, recur, p.words)}
		known.row.begin(p.sums, s, i, limit, known)
		for k := range limit - i + 1 {
			want, got := one.scores(k), known.row.scores(k)
			for pair, w := range want {
				if (PhraseLabel(pair/labelCount) == start) != (k == 0) {
					continue
				}
				if math.Abs(w-got[pair]) > 1e-9 {
					t.Fatalf("unit %d of the phrase at %d, labels %d: %v, expected %v", k, i, pair, got[pair], w)
				}
			}
		}
	}
}
