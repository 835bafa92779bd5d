package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/qawl-nlp/qawl/quotes"
)

// TestParquetSchema compares with the schema that docs/formats.md documents.
func TestParquetSchema(t *testing.T) {
	data := export(t, "parquet", Options{}, dam)
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	contains(t, string(page), "```\n"+f.Schema().String()+"\n```")
	for _, c := range f.Metadata().RowGroups[0].Columns {
		if got := c.MetaData.Codec.String(); got != "ZSTD" {
			t.Errorf("%v is compressed by %s", c.MetaData.PathInSchema, got)
		}
	}
}

// TestParquetRowGroups writes more than a row group holds.
func TestParquetRowGroups(t *testing.T) {
	var b bytes.Buffer
	w, err := New("parquet", &b, Options{Fields: []string{"id", "context"}})
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("ق", 1<<20)
	d := &quotes.Document{ID: "long", Text: long}
	s := quotes.Statement{ID: 1, Type: quotes.Direct, Content: quotes.Span{Text: long[:2], End: 2}, Sentence: quotes.Span{Text: long, End: len(long)}}
	const n = 3 * groupBytes / (2 << 20)
	for range n {
		if err := w.Write(d, []quotes.Statement{s}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(f.RowGroups()); got != 3 || f.NumRows() != n {
		t.Errorf("%d rows in %d row groups, expected %d in 3", f.NumRows(), got, n)
	}
}

// readers of Parquet in Python print every row as JSON.
var pythonReaders = map[string]string{
	"pyarrow": `
import json, sys, pyarrow.parquet as pq
t = pq.read_table(sys.argv[1])
json.dump({"types": {f.name: str(f.type) for f in t.schema}, "rows": t.to_pylist()}, sys.stdout)`,
	"duckdb": `
import json, sys, duckdb
t = duckdb.read_parquet(sys.argv[1])
json.dump({"types": dict(zip(t.columns, map(str, t.types))), "rows": [dict(zip(t.columns, r)) for r in t.fetchall()]}, sys.stdout)`,
}

func TestParquetInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	docs, all := hostile()
	docs, all = append(docs, dam), append(all, statements(t, dam))
	var b bytes.Buffer
	w, err := New("parquet", &b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range docs {
		if err := w.Write(d, all[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := save(t, "all.parquet", b.Bytes())
	types := map[string]map[string]string{
		"pyarrow": {"content": "string", "start": "int32", "confidence": "double", "quotes": "list<element: struct<text: string not null, start: int32 not null, end: int32 not null> not null>", "rules": "list<element: string not null>"},
		"duckdb":  {"content": "VARCHAR", "start": "INTEGER", "confidence": "DOUBLE", "quotes": `STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER)[]`, "rules": "VARCHAR[]"},
	}
	for library, script := range pythonReaders {
		t.Run(library, func(t *testing.T) {
			if exec.Command(python, "-c", "import "+library).Run() != nil {
				t.Skipf("%s is not installed; pip install %s", library, library)
			}
			var out, errs bytes.Buffer
			cmd := exec.Command(python, "-c", script, path)
			cmd.Stdout, cmd.Stderr = &out, &errs
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v: %s", err, &errs)
			}
			var got struct {
				Types map[string]string
				Rows  []map[string]any
			}
			if err := json.Unmarshal(out.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			for name, want := range types[library] {
				if got.Types[name] != want {
					t.Errorf("%s is %s, expected %s", name, got.Types[name], want)
				}
			}
			if len(got.Types) != len(everything) || len(got.Rows) != len(nasty)+3 {
				t.Fatalf("%d columns, %d rows", len(got.Types), len(got.Rows))
			}
			n := 0
			for i, d := range docs {
				for _, r := range rows(d, all[i]) {
					if diff := cmp.Diff(asJSON(t, r), got.Rows[n]); diff != "" {
						t.Errorf("row %d (-want +got):\n%s", n, diff)
					}
					n++
				}
			}
		})
	}
}

// asJSON is a row as JSON has it.
func asJSON(t *testing.T, r row) map[string]any {
	t.Helper()
	all := map[string]any{}
	for _, f := range fields {
		if f.name != "quote" {
			all[f.name] = f.value(&r)
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]any{}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestParquetFields chooses columns and their order.
func TestParquetFields(t *testing.T) {
	names := []string{"speaker", "quote", "quotes", "id"}
	r, err := Open(save(t, "some.parquet", export(t, "parquet", Options{Fields: names}, dam)))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if diff := cmp.Diff(names, r.Fields()); diff != "" {
		t.Error(diff)
	}
	n := 0
	for cells, err := range r.Rows() {
		n++
		if err != nil || cells[3] != strconv.Itoa(n) {
			t.Errorf("%q, %v", cells, err)
		}
	}
	if n != 3 {
		t.Errorf("%d rows", n)
	}
}

// BenchmarkWrite writes the articles of the project in every format.
func BenchmarkWrite(b *testing.B) {
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal(paths, err)
	}
	var docs []*quotes.Document
	var all [][]quotes.Statement
	size := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		size += len(text)
		docs = append(docs, &quotes.Document{ID: path, Text: string(text)})
		all = append(all, quotes.Extract(string(text)))
	}
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				w, err := New(format, &bytes.Buffer{}, Options{})
				if err != nil {
					b.Fatal(err)
				}
				for i, d := range docs {
					if err := w.Write(d, all[i]); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
