package export

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readAll reads the cells of a file by the names of their fields.
func readAll(name string) ([]map[string]string, error) {
	r, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []map[string]string
	for cells, err := range r.Rows() {
		if err != nil {
			return out, err
		}
		line := map[string]string{}
		for i, f := range r.Fields() {
			line[f] = cells[i]
		}
		out = append(out, line)
	}
	return out, nil
}

// TestReadBack reads what the formats write, hostile texts among it.
func TestReadBack(t *testing.T) {
	for name, o := range map[string]Options{
		"a.jsonl": {}, "a.json": {}, "a.parquet": {}, "a.xlsx": {Fields: Fields()},
		"a.csv": {Fields: Fields()}, "a.tsv": {Fields: Fields()}, "bom.csv": {Fields: Fields(), BOM: true},
	} {
		got, err := readAll(save(t, name, exportHostile(t, FormatOf(name), o)))
		if err != nil || len(got) != len(nasty) {
			t.Fatalf("%s: %d statements, %v", name, len(got), err)
		}
		docs, all := hostile()
		for i, d := range docs {
			r := rows(d, all[i])[0]
			for _, f := range fields {
				text, ok := got[i][f.name]
				if !ok && FormatOf(name) != "parquet" && !slices.Contains(outside, f.name) {
					t.Errorf("%s: has no %s", name, f.name)
				}
				want := ends(cell(f.value(&r)))
				if o.BOM {
					want = strings.ReplaceAll(want, "\r", "")
				}
				if ok && ends(text) != want {
					t.Errorf("%s: %s of %d: %q, expected %q", name, f.name, i+1, text, want)
				}
			}
		}
	}
}

func TestReadErrors(t *testing.T) {
	jsonl := export(t, "jsonl", Options{}, dam)
	lines := bytes.SplitAfter(jsonl, []byte("\n"))
	parquet := export(t, "parquet", Options{}, dam)
	for _, tt := range []struct{ name, data, want string }{
		{"a.txt", "قال", "expected a file that ends in .jsonl, .ndjson, .json, .csv"},
		{"a.html", "<p>", "can't be read back"},
		{"a.jsonl", string(lines[0]) + "{\n", "statement 2: "},
		{"a.jsonl", string(lines[0]) + `{"id":"a1","text":"قال"}`, `statement 2: `},
		{"a.jsonl", `{"doc":"a","id":7}`, `statement 1: expected {"doc": …, "type": …`},
		{"a.jsonl", string(lines[0]) + "قال", "statement 2: "},
		{"a.json", string(jsonl), "expected an array of statements"},
		{"a.json", "[" + string(lines[0]), "the array does not end"},
		{"a.json", "", "expected an array"},
		{"a.csv", "", "the file is empty"},
		{"a.csv", "a,b\n1,2\n", "no column is called quote, type, speaker"},
		{"a.csv", "quote,speaker\nقال\n", "line 2"},
		{"a.csv", "quote,speaker\n\"قال,x\n", "quote"},
		{"a.xlsx", "قال", "no xlsx by qawl"},
		{"a.parquet", "قال", "no parquet by qawl"},
		{"a.parquet", string(parquet[:len(parquet)/2]), "no parquet by qawl"},
	} {
		path := save(t, tt.name, []byte(tt.data))
		_, err := readAll(path)
		if err == nil {
			t.Errorf("%s %.20q: no error", tt.name, tt.data)
			continue
		}
		contains(t, err.Error(), path+": ", tt.want)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv")); !os.IsNotExist(err) {
		t.Errorf("no file: %v", err)
	}
}

// TestReadOtherHeads takes columns that qawl does not know as they are.
func TestReadOtherHeads(t *testing.T) {
	got, err := readAll(save(t, "a.csv", []byte("القائل,verdict,type\nسامي,true,direct\n")))
	if diff := cmp.Diff([]map[string]string{{"speaker": "سامي", "verdict": "true", "type": "direct"}}, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

// TestReadBroken reads tables in which bytes were changed, each of a file's 200
// places at a time.
func TestReadBroken(t *testing.T) {
	for _, name := range []string{"a.parquet", "a.csv", "a.jsonl"} {
		whole := export(t, FormatOf(name), Options{}, dam)
		path, failed := save(t, name, nil), 0
		for i := range 200 {
			data := bytes.Clone(whole)
			data[len(data)*i/200] ^= 0x55
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := readAll(path); err != nil {
				failed++
				contains(t, err.Error(), path+": ")
			}
		}
		if failed == 0 {
			t.Errorf("%s: nothing was noticed", name)
		}
	}
}

// FuzzRead reads files that something happened to. xlsx is not among them: for a
// row number that changed excelize walks a million empty rows.
func FuzzRead(f *testing.F) {
	names := []string{"a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet"}
	for i, name := range names {
		var b bytes.Buffer
		w, err := New(FormatOf(name), &b, Options{})
		if err != nil {
			f.Fatal(err)
		}
		docs, all := hostile()
		for k := range docs[:3] {
			if err := w.Write(docs[k], all[k]); err != nil {
				f.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			f.Fatal(err)
		}
		f.Add(byte(i), b.Bytes())
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, i byte, data []byte) {
		path := filepath.Join(dir, names[int(i)%len(names)])
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readAll(path); err != nil && !strings.HasPrefix(err.Error(), path) {
			t.Errorf("%v does not name the file", err)
		}
	})
}
