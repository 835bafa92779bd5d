//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/qawl-nlp/qawl/export"
)

// TestMain lets the test binary stand for the command, see command.
func TestMain(m *testing.M) {
	if os.Getenv("QAWL_TEST_COMMAND") != "" {
		limitFiles()
		main()
	}
	os.Exit(m.Run())
}

// command is qawl as a process of its own.
func command(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), "QAWL_TEST_COMMAND=1")
	return c
}

// limitFiles makes files longer than QAWL_TEST_FILE_SIZE fail to be written, as
// those on a full disk do.
func limitFiles() {
	n, err := strconv.ParseUint(os.Getenv("QAWL_TEST_FILE_SIZE"), 10, 64)
	if err != nil {
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}

// running is a process that is watched.
type running struct {
	*exec.Cmd
	stderr bytes.Buffer
	done   chan error
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	r := &running{Cmd: command(args...), done: make(chan error, 1)}
	r.Cmd.Stderr = &r.stderr
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { r.done <- r.Wait() }()
	return r
}

// until waits for a condition, or for the process to end, which it reports.
func (r *running) until(is func() bool) (ended bool) {
	for !is() {
		select {
		case err := <-r.done:
			r.done <- err
			return true
		default:
		}
	}
	return false
}

// partsOf is the folder of an output that is being written.
func partsOf(out string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".parts")
}

func segments(out string) int {
	found, _ := filepath.Glob(filepath.Join(partsOf(out), "*.segment"))
	return len(found)
}

// moment is a random point in the course of a run: some segments are finished,
// or some bytes of the output are written.
func moment(out string) func() bool {
	if rand.IntN(2) == 0 {
		enough := segments(out) + rand.IntN(4)
		return func() bool { return segments(out) >= enough }
	}
	enough := rand.Int64N(100_000)
	return func() bool {
		info, err := os.Stat(filepath.Join(partsOf(out), "output"))
		return err == nil && info.Size() >= enough
	}
}

func TestKilledRunsResume(t *testing.T) {
	if testing.Short() {
		t.Skip("long: kills many runs")
	}
	in := corpus(t, 600)
	for _, format := range export.Formats() {
		kills := 3
		if format == "parquet" || format == "jsonl" {
			kills = 10
		}
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			want, out := filepath.Join(dir, "want"), filepath.Join(dir, "out")
			args := []string{"extract", "-q", "--with-text", "--resume", "--format", format, "--checkpoint-size", "20000", in, "-o"}
			try(t, "", append(args, want)...)
			if _, direct, _ := try(t, "", "extract", "-q", "--format", format, in); direct != content(t, want) {
				t.Error("standard output gets another output than a file")
			}
			for n := 0; n < kills; {
				r := start(t, append(args, out)...)
				if r.until(moment(out)) {
					// Done before its end came: it starts anew.
					for _, name := range []string{out, beside(out, "errors"), beside(out, "texts")} {
						if err := os.Remove(name); err != nil {
							t.Fatalf("%v; stderr %s", err, &r.stderr)
						}
					}
					continue
				}
				if err := r.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				<-r.done
				if n++; slices.Contains(names(t, dir), "out") {
					n = kills // killed as it was tidying up
				}
			}
			if code, _, stderr := try(t, "", append(args, out)...); code != exitFailed {
				t.Errorf("exit code %d, stderr %s", code, stderr)
			}
			for _, kind := range []string{"", ".errors.jsonl", ".texts.jsonl"} {
				if content(t, out+kind) != content(t, want+kind) {
					t.Errorf("%s differs from that of an undisturbed run", "out"+kind)
				}
			}
			if got := names(t, dir); len(got) != 6 {
				t.Errorf("the folder holds %v", got)
			}
		})
	}
}

// TestTerminatedRunLeavesNoOutput: the last input is a pipe that nobody writes to, so
// that no run ends before it is told to.
func TestTerminatedRunLeavesNoOutput(t *testing.T) {
	in := corpus(t, 500)
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		dir := t.TempDir()
		out, pipe := filepath.Join(dir, "out.csv"), filepath.Join(t.TempDir(), "last.jsonl")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"extract", "--checkpoint-size", "20000", in, pipe, "-o", out}
		r := start(t, args...)
		if r.until(func() bool { return segments(out) > 2 }) {
			t.Fatalf("the run ended first: %s", &r.stderr)
		}
		if err := r.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		<-r.done
		if code := r.ProcessState.ExitCode(); code != exitFailed {
			t.Errorf("exit code %d", code)
		}
		contains(t, r.stderr.String(), "qawl: stopped; --resume goes on from here")
		if got := names(t, dir); !slices.Equal(got, []string{".out.csv.parts"}) {
			t.Errorf("the folder holds %v", got)
		}
		if got := names(t, partsOf(out)); slices.ContainsFunc(got, func(s string) bool { return s == "output" || s == "new" }) {
			t.Errorf("the parts are %v", got)
		}
		last := jsonLine(t, "last", article)
		go func() { _ = os.WriteFile(pipe, []byte(last), 0) }() // once it is read from
		if code, _, stderr := try(t, "", append(args, "--resume")...); code != exitFailed || !strings.Contains(stderr, "501 documents, 1503 statements") {
			t.Errorf("exit code %d, failures %q", code, slices.DeleteFunc(failures(t, beside(out, "errors")), func(s string) bool {
				return strings.Contains(s, "no Arabic text") || strings.Contains(s, "expected an article")
			}))
		}
	}
}

func TestFullDisk(t *testing.T) {
	in := corpus(t, 2000)
	for _, format := range export.Formats() {
		dir := t.TempDir()
		out := filepath.Join(dir, "out")
		c := command("extract", "-q", "--format", format, in, "-o", out)
		c.Env = append(c.Env, "QAWL_TEST_FILE_SIZE=5000")
		stderr, err := c.CombinedOutput()
		if err == nil {
			t.Errorf("%s: no failure", format)
		}
		if got := string(stderr); !strings.Contains(got, "qawl: writing "+out) || !strings.Contains(got, "file too large") || strings.Contains(got, "goroutine") {
			t.Errorf("%s: stderr %s", format, got)
		}
		if got := names(t, dir); slices.Contains(got, "out") {
			t.Errorf("%s: the folder holds %v", format, got)
		}
	}
}

func TestDeviceThatIsFull(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full here")
	}
	code, _, stderr := try(t, article, "extract", "-o", "/dev/full")
	if code != exitFailed || stderr != "qawl: writing /dev/full: no space left on device\n" {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}

// As in qawl extract … | head -1.
func TestReaderThatGoesAwayIsNoFailure(t *testing.T) {
	c := command("extract", file(t, "in.jsonl", strings.Repeat(jsonLine(t, "a", article), 2000)))
	var stderr bytes.Buffer
	c.Stderr = &stderr
	stdout, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(io.LimitReader(stdout, 1<<16)).ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"doc":"a","id":1`) {
		t.Errorf("%q, %v", line, err)
	}
	stdout.Close()
	if err := c.Wait(); err != nil || stderr.Len() > 0 {
		t.Errorf("%v, stderr %q", err, &stderr)
	}
}
