package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// article is a short news text with a direct, a mixed and an indirect statement,
// and a name in marks.
const article = `وقال وزير الري المهندس سامي البدري: «لن نفتح السد قبل انتهاء موسم الأمطار».

وأضاف البدري أن لجنة فنية ستزور حوض النهر الشهر المقبل.

وأكدت رئيسة جمعية «سنابل» هدى الكيلاني أن المزارعين «لا يملكون رفاهية الانتظار» هذا العام.
`

// try runs the command and returns the exit code with both outputs.
func try(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

var summaryLine = regexp.MustCompile(`(?m)^qawl: \d+ documents?, .*, 0 failures; .* MB/s\n`)

// fine is try for a run that must succeed in silence, but for the summary.
func fine(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	code, stdout, stderr := try(t, stdin, args...)
	if code != exitFine || summaryLine.ReplaceAllString(stderr, "") != "" {
		t.Fatalf("qawl %s: exit code %d, stderr %q", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// file writes a file into a folder of the test.
func file(t *testing.T, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
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

func TestUsage(t *testing.T) {
	for _, tt := range []struct{ args, want string }{
		{"", "expected one of"},
		{"extrakt", "unexpected argument extrakt"},
		{"extract --bogus", "unknown flag --bogus"},
		{"extract --format xml", "--format must be one of"},
		{"extract --fields speker", "unknown field \"speker\", expected some of doc, id, type"},
		{"extract --fields quote -o out.jsonl", "format jsonl is no table"},
		{"extract --bom --format xlsx", "format xlsx has no byte order mark"},
		{"extract --bom --format table", "--format table has no --fields and no --bom"},
		{"stats", "expected \"<file> ...\""},
		{"stats --top=-1 a.csv", "expected 0 or more"},
		{"extract --types oral", "--types must be one of"},
		{"extract --min-confidence 2", "expected 0 to 1"},
		{"extract --speaker ًَ", "holds no letters"},
		{"eval gold.jsonl", "expected DOCS"},
		{"eval gold.jsonl docs.jsonl --errors=-1", "expected 0 or more"},
		{"patterns list --verbs --rules", "can't be used together"},
		{"patterns check", "expected \"<file> ...\""},
	} {
		code, stdout, stderr := try(t, "", strings.Fields(tt.args)...)
		if code != exitUsage || stdout != "" {
			t.Errorf("qawl %s: exit code %d, stdout %q", tt.args, code, stdout)
		}
		contains(t, stderr, tt.want, "--help")
	}
}

func TestHelp(t *testing.T) {
	for args, want := range map[string]string{
		"--help":                "Exit codes: 0",
		"extract --help":        "qawl extract --speaker",
		"stats --help":          "qawl stats --top 50",
		"explain --help":        "qawl explain --all",
		"patterns check --help": "my-rules.yaml",
		"patterns list --help":  "grep",
		"eval --help":           "--system",
	} {
		contains(t, fine(t, "", strings.Fields(args)...), want, "Usage: qawl")
	}
}

func TestVersion(t *testing.T) {
	contains(t, fine(t, "", "version"), "qawl ")
}

// brokenPipe fails like a pipe whose reader has gone.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
}

func TestBrokenPipeIsQuiet(t *testing.T) {
	for _, args := range []string{
		"extract --format jsonl", "extract --format csv", "extract --format table", "explain", "patterns list", "version",
	} {
		var stderr bytes.Buffer
		code := run(strings.Fields(args), strings.NewReader(article), brokenPipe{}, &stderr)
		if code != exitFine || stderr.Len() > 0 {
			t.Errorf("qawl %s: exit code %d, stderr %q", args, code, &stderr)
		}
	}
}
