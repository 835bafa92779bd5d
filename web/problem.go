package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"

	"github.com/danielgtaylor/huma/v2"
)

// problem answers with problem details (RFC 9457).
func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(huma.NewError(status, detail)) // a reader that has gone needs no answer
}

// busy is the answer where a gate is full.
func busy() error {
	err := huma.Error429TooManyRequests("the server is busy with other articles; try again shortly")
	return huma.ErrorWithHeaders(err, http.Header{"Retry-After": {"1"}})
}

// withRecovery turns a panic into an answer, and tells it to who runs the server.
func (s *Server) withRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch v := recover(); {
			case v == nil:
			case isAbort(v):
				panic(v)
			default:
				s.log.Printf("%s %s: internal error: %v\n%s", r.Method, r.URL.Path, v, debug.Stack())
				problem(w, http.StatusInternalServerError, "internal error; the server's output says more")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func isAbort(v any) bool {
	err, ok := v.(error)
	return ok && errors.Is(err, http.ErrAbortHandler)
}
