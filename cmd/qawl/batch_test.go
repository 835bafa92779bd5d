package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/qawl-nlp/qawl/internal/batch"
)

// corpus writes n articles as JSONL, with some lines that are none.
func corpus(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		text := strings.ReplaceAll(article, "الشهر المقبل", fmt.Sprintf("بعد %d يوما", i))
		b.WriteString(jsonLine(t, fmt.Sprintf("a%d", i), text))
		if i%100 == 50 {
			b.WriteString(`{"id": "english", "text": "He said no."}` + "\n{\n")
		}
	}
	return file(t, "corpus.jsonl", b.String())
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// names lists a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// failures reads an errors file: place and reason of each.
func failures(t *testing.T, path string) []string {
	t.Helper()
	var out []string
	for dec := json.NewDecoder(strings.NewReader(content(t, path))); dec.More(); {
		var f failureLine
		if err := dec.Decode(&f); err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%s:%d: %s", filepath.Base(f.File), f.Record, f.Reason))
	}
	return out
}

func TestSameArticleInEveryForm(t *testing.T) {
	text := strings.ReplaceAll(strings.TrimSpace(article), "\n\n", "\n")
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	page := "<html><head><title>خبر</title></head><body><nav><a href=x>رياضة</a></nav><main><p>" +
		strings.ReplaceAll(text, "\n", "</p>\n<p>") + "</p></main><footer>حقوق</footer></body></html>"
	forms := map[string]string{
		"dam.txt":       text,
		"mark/dam.txt":  "\ufeff" + text,
		"1256/dam.txt":  encode(charmap.Windows1256.NewEncoder().String(text)),
		"utf16/dam.txt": encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)),
		"dam.html":      page,
		"old/dam.html":  encode(charmap.Windows1256.NewEncoder().String(page)),
		"dam.csv":       "المعرف,النص\ndam,\"" + strings.ReplaceAll(text, `"`, `""`) + "\"\n",
		"dam.jsonl":     jsonLine(t, "dam", text),
		"dam.xml":       "<DOC><DOCNO>dam</DOCNO><TEXT>\n" + text + "\n</TEXT></DOC>",
	}
	want := fine(t, "", "extract", "--format", "jsonl", file(t, "dam.txt", text))
	if got := summary(decode(t, want)); got != whole {
		t.Fatalf("got %s", got)
	}
	for name, data := range forms {
		if diff := cmp.Diff(want, fine(t, "", "extract", file(t, filepath.Base(name), data))); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestJobsDoNotChangeTheOutput(t *testing.T) {
	in := corpus(t, 200)
	var first string
	for _, jobs := range []string{"1", "2", "7"} {
		code, out, _ := try(t, "", "extract", "-j", jobs, in)
		if code != exitFailed { // for the lines that are none
			t.Errorf("exit code %d", code)
		}
		if first == "" {
			first = out
		}
		if out != first {
			t.Errorf("%s jobs give another output", jobs)
		}
	}
	if n := strings.Count(first, "\n"); n != 600 {
		t.Errorf("%d statements", n)
	}
}

func TestOutputAndWhatStandsBeside(t *testing.T) {
	dir := t.TempDir()
	in, out := corpus(t, 60), filepath.Join(dir, "out.jsonl")
	code, stdout, stderr := try(t, "", "extract", "--with-text", "-o", out, in)
	if code != exitFailed || stdout != "" {
		t.Errorf("exit code %d, stdout %q", code, stdout)
	}
	contains(t, stderr, in+":52: no Arabic text", in+":53: expected an article",
		"qawl: 60 documents, 180 statements, 120 speakers, 2 failures ("+filepath.Join(dir, "out.errors.jsonl")+"); ")
	if got, want := names(t, dir), []string{"out.errors.jsonl", "out.jsonl", "out.texts.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v", got)
	}
	want := []string{
		"corpus.jsonl:52: no Arabic text: 0 % of its letters are Arabic, expected at least 20 %",
		`corpus.jsonl:53: expected an article {"id": …, "text": …}: the object does not end`,
	}
	if diff := cmp.Diff(want, failures(t, filepath.Join(dir, "out.errors.jsonl"))); diff != "" {
		t.Error(diff)
	}
	texts := map[string][]rune{}
	for dec := json.NewDecoder(strings.NewReader(content(t, filepath.Join(dir, "out.texts.jsonl")))); dec.More(); {
		var l textLine
		if err := dec.Decode(&l); err != nil {
			t.Fatal(err)
		}
		texts[l.ID] = []rune(l.Text)
	}
	for _, r := range decode(t, content(t, out)) {
		if got := string(texts[r.Doc][r.Content.Start:r.Content.End]); got != r.Content.Text {
			t.Errorf("%s: %q is at the place of %q", r.Doc, got, r.Content.Text)
		}
	}
	// The texts give the same again, and an old list of errors goes.
	again := filepath.Join(dir, "again.jsonl")
	if err := os.WriteFile(filepath.Join(dir, "again.errors.jsonl"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	fine(t, "", "extract", "-o", again, filepath.Join(dir, "out.texts.jsonl"))
	if content(t, again) != content(t, out) {
		t.Error("the texts give other statements")
	}
	if got := names(t, dir); slices.Contains(got, "again.errors.jsonl") {
		t.Errorf("the folder holds %v", got)
	}
}

func TestManyFailuresAreShort(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.csv")
	_, _, stderr := try(t, "", "extract", "-o", out, file(t, "in.jsonl", strings.Repeat("{\n", 50)))
	if n := strings.Count(stderr, "\n"); n != shownFailures+2 {
		t.Errorf("%d lines on stderr", n)
	}
	if n := len(failures(t, beside(out, "errors"))); n != 50 {
		t.Errorf("%d failures in the file", n)
	}
}

func TestOutputIsNoInput(t *testing.T) {
	dir := filepath.Dir(file(t, "dam.txt", article))
	out := filepath.Join(dir, "out.jsonl")
	fine(t, "", "extract", "--with-text", "-o", out, dir)
	first := content(t, out)
	fine(t, "", "extract", "--with-text", "-o", out, dir)
	if first == "" || content(t, out) != first {
		t.Errorf("the second run gives %q", content(t, out))
	}
}

func TestFailFast(t *testing.T) {
	dir := t.TempDir()
	in, out := corpus(t, 200), filepath.Join(dir, "out.jsonl")
	code, _, stderr := try(t, "", "extract", "--fail-fast", "-o", out, in)
	if code != exitFailed || len(names(t, dir)) != 1 { // the parts
		t.Errorf("exit code %d, the folder holds %v", code, names(t, dir))
	}
	contains(t, stderr, in+":52: no Arabic text", "stopped at the first failure")
	code, stdout, stderr := try(t, "", "extract", "--fail-fast", "--format", "jsonl", in)
	if code != exitFailed || strings.Count(stdout, "\n") != 153 || strings.Contains(stderr, ":53:") {
		t.Errorf("exit code %d, %d lines, stderr %q", code, strings.Count(stdout, "\n"), stderr)
	}
	// What was done is not done again, and the failure is not passed over.
	code, _, stderr = try(t, "", "extract", "--resume", "-o", out, in)
	if code != exitFailed || len(decode(t, content(t, out))) != 600 {
		t.Errorf("exit code %d, %d statements", code, len(decode(t, content(t, out))))
	}
	contains(t, stderr, "200 documents, 600 statements", "4 failures")
}

// interrupted leaves parts of a run over in.
func interrupted(t *testing.T, in string) (out string) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "out.jsonl")
	try(t, "", "extract", "--fail-fast", "-o", out, in)
	return out
}

func TestResumeIsAskedFor(t *testing.T) {
	in := corpus(t, 60)
	want := filepath.Join(t.TempDir(), "want.jsonl")
	try(t, "", "extract", "-o", want, in)
	for _, tt := range []struct{ args, refused string }{
		{"", "an earlier run was stopped before it was whole; --resume goes on with it, --no-resume drops what it did"},
		{"--resume --types direct", `can't be resumed: --types is "direct" now and was ""; --no-resume starts anew`},
		{"--resume", ""},
		{"--no-resume", ""},
	} {
		out := interrupted(t, in)
		code, _, stderr := try(t, "", append([]string{"extract", "-o", out, in}, strings.Fields(tt.args)...)...)
		if code != exitFailed {
			t.Errorf("%s: exit code %d", tt.args, code)
		}
		if tt.refused != "" {
			contains(t, stderr, tt.refused)
			if _, err := os.Stat(out); err == nil {
				t.Errorf("%s: there is an output", tt.args)
			}
		} else if content(t, out) != content(t, want) {
			t.Errorf("%s: another output", tt.args)
		}
	}
	out := interrupted(t, in)
	if err := os.WriteFile(in, []byte(content(t, in)+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, _, stderr := try(t, "", "extract", "--resume", "-o", out, in)
	contains(t, stderr, "can't be resumed: the input files are others or have changed")
	try(t, "{\n", "extract", "-o", out, "--no-resume", "--fail-fast", in, "-")
	_, _, stderr = try(t, "{\n", "extract", "-o", out, "--resume", in, "-")
	contains(t, stderr, "standard input can't be read a second time")
}

func TestRunsRefuseEachOther(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out.csv")
	parts, err := batch.OpenParts(out, batch.CheckpointSize)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"", "--resume", "--no-resume"} {
		code, _, stderr := try(t, article, append([]string{"extract", "-o", out}, strings.Fields(args)...)...)
		if code != exitFailed {
			t.Errorf("exit code %d", code)
		}
		contains(t, stderr, out+": another run is writing it")
	}
	fine(t, article, "extract", "-o", filepath.Join(dir, "other.csv"))
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	fine(t, article, "extract", "-o", out)
	if got := names(t, dir); !slices.Equal(got, []string{"other.csv", "out.csv"}) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestBadInputsFailAlone(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("قال الوزير نعم. ", 1000)
	for name, data := range map[string]string{
		"a.txt": article, "b-empty.txt": "", "c-binary.txt": "\x00\x01\x02", "d.txt.gz": "\x1f\x8b\x08\x00truncated",
		"e-large.txt": long, "f.csv": "key,words\n1,قال", "g-english.txt": "The minister said no.", "h.pdf": "%PDF-1.7",
		"i.zip": "PK\x03\x04broken", "j.jsonl": "[]\n", "z.txt": article,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	code, _, stderr := try(t, "", "extract", "--max-document-size", "8KiB", "-o", out, dir)
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	want := []string{
		"b-empty.txt:0: is empty",
		"c-binary.txt:0: binary data, expected text: byte 0x00 at offset 0",
		"d.txt.gz:0: the data ends too early; the file is truncated",
		"e-large.txt:0: too large: more than 8KiB (--max-document-size)",
		`f.csv:1: no column is called text, body, content or النص; name the right one (--text-column); there are "key", "words"`,
		"g-english.txt:0: no Arabic text: 0 % of its letters are Arabic, expected at least 20 %",
		"h.pdf:0: a PDF file; save it as text, HTML, docx or CSV first",
		"i.zip:0: zip: not a valid zip file",
		`j.jsonl:1: expected an article {"id": …, "text": …}: found an array`,
	}
	if diff := cmp.Diff(want, failures(t, beside(out, "errors"))); diff != "" {
		t.Error(diff)
	}
	contains(t, stderr, "2 documents, 6 statements, 4 speakers, 9 failures")
	if got := decode(t, content(t, out)); len(got) != 6 || got[0].Doc != "a" || got[5].Doc != "z" {
		t.Errorf("%d statements", len(got))
	}
}

func TestQuiet(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.csv")
	if _, _, stderr := try(t, article, "extract", "-q", "-o", out); stderr != "" {
		t.Errorf("stderr %q", stderr)
	}
	_, _, stderr := try(t, article, "extract", "-o", out)
	if !regexp.MustCompile(`^qawl: 1 document, 3 statements, 2 speakers, 0 failures; 0.0 MB of text in .*s, .* MB/s\n$`).MatchString(stderr) {
		t.Errorf("stderr %q", stderr)
	}
}
