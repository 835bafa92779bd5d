package web

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestBatchAnswersEveryLine(t *testing.T) {
	s := newServer(t, Options{Limits: Limits{Article: 500}})
	in := strings.Join([]string{
		`{"id":"a","text":"` + sentence + `"}`, ``, `{bad`, `{"id":"c"}`, `{"id":"long","text":"` + strings.Repeat("x", 3000) + `"}`,
		`{"id":"big","text":"` + strings.Repeat("x", 600) + `"}`, `{"text":"لا قول هنا"}`,
	}, "\n")
	a := ask(t, s, http.MethodPost, "/v1/batch", in).is(t, http.StatusOK)
	type line struct {
		Line       int
		ID         string
		Statements *[]struct{ Doc string }
		Error      *struct {
			Status int
			Detail string
		}
	}
	var got []line
	for l := range strings.Lines(a.body) {
		got = append(got, decode[line](t, answer{body: l}))
	}
	if len(got) != 6 {
		t.Fatalf("%d lines, expected 6:\n%s", len(got), a.body)
	}
	for i, want := range []struct {
		line, status, statements int
		id                       string
	}{{1, 0, 2, "a"}, {3, 422, 0, ""}, {4, 422, 0, "c"}, {5, 413, 0, ""}, {6, 413, 0, "big"}, {7, 0, 0, "line-7"}} {
		g := got[i]
		if g.Line != want.line || g.ID != want.id {
			t.Errorf("line %d, id %q, expected %d, %q", g.Line, g.ID, want.line, want.id)
		}
		switch {
		case want.status != 0:
			if g.Error == nil || g.Error.Status != want.status || g.Statements != nil {
				t.Errorf("line %d: %+v, expected status %d", want.line, g, want.status)
			}
		case g.Error != nil || g.Statements == nil || len(*g.Statements) != want.statements:
			t.Errorf("line %d: %+v, expected %d statements", want.line, g, want.statements)
		}
	}
}

// TestBatchStreams answers a line before the next one is sent.
func TestBatchStreams(t *testing.T) {
	server := httptest.NewServer(newServer(t, Options{}))
	defer server.Close()
	r, w := io.Pipe()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v1/batch", r)
	if err != nil {
		t.Fatal(err)
	}
	send := make(chan string)
	go func() {
		for line := range send {
			_, _ = io.WriteString(w, line)
		}
		w.Close()
	}()
	send <- `{"id":"1","text":"` + sentence + `"}` + "\n"
	res, err := server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	br := bufio.NewReader(res.Body)
	for _, id := range []string{"1", "2", "3"} {
		line, err := br.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var b BatchLine
		if err := json.Unmarshal(line, &b); err != nil || b.ID != id || len(b.Statements) != 2 {
			t.Fatalf("%v: %s", err, line)
		}
		if id != "3" {
			send <- `{"id":"` + string(id[0]+1) + `","text":"` + sentence + `"}` + "\n"
		}
	}
	close(send)
	if rest, err := io.ReadAll(br); err != nil || len(rest) > 0 {
		t.Errorf("behind the last line: %q, %v", rest, err)
	}
	server.Client().CloseIdleConnections()
}

func FuzzBatch(f *testing.F) {
	f.Add("{\"text\":\"قال: نعم\"}\n\n{\"html\":\"<p>\"}\r\n[]")
	f.Add("{\"id\":\"\\ud800\",\"text\":\"\x00\xff\"}")
	s := newServer(f, Options{Limits: Limits{Article: 1000}})
	f.Fuzz(func(t *testing.T, in string) {
		lines := 0
		for line := range strings.Lines(in) {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		a := ask(t, s, http.MethodPost, "/v1/batch", in).is(t, http.StatusOK)
		n := 0
		for line := range strings.Lines(a.body) {
			if l := decode[BatchLine](t, answer{body: line}); l.Error == nil && l.Statements == nil || l.Error != nil && l.Error.Status >= 500 {
				t.Errorf("line %d: %s", l.Line, line)
			}
			n++
		}
		if n != lines {
			t.Errorf("%d answers to %d lines", n, lines)
		}
		if again := ask(t, s, http.MethodPost, "/v1/batch", in); again.body != a.body {
			t.Errorf("first %s, then %s", a.body, again.body)
		}
	})
}
