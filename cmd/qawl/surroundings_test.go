//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/export"
)

// TestClockAndLocaleDoNotMatter runs the command at other places of the world,
// over files of another age.
func TestClockAndLocaleDoNotMatter(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	line := jsonLine(t, "a1", article) + strings.Replace(jsonLine(t, "a2", article), "{", `{"date": "2024-03-31T02:30:00+03:00", `, 1)
	if err := os.WriteFile(in, []byte(line), 0o666); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "list.jsonl")
	if err := os.WriteFile(list, []byte(fine(t, "", "extract", "--format", "jsonl", in)), 0o666); err != nil {
		t.Fatal(err)
	}
	runs := [][]string{{"explain", in}, {"stats", list}, {"stats", list, "-o"}}
	for _, format := range export.Formats() {
		runs = append(runs, []string{"extract", "-q", "--with-text", "--format", format, in, "-o"})
	}
	var want [][]byte
	for i, place := range []struct{ zone, locale string }{
		{"UTC", "C"}, {"Asia/Riyadh", "ar_EG.UTF-8"}, {"Pacific/Apia", "tr_TR.UTF-8"}, {"America/St_Johns", "ar_SA.ISO-8859-6"},
	} {
		then := time.Date(1999+i, 12, 31, 23, 59, 59, 0, time.UTC)
		for _, name := range []string{in, list} {
			if err := os.Chtimes(name, then, then); err != nil {
				t.Fatal(err)
			}
		}
		for k, args := range runs {
			out := ""
			if args[len(args)-1] == "-o" {
				out = filepath.Join(t.TempDir(), "out.html")
				args = append(slices.Clip(args), out)
			}
			c := command(args...)
			c.Env = append(c.Env, "TZ="+place.zone, "LC_ALL="+place.locale, "LANG="+place.locale, "LANGUAGE="+place.locale)
			got, err := c.Output()
			if err != nil {
				t.Fatalf("qawl %s: %v", strings.Join(args, " "), err)
			}
			if out != "" {
				got = []byte(content(t, out))
			}
			switch {
			case i == 0 && len(got) == 0:
				t.Fatalf("qawl %s: no output", strings.Join(args, " "))
			case i == 0:
				want = append(want, got)
			case !bytes.Equal(got, want[k]):
				t.Errorf("qawl %s, TZ=%s LC_ALL=%s: %s", strings.Join(args, " "), place.zone, place.locale, cmp.Diff(string(want[k]), string(got)))
			}
		}
	}
}

// TestReadOnlyWorkingDirectory runs the command where it may write nothing.
func TestReadOnlyWorkingDirectory(t *testing.T) {
	dir, err := os.MkdirTemp("", "qawl-read-only-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o755)
		os.RemoveAll(dir)
	})
	program, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "qawl"), program, 0o755)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "in.txt"), []byte(article), 0o644)
	}
	if err == nil {
		err = os.Chmod(dir, 0o555)
	}
	if err != nil {
		t.Fatal(err)
	}
	try := func(args ...string) (stdout, stderr string, code int) {
		c := command(args...)
		c.Path, c.Dir = filepath.Join(dir, "qawl"), dir
		c.Env = append(c.Env, "HOME="+dir, "TMPDIR="+dir)
		if os.Getuid() == 0 { // who may write anywhere
			const nobody = 65534
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
		var out, errs bytes.Buffer
		c.Stdout, c.Stderr = &out, &errs
		if err := c.Run(); c.ProcessState == nil {
			t.Skipf("can't run as another user: %v", err)
		}
		return out.String(), errs.String(), c.ProcessState.ExitCode()
	}
	for _, format := range export.Formats() {
		want, _, _ := try("extract", "-q", "--format", format, "in.txt")
		if stdout, stderr, code := try("extract", "-q", "--format", format, "in.txt"); code != exitFine || stderr != "" || stdout != want || stdout == "" {
			t.Errorf("%s: exit code %d, stderr %q, %d bytes", format, code, stderr, len(stdout))
		}
		stdout, stderr, code := try("extract", "-q", "--format", format, "in.txt", "-o", "out")
		if code != exitFailed || stdout != "" || !strings.HasPrefix(stderr, "qawl: ") || !strings.Contains(stderr, "out") || !strings.Contains(stderr, "permission denied") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s into a file: exit code %d, stderr %q", format, code, stderr)
		}
	}
	for _, args := range [][]string{{"explain", "in.txt"}, {"patterns", "list", "--rules"}, {"version"}} {
		if stdout, stderr, code := try(args...); code != exitFine || stderr != "" || stdout == "" {
			t.Errorf("%v: exit code %d, stderr %q", args, code, stderr)
		}
	}
	if got := names(t, dir); !slices.Equal(got, []string{"in.txt", "qawl"}) {
		t.Errorf("the folder holds %v", got)
	}
}
