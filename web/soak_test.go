package web

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// TestSoak sends some thousand requests of every kind over loopback. What is in use
// after the last third is what was in use after the first; TestMain sees that no
// goroutine is left.
func TestSoak(t *testing.T) {
	requests := 1500 // in each third
	if testing.Short() {
		requests = 150
	}
	server := httptest.NewServer(newServer(t, Options{}))
	defer server.Close()
	client := server.Client()
	defer client.CloseIdleConnections()
	one, err := json.Marshal(Article{ID: "a", Text: sentence})
	if err != nil {
		t.Fatal(err)
	}
	line := append(one, '\n')
	kinds := []struct {
		path, kind string
		body       []byte
		status     int
	}{
		{"/v1/extract?explain=true", "application/json", one, http.StatusOK},
		{"/v1/extract", "application/json", []byte(`{"text": 7}`), http.StatusUnprocessableEntity},
		{"/v1/batch", "application/x-ndjson", bytes.Repeat(line, 3), http.StatusOK},
		{"/v1/read?name=a.jsonl", "application/octet-stream", bytes.Repeat(line, 3), http.StatusOK},
		{"/v1/extract", "application/json", []byte("{"), http.StatusBadRequest},
	}
	third := func() uint64 {
		var next, failed atomic.Int64
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for i := next.Add(1); i <= int64(requests); i = next.Add(1) {
					k := kinds[i%int64(len(kinds))]
					res, err := client.Post(server.URL+k.path, k.kind, bytes.NewReader(k.body))
					if err != nil {
						failed.Add(1)
						continue
					}
					body, err := io.ReadAll(res.Body)
					res.Body.Close()
					if err != nil || res.StatusCode != k.status || !strings.Contains(string(body), "{") {
						failed.Add(1)
					}
				}
			})
		}
		wg.Wait()
		if n := failed.Load(); n > 0 {
			t.Fatalf("%d of %d requests failed", n, requests)
		}
		var m runtime.MemStats
		for range 3 { // what pools hold goes with the second
			runtime.GC()
		}
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	first := third()
	third()
	const slack = 2 << 20
	if last := third(); last > first+first/10+slack {
		t.Errorf("%d kB in use after the first third, %d kB after the last", first>>10, last>>10)
	}
}
