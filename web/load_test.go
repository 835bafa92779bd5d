package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// How long each part of BenchmarkLoad goes on, and with how many connections.
const (
	loadTime    = 5 * time.Second
	loadClients = 8
)

// BenchmarkLoad puts load on a server in a process of its own: first as much as
// it takes, which tells its capacity, then half of that at a steady rate, which
// tells how long an answer takes. Run it with -benchtime 1x.
func BenchmarkLoad(b *testing.B) {
	text, err := os.ReadFile("../testdata/articles/gulf-agency-energy.txt")
	if err != nil {
		b.Fatal(err)
	}
	body, err := json.Marshal(Article{Text: string(text)})
	if err != nil {
		b.Fatal(err)
	}
	url, pid := serveApart(b)
	l := &load{url: url + "/v1/extract", body: body, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4 * loadClients}}}
	defer l.client.CloseIdleConnections()
	l.flatOut(loadTime / 5) // warms up
	for b.Loop() {
		before := resident(b, pid)
		n := l.flatOut(loadTime)
		capacity := float64(n) / loadTime.Seconds()
		times := l.steady(capacity/2, 2*loadTime)
		l.flatOut(loadTime)
		slices.Sort(times)
		b.ReportMetric(float64(len(text)), "bytes/article")
		b.ReportMetric(capacity, "articles/s-at-most")
		b.ReportMetric(float64(len(times))/(2*loadTime).Seconds(), "articles/s-steady")
		b.ReportMetric(ms(times[len(times)/2]), "ms-p50")
		b.ReportMetric(ms(times[len(times)*99/100]), "ms-p99")
		b.ReportMetric(ms(times[len(times)-1]), "ms-max")
		b.ReportMetric(float64(l.failed.Load()), "errors")
		b.ReportMetric(before, "MB-before")
		b.ReportMetric(resident(b, pid), "MB-after")
	}
	if n := l.failed.Load(); n > 0 {
		b.Errorf("%d of the requests failed", n)
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

type load struct {
	url    string
	body   []byte
	client *http.Client
	failed atomic.Int64
}

func (l *load) request() {
	res, err := l.client.Post(l.url, "application/json", bytes.NewReader(l.body))
	if err != nil {
		l.failed.Add(1)
		return
	}
	defer res.Body.Close()
	if n, err := io.Copy(io.Discard, res.Body); err != nil || n == 0 || res.StatusCode != http.StatusOK {
		l.failed.Add(1)
	}
}

// flatOut asks as fast as answers come and counts them.
func (l *load) flatOut(d time.Duration) int64 {
	var n atomic.Int64
	var wg sync.WaitGroup
	end := time.Now().Add(d)
	for range loadClients {
		wg.Go(func() {
			for time.Now().Before(end) {
				l.request()
				n.Add(1)
			}
		})
	}
	wg.Wait()
	return n.Load()
}

// steady asks at a rate, whether answers come or not, and returns how long each
// took from the moment it was due.
func (l *load) steady(rate float64, d time.Duration) []time.Duration {
	times := make([]time.Duration, int(rate*d.Seconds()))
	start := time.Now()
	due := make(chan int, len(times))
	var wg sync.WaitGroup
	for range 4 * loadClients {
		wg.Go(func() {
			for i := range due {
				l.request()
				times[i] = time.Since(start) - time.Duration(float64(i)/rate*float64(time.Second))
			}
		})
	}
	for i := range times {
		time.Sleep(time.Until(start.Add(time.Duration(float64(i) / rate * float64(time.Second)))))
		due <- i
	}
	close(due)
	wg.Wait()
	return times
}

// resident is the memory of a process in MB, as the kernel counts it.
func resident(b *testing.B, pid int) float64 {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Logf("no figure of memory: %v", err)
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kb) / 1024
		}
	}
	return 0
}

// apart says in the environment that this process is the server of a benchmark.
const apart = "QAWL_TEST_SERVER"

// serveApart starts this test as a server.
func serveApart(b *testing.B) (url string, pid int) {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), os.Args[0], "-test.run", "^TestServeApart$", "-test.timeout", "10m")
	cmd.Env = append(os.Environ(), apart+"=1")
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	br := bufio.NewReader(out)
	for {
		line, err := br.ReadString('\n')
		if err != nil {
			b.Fatalf("the server does not start: %v", err)
		}
		if strings.HasPrefix(line, "http://") {
			return strings.TrimSpace(line), cmd.Process.Pid
		}
	}
}

// TestServeApart is the other end of serveApart, and nothing without it.
func TestServeApart(t *testing.T) {
	if os.Getenv(apart) == "" {
		t.Skip("only as the server of BenchmarkLoad")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("http://%s\n", l.Addr())
	if err := newServer(t, Options{}).Serve(ctx, l); err != nil {
		t.Fatal(err)
	}
}
