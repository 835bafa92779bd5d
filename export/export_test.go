package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dam is an article with a direct, an indirect and a mixed statement.
var dam = &quotes.Document{
	ID: "dam", Title: "لا فتح للسد قبل الشتاء", Date: "2025-03-09", Outlet: "صحيفة الضفاف", URL: "https://difaf.example/dam?a=1&b=2",
	Text: `لا فتح للسد قبل الشتاء

قال وزير الري المهندس سامي البدري: «لن نفتح السد قبل انتهاء موسم الأمطار».

وأضاف البدري أن لجنة فنية ستزور حوض النهر الشهر المقبل.

وأكدت رئيسة جمعية «سنابل» هدى الكيلاني أن المزارعين «لا يملكون رفاهية الانتظار» هذا العام.
`,
}

// quiet is an article without statements.
var quiet = &quotes.Document{ID: "quiet", Title: "طقس الغد", Text: "يسود غداً طقس معتدل على السواحل.\n"}

// statements extracts those of d. Their confidence does not change with the
// weights.
func statements(t *testing.T, d *quotes.Document) []quotes.Statement {
	t.Helper()
	out := quotes.Extract(d.Text)
	for i := range out {
		out[i].Confidence = 0.9
	}
	return out
}

// export writes documents with what is found in them.
func export(t *testing.T, format string, o Options, docs ...*quotes.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Write(d, statements(t, d)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// save writes data to a file of the test.
func save(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// contains fails the test for every part that text does not hold.
func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("no %q in\n%s", p, text)
		}
	}
}

// TestGolden compares the text formats with testdata/NAME.
func TestGolden(t *testing.T) {
	for name, o := range map[string]Options{
		"dam.csv": {}, "dam.bom.csv": {BOM: true}, "dam.tsv": {Fields: []string{"doc", "id", "speaker", "quotes", "rules"}},
		"dam.jsonl": {}, "dam.json": {}, "dam.md": {}, "dam.jsonld": {}, "dam.html": {},
	} {
		got := export(t, FormatOf(name), o, dam, quiet)
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
			t.Errorf("%s differs (-want +got); go test -update writes it anew\n%s", golden, diff)
		}
	}
}

// TestJSONLIsTheContract compares with the golden statements of the project,
// which have no confidence.
func TestJSONLIsTheContract(t *testing.T) {
	articles, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(articles) < 15 {
		t.Fatalf("found %d articles (%v)", len(articles), err)
	}
	for _, path := range articles {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		want, err := os.ReadFile("../testdata/golden/" + name + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		got := export(t, "jsonl", Options{}, &quotes.Document{ID: name, Text: string(text)})
		if string(bytes.ReplaceAll(got, []byte(`"confidence":0.9,`), []byte(`"confidence":0,`))) != string(want) {
			t.Errorf("%s: other JSON lines than in its golden file", name)
		}
	}
}

// TestEmpty writes no document, and one without statements.
func TestEmpty(t *testing.T) {
	for format, want := range map[string]string{
		"csv": strings.Join(checking, ",") + "\n", "jsonl": "", "json": "[]\n", "jsonld": "[]\n",
	} {
		if got := string(export(t, format, Options{})); got != want {
			t.Errorf("%s: %q, expected %q", format, got, want)
		}
	}
	for _, format := range Formats() {
		if len(export(t, format, Options{}, quiet)) == 0 && format != "jsonl" {
			t.Errorf("%s: nothing for a document without statements", format)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]string{
		"a.csv": "csv", "a.TSV": "tsv", "dir.csv/a.jsonl": "jsonl", "a.ndjson": "jsonl", "a.xlsx": "xlsx", "a.md": "markdown",
		"a.htm": "html", "a.jsonld": "jsonld", "a.parquet": "parquet", "a.txt": "", "": "", "csv": "",
	} {
		if got := FormatOf(name); got != want {
			t.Errorf("%s: %q, expected %q", name, got, want)
		}
	}
}

func TestWrongOptions(t *testing.T) {
	for _, tt := range []struct {
		format string
		o      Options
		want   string
	}{
		{"xml", Options{}, `unknown format "xml", expected one of jsonl, json, csv, tsv`},
		{"csv", Options{Fields: []string{"quote", "speker"}}, `unknown field "speker", expected some of doc, id, type, quote`},
		{"csv", Options{Fields: []string{"quote", "id", "quote"}}, `field "quote" is asked for twice`},
		{"jsonl", Options{Fields: []string{"quote"}}, "format jsonl is no table, fields can be chosen for csv, tsv, xlsx"},
		{"xlsx", Options{BOM: true}, "format xlsx has no byte order mark, only csv, tsv"},
	} {
		_, err := New(tt.format, &bytes.Buffer{}, tt.o)
		if err == nil || Check(tt.format, tt.o) == nil {
			t.Errorf("%s %+v: no error", tt.format, tt.o)
			continue
		}
		contains(t, err.Error(), tt.want)
	}
}

// TestForeignStatements gives statements to the wrong document.
func TestForeignStatements(t *testing.T) {
	for _, format := range Formats() {
		w, err := New(format, &bytes.Buffer{}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(quiet, statements(t, dam)); err == nil {
			t.Errorf("%s: no error", format)
		} else {
			contains(t, err.Error(), `document "quiet"`, "statement 1", "لن نفتح السد")
		}
		if err := w.Close(); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// full fails after some bytes, like a disk.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, os.ErrClosed
	}
	return len(p), nil
}

// TestWriteErrors fills up what is written to at every place.
func TestWriteErrors(t *testing.T) {
	for _, format := range Formats() {
		whole := len(export(t, format, Options{}, dam))
		for left := 0; left < whole; left += 1 + whole/20 {
			w, err := New(format, &full{left}, Options{})
			if err == nil {
				err = w.Write(dam, statements(t, dam))
				if closing := w.Close(); err == nil {
					err = closing
				}
			}
			if err == nil {
				t.Errorf("%s: no error where %d of %d bytes can be written", format, left, whole)
			}
		}
	}
}

// TestReproducible writes the same twice.
func TestReproducible(t *testing.T) {
	for _, format := range Formats() {
		if a, b := export(t, format, Options{}, dam), export(t, format, Options{}, dam); string(a) != string(b) {
			t.Errorf("%s differs from run to run", format)
		}
	}
}
