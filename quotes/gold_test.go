package quotes_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/quotes"
)

// TestGold scores the extractor on the annotated articles, which are no part
// of the repository. The floors are there to notice a fall; they rise with the
// accuracy.
func TestGold(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "gold")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the annotated articles are not beside the repository: %v", err)
	}
	for _, set := range []struct {
		name       string
		quotes     float64 // least quotes.e2e F1
		statements float64 // least stmts.e2e F1
	}{
		{"seed", 100, 97},
		{"dev", 80, 78},
	} {
		t.Run(set.name, func(t *testing.T) {
			pairs, err := eval.Load(filepath.Join(dir, set.name+".jsonl"), filepath.Join(dir, set.name+".docs.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			gold := make([]eval.Article, len(pairs))
			system := map[string][]eval.Statement{}
			for i, p := range pairs {
				got := quotes.Extract(p.Text)
				invariants(t, p.Text, got)
				gold[i], system[p.ID] = p.Gold, p.System(got)
			}
			report, _ := eval.Score(gold, system)
			t.Logf("quotes.e2e %v, stmts.e2e %v", report.QuotesE2E, report.StmtsE2E)
			if f := report.QuotesE2E.F1; f < set.quotes {
				t.Errorf("quotes.e2e is %v, expected %v or more", f, set.quotes)
			}
			if f := report.StmtsE2E.F1; f < set.statements {
				t.Errorf("stmts.e2e is %v, expected %v or more", f, set.statements)
			}
		})
	}
}
