package web

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestBusyServerSaysSo(t *testing.T) {
	s := newServer(t, Options{Limits: Limits{Workers: 1, Queue: 1, Batches: 1, InFlight: 2000}})
	if err := s.work.enter(t.Context()); err != nil { // one article is being read
		t.Fatal(err)
	}
	waiting := make(chan int)
	go func() { waiting <- ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}).StatusCode }()
	for s.work.waiting.Load() == 0 { // and one waits
		runtime.Gosched()
	}
	a := ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}).is(t, http.StatusTooManyRequests)
	if a.Header.Get("Retry-After") == "" {
		t.Error("it does not say when to come back")
	}
	s.work.leave()
	if got := <-waiting; got != http.StatusOK {
		t.Errorf("the one that waited: status %d", got)
	}

	if err := s.batches.enter(t.Context()); err != nil {
		t.Fatal(err)
	}
	ask(t, s, http.MethodPost, "/v1/batch", "").is(t, http.StatusTooManyRequests)
	s.batches.leave()
	ask(t, s, http.MethodPost, "/v1/batch", "").is(t, http.StatusOK)

	s.flight.take(1900)
	ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}).is(t, http.StatusTooManyRequests)
	s.flight.put(1900)
	ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}).is(t, http.StatusOK)
	if left := s.flight.left.Load(); left != 2000 {
		t.Errorf("%d bytes left of 2000 when nothing is going on", left)
	}
}

func TestGate(t *testing.T) {
	g := newGate(2, 0)
	for range 2 {
		if err := g.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.enter(t.Context()); !errors.Is(err, errBusy) {
		t.Errorf("a third one: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := g.wait(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting behind the end: %v", err)
	}
}

// TestShutdown lets a request end that is going on, and cuts one that would never end.
func TestShutdown(t *testing.T) {
	s := newServer(t, Options{Limits: Limits{Shutdown: 50 * time.Millisecond}})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()

	r, w := io.Pipe()
	defer w.Close()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+l.Addr().String()+"/v1/batch", r)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{}}
	go func() { _, _ = io.WriteString(w, `{"id":"1","text":"`+sentence+`"}`+"\n") }()
	res, err := client.Do(req) // a batch whose next line never comes
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	first := make([]byte, 10)
	if _, err := io.ReadFull(res.Body, first); err != nil || !strings.HasPrefix(string(first), `{"line":1`) {
		t.Fatalf("%q, %v", first, err)
	}
	stop()
	if err := <-served; err != nil {
		t.Errorf("serving ended with %v", err)
	}
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("the port is still open")
	}
	client.CloseIdleConnections()
}
