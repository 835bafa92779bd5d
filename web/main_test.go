package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

// TestMain looks for goroutines that are left. The clock by which the rules are
// timed ends by itself.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock"))
}

const sentence = "قالت وزيرة الزراعة ليلى الحمداني إن المحصول «أفضل من كل التوقعات»، مضيفة أن الحصاد يبدأ الأحد."

func newServer(t testing.TB, o Options) *Server {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// answer is what came of a request.
type answer struct {
	*http.Response
	body string
}

// ask sends a request to s. A body that is no string is sent as JSON.
func ask(t testing.TB, s http.Handler, method, path string, body any, header ...string) answer {
	t.Helper()
	var in io.Reader = http.NoBody
	kind := ""
	switch b := body.(type) {
	case nil:
	case string:
		in = strings.NewReader(b)
	default:
		data, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		in, kind = bytes.NewReader(data), "application/json"
	}
	r := httptest.NewRequestWithContext(context.Background(), method, "http://127.0.0.1:7290"+path, in)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return answer{w.Result(), w.Body.String()}
}

// is fails the test unless the status is the expected one and errors are problem details.
func (a answer) is(t testing.TB, status int) answer {
	t.Helper()
	if a.StatusCode != status {
		t.Fatalf("status %d, expected %d: %.300s", a.StatusCode, status, a.body)
	}
	if status < 400 {
		return a
	}
	if got := a.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("an error of type %q: %.200s", got, a.body)
	}
	var p struct {
		Status int
		Detail string
	}
	if err := json.Unmarshal([]byte(a.body), &p); err != nil || p.Status != status || p.Detail == "" {
		t.Errorf("no problem details with status %d and a detail: %.200s", status, a.body)
	}
	return a
}

// decode reads the JSON of an answer.
func decode[T any](t testing.TB, a answer) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatalf("%v in %.300s", err, a.body)
	}
	return v
}
