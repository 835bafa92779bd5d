package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

// outlets reads the articles that docs/researcher.md works on.
func outlets(t *testing.T) []*quotes.Document {
	t.Helper()
	data, err := os.ReadFile("../testdata/outlets.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []*quotes.Document
	for dec := json.NewDecoder(bytes.NewReader(data)); dec.More(); {
		var d quotes.Document // JSON names fields as Go does, but for the case
		if err := dec.Decode(&d); err != nil {
			t.Fatal(err)
		}
		out = append(out, &d)
	}
	return out
}

// docScripts run a block of the page; SQL must find something.
var docScripts = map[string]string{
	"sql":    "import sys, duckdb\nsys.exit(0 if duckdb.sql(sys.argv[1].strip().rstrip(';')).fetchall() else 'no rows')",
	"python": "import sys\nexec(sys.argv[1])",
}

// TestResearcherPage runs the queries of docs/researcher.md.
func TestResearcherPage(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import duckdb, pandas, pyarrow").Run() != nil {
		t.Skip("python3 with duckdb, pandas and pyarrow is not installed; pip install duckdb pandas pyarrow")
	}
	page, err := os.ReadFile("../docs/researcher.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	articles, err := os.ReadFile("../testdata/outlets.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"quotes.parquet": export(t, "parquet", Options{}, outlets(t)...), "outlets.jsonl": articles} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	blocks := regexp.MustCompile("(?s)```(sql|python)\n(.*?)```").FindAllSubmatch(page, -1)
	if len(blocks) < 8 {
		t.Fatalf("%d blocks", len(blocks))
	}
	for _, b := range blocks {
		cmd := exec.Command(python, "-c", docScripts[string(b[1])], string(b[2]))
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s\n%s", err, b[2], out)
		}
	}
}
