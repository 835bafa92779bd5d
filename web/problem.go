package web

import (
	"encoding/json"
	"net/http"

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
