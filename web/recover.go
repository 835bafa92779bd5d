package web

import (
	"errors"
	"net/http"
	"runtime/debug"
)

// answerWriter knows whether an answer has begun. Its status can't be changed
// then, as is tried where a reader goes away in the middle.
type answerWriter struct {
	http.ResponseWriter
	begun bool
}

// WriteHeader begins the answer, once.
func (w *answerWriter) WriteHeader(status int) {
	if w.begun {
		return
	}
	w.begun = status >= http.StatusOK
	w.ResponseWriter.WriteHeader(status)
}

// Write writes a part of the answer.
func (w *answerWriter) Write(p []byte) (int, error) {
	w.begun = true
	return w.ResponseWriter.Write(p)
}

// Unwrap is for [http.ResponseController].
func (w *answerWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// withRecovery turns a panic into an answer, and tells it to who runs the server.
func (s *Server) withRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w := &answerWriter{ResponseWriter: rw}
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			s.log.Printf("%s %s: internal error: %v\n%s", r.Method, r.URL.Path, v, debug.Stack())
			if w.begun {
				panic(http.ErrAbortHandler) // so that the reader sees that the answer is not whole
			}
			problem(w, http.StatusInternalServerError, "internal error; the server's output says more")
		}()
		next.ServeHTTP(w, r)
	})
}
