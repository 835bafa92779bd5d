package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/internal/report"
)

// extracted writes the article to a file of the given name and returns its path.
func extracted(t *testing.T, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	fine(t, article, append([]string{"extract", "-o", path}, args...)...)
	return path
}

// TestStatsReadsWhatExtractWrites compares the counts of all formats.
func TestStatsReadsWhatExtractWrites(t *testing.T) {
	want := fine(t, "", "stats", extracted(t, "a.jsonl"))
	contains(t, want,
		"3 statements in 1 document by 2 speakers\n",
		"\nstatements   share  documents   direct    mixed indirect  speaker\n"+
			"         2   66.7%          1        1        0        1  سامي البدري · وزير الري المهندس\n"+
			"         1   33.3%          1        0        1        0  هدى الكيلاني · رئيسة جمعية «سنابل»\n",
		"         1   33.3%          1        0        1        0  affirm\n",
		"         1   33.3%          1        0        1        0  f\n",
		"\nby outlet: not in the file\n",
	)
	const all = "--fields=doc,type,speaker,role,kind,gender,class,outlet"
	for _, path := range []string{
		extracted(t, "a.json"), extracted(t, "a.parquet"), extracted(t, "a.csv", all), extracted(t, "a.tsv", all),
		extracted(t, "bom.csv", all, "--bom"), extracted(t, "a.xlsx", all),
	} {
		if diff := cmp.Diff(want, fine(t, "", "stats", path)); diff != "" {
			t.Errorf("%s (-jsonl):\n%s", filepath.Base(path), diff)
		}
	}
}

func TestStatsOfSeveralFiles(t *testing.T) {
	out := fine(t, "", "stats", "--top", "1", extracted(t, "a.jsonl"), extracted(t, "b.csv"))
	contains(t, out,
		"6 statements in 1 document by 2 speakers\n", // both are called stdin
		"         4   66.7%          1        2        0        2  سامي البدري",
		"         … 1 more\n",
		"by class: not in the file\n", // the csv has none
		"by gender: not in the file\n",
	)
}

// TestStatsWithoutDocuments does not make up how many there are.
func TestStatsWithoutDocuments(t *testing.T) {
	out := fine(t, "", "stats", extracted(t, "a.csv", "--fields=speaker,type"))
	contains(t, out, "3 statements by 2 speakers\n", "         2   66.7%          -        1        0        1  سامي البدري\n")
}

func TestStatsAsPageAndJSON(t *testing.T) {
	path := extracted(t, "a.parquet")
	page := filepath.Join(t.TempDir(), "who.html")
	if out := fine(t, "", "stats", "-o", page, path); out != "" {
		t.Errorf("stdout %q", out)
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	contains(t, string(data), `dir="rtl"`, "<bdi>a.parquet</bdi>", "سامي البدري", "<svg")
	var got struct {
		Statements int
		By         []report.Section
	}
	if err := json.Unmarshal([]byte(fine(t, "", "stats", "--format", "json", path)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Statements != 3 || len(got.By) != 5 || got.By[0].Groups[0].Name != "سامي البدري" || got.By[0].Groups[0].Statements != 2 {
		t.Errorf("%+v", got)
	}
}

func TestStatsErrors(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{extracted(t, "a.html"), "can't be read back, expected a file that ends in .jsonl"},
		{extracted(t, "a.md"), "can't be read back"},
		{extracted(t, "a.csv", "--fields=quote,type"), `has no column "speaker"; expected at least speaker and type`},
		{file(t, "a.csv", "a,b\n"), "no csv by qawl: no column is called quote"},
		{file(t, "a.jsonl", "{\"id\": \"a1\", \"text\": \"قال\"}\n"), "statement 1: expected"},
		{filepath.Join(t.TempDir(), "none.csv"), "none.csv"},
	} {
		code, stdout, stderr := try(t, "", "stats", tt.path)
		if code != exitFailed || stdout != "" {
			t.Errorf("%s: exit code %d, stdout %q", tt.path, code, stdout)
		}
		contains(t, stderr, tt.path, tt.want)
	}
}

// TestEveryFormat goes by the ending of the output file and by --format.
func TestEveryFormat(t *testing.T) {
	for name, begin := range map[string]string{
		"a.csv": "quote,type", "a.tsv": "quote\ttype", "a.json": "[\n{\"doc\"", "a.jsonl": `{"doc"`, "a.xlsx": "PK", "a.parquet": "PAR1",
		"a.html": "<!DOCTYPE html>", "a.md": `<div dir="rtl">`, "a.jsonld": "[\n{\"@context\"", "a.other": `{"doc"`,
	} {
		data, err := os.ReadFile(extracted(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s begins with %.20q", name, data)
		}
	}
	contains(t, fine(t, article, "extract", "--fields", "speaker,id"), "speaker,id\n", "هدى الكيلاني,3\n")
	contains(t, fine(t, article, "extract", "--format", "tsv", "--bom", "--fields=id,speaker"), "\ufeffid\tspeaker\r\n")
}
