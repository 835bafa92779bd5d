package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/quotes"
)

func decode(t *testing.T, jsonl string) []quotes.Record {
	t.Helper()
	var out []quotes.Record
	for dec := json.NewDecoder(strings.NewReader(jsonl)); dec.More(); {
		var r quotes.Record
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// summary is type and speaker of every record.
func summary(records []quotes.Record) string {
	var out []string
	for _, r := range records {
		out = append(out, fmt.Sprintf("%d %s %s", r.ID, r.Type, r.Speaker.Name))
	}
	return strings.Join(out, "; ")
}

const whole = "1 direct سامي البدري; 2 indirect سامي البدري; 3 mixed هدى الكيلاني"

func TestJSONL(t *testing.T) {
	path := file(t, "dam.txt", article)
	out := fine(t, "", "extract", path) // not a terminal: jsonl
	records := decode(t, out)
	if got := summary(records); got != whole {
		t.Fatalf("got %s", got)
	}
	points := []rune(article)
	for _, r := range records {
		if r.Doc != "dam" {
			t.Errorf("doc %q", r.Doc)
		}
		for _, s := range append(r.Quotes, r.Content, r.Cue.RecordSpan, r.Speaker.Mention) {
			if got := string(points[s.Start:s.End]); got != s.Text {
				t.Errorf("%d-%d is %q, expected %q", s.Start, s.End, got, s.Text)
			}
		}
	}
	if again := fine(t, article, "extract", "--format=jsonl", "-"); strings.ReplaceAll(again, `"stdin"`, `"dam"`) != out {
		t.Errorf("stdin gives\n%s", again)
	}
}

func TestJSONLEscapesNoHTML(t *testing.T) {
	contains(t, fine(t, "قال الوزير: «لن نقبل <شروط> الشركة & الوسطاء أبدا».", "extract"), "<شروط> الشركة & الوسطاء")
}

func TestCSVAndTSV(t *testing.T) {
	all := export.Fields()
	for format, comma := range map[string]rune{"csv": ',', "tsv": '\t'} {
		r := csv.NewReader(strings.NewReader(fine(t, article, "extract", "--format", format, "--fields", strings.Join(all, ","))))
		r.Comma = comma
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 4 || !slices.Equal(rows[0], all) {
			t.Fatalf("%s: %q", format, rows)
		}
		row := map[string]string{}
		for i, name := range rows[0] {
			row[name] = rows[3][i]
		}
		for name, want := range map[string]string{
			"doc": "stdin", "id": "3", "type": "mixed", "speaker": "هدى الكيلاني", "kind": "person", "gender": "f",
			"how": "name", "cue": "وأكدت", "lemma": "أكد", "class": "affirm", "quotes": "لا يملكون رفاهية الانتظار",
		} {
			if row[name] != want {
				t.Errorf("%s: %s is %q, expected %q", format, name, row[name], want)
			}
		}
	}
	if out := fine(t, "لا قول هنا", "extract", "--format", "csv"); strings.TrimSpace(out) != "quote,type,speaker,role,cue,context,doc,title,date,paragraph,start,end,confidence" {
		t.Errorf("empty input gives %q", out)
	}
}

func TestTable(t *testing.T) {
	out := fine(t, article, "extract", "--format", "table")
	contains(t, out, "3 statements", "   1  direct    \u2068سامي البدري\u2069", "cue \u2068وأضاف\u2069", "\u2067لن نفتح السد قبل انتهاء موسم الأمطار\u2069")
	for _, line := range strings.Split(out, "\n") {
		if n := cells(line); n > defaultWidth {
			t.Errorf("%d cells wide: %s", n, line)
		}
		if strings.Count(line, "\u2067")+strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
			t.Errorf("isolates do not pair: %q", line)
		}
	}
}

func TestFilters(t *testing.T) {
	for _, tt := range []struct{ args, want string }{
		{"--types direct,mixed", "1 direct سامي البدري; 3 mixed هدى الكيلاني"},
		{"--types indirect", "2 indirect سامي البدري"},
		{"--speaker الكيلانى", "3 mixed هدى الكيلاني"}, // ى for ي
		{"--speaker المُهندس", "1 direct سامي البدري; 2 indirect سامي البدري"},
		{"--speaker زيد", ""},
		{"--min-confidence 0", whole},
		{"--min-confidence 1", ""},
	} {
		got := summary(decode(t, fine(t, article, append([]string{"extract"}, strings.Fields(tt.args)...)...)))
		if got != tt.want {
			t.Errorf("%s: %q, expected %q", tt.args, got, tt.want)
		}
	}
}

func TestOwnLexiconAndRules(t *testing.T) {
	const text = "وزمجر المدرب ناصر العلي: «سنفوز بالكأس مهما كان الثمن»."
	verbs := file(t, "verbs.yaml", "verbs:\n  - {lemma: زمجر, present: يزمجر, class: say, takes: [quote]}\n")
	got := decode(t, fine(t, text, "extract", "--lexicon", verbs))
	if len(got) != 1 || got[0].Cue.Lemma != "زمجر" {
		t.Errorf("with the verb: %+v", got)
	}
	rules := file(t, "rules.yaml", `rules:
  - id: own.quote
    on: verb
    content: quote
    pattern: '(?<cue> {verb&quote} ) (?<gap> {step}{0,20}? ) (?<colon> {colon} ) (?<quote> {quoted} )'
    examples:
      - {text: 'قال الوزير: «لن نتراجع عن قرارنا أبدا».', cue: قال, content: «لن}
`)
	got = decode(t, fine(t, text, "extract", "--lexicon", verbs, "--rules", rules))
	if len(got) != 1 || !slices.Contains(got[0].Rules, "own.quote") {
		t.Errorf("with the rule: %+v", got)
	}
	code, _, stderr := try(t, text, "extract", "--lexicon", file(t, "bad.yaml", "verbs:\n  - {lemma: زمجر, takes: [shouts]}\n"))
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	contains(t, stderr, "bad.yaml:2: ", `"shouts"`)
}

func TestOutputFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	if err := os.WriteFile(path, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	if out := fine(t, article, "extract", "-o", path); out != "" {
		t.Errorf("stdout %q", out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	contains(t, string(data), "quote,type,speaker", "هدى الكيلاني")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
	onlyFile(t, dir, "out.csv")
}

func TestOutputFileIsWholeOrOld(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(path, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() { _ = recover() }()
		env := &environment{}
		_ = env.writeTo(path, func(w io.Writer) error {
			_, _ = w.Write([]byte("half"))
			if data, _ := os.ReadFile(path); string(data) != "before" {
				t.Errorf("while writing the file holds %q", data)
			}
			panic("stop")
		})
	}()
	if data, _ := os.ReadFile(path); string(data) != "before" {
		t.Errorf("after a failure the file holds %q", data)
	}
	onlyFile(t, dir, "out.jsonl")
	if code, _, stderr := try(t, article, "extract", "-o", filepath.Join(dir, "none", "out")); code != exitFailed || stderr == "" {
		t.Errorf("no folder: exit code %d, stderr %q", code, stderr)
	}
}

func onlyFile(t *testing.T, dir, name string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != name {
		t.Errorf("the folder holds %v", entries)
	}
}
