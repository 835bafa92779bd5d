package quotes_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
)

var update = flag.Bool("update", false, "write the golden files anew")

const testdata = "../testdata"

// TestGolden compares the statements of every article in testdata/articles
// with the file of the same name in testdata/golden.
func TestGolden(t *testing.T) {
	articles, err := filepath.Glob(filepath.Join(testdata, "articles", "*.txt"))
	if err != nil || len(articles) < 15 {
		t.Fatalf("found %d articles (%v), expected at least 15", len(articles), err)
	}
	for _, path := range articles {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := encode(t, quotes.Records(name, string(text), quotes.Extract(string(text))))
			golden := filepath.Join(testdata, "golden", name+".jsonl")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Errorf("statements differ from %s (-want +got); go test -update writes it anew\n%s", golden, diff)
			}
		})
	}
}

func encode(t *testing.T, records []quotes.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, r := range records {
		r.Confidence = 0 // it moves with every fit of the weights
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}
