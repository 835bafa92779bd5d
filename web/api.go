package web

import (
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

const about = `Reads Arabic news text and returns attributed statements: who said what, in which words, where in the text.

Offsets count the Unicode code points of the article, end excluded (in Python: text[start:end]). Errors are problem details (RFC 9457). A server that is busy answers 429 and says with Retry-After when to come back. Nothing that is sent here is kept or logged, except under /v1/articles where the server was started with --store.`

// routes registers the operations of the API and the document that describes them.
func (s *Server) routes(mux *http.ServeMux) {
	version := s.version
	if version == "" {
		version = "devel"
	}
	api := humago.New(mux, huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI:    "3.1.0",
			Info:       &huma.Info{Title: "qawl", Version: version, Description: about, License: &huma.License{Name: "MIT", Identifier: "MIT"}},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)},
			Tags: []*huma.Tag{
				{Name: "Statements", Description: "Reading articles and finding who said what in them."},
				{Name: "Files", Description: "What was found, and what a person made of it, as files."},
				{Name: "Articles", Description: "Articles that the server keeps, with their corrections. Only with --store."},
				{Name: "Server", Description: "The server itself."},
			},
		},
		OpenAPIPath:   "/v1/openapi",
		Formats:       huma.DefaultFormats,
		DefaultFormat: "application/json",
	})
	s.health(api)
	s.weights(api)
	s.extract(api)
	s.batch(api)
	s.read(api)
	s.export(api)
	s.gold(api)
	s.articles(api)
}

// operation fills in what all operations have in common. Requests of at most
// limit bytes are let in while the server has room for them.
func (s *Server) operation(method, path, id, tag, summary, description string, limit int64) huma.Operation {
	op := huma.Operation{
		Method: method, Path: path, OperationID: id, Tags: []string{tag}, Summary: summary, Description: description,
		MaxBodyBytes: limit, BodyReadTimeout: s.limits.Read, RejectUnknownQueryParameters: true,
	}
	if limit > 0 {
		op.Errors = []int{http.StatusRequestEntityTooLarge, http.StatusTooManyRequests}
		op.Middlewares = huma.Middlewares{s.admit(limit)}
	}
	return op
}

// admit counts the bytes of a request against those that the server holds at once.
func (s *Server) admit(limit int64) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(ctx)
		size := r.ContentLength
		if size > limit {
			problem(w, http.StatusRequestEntityTooLarge, fmt.Sprintf("the request has %d bytes, expected at most %d", size, limit))
			return
		}
		if size < 0 {
			size = limit
		}
		if !s.flight.take(size) {
			w.Header().Set("Retry-After", "1")
			problem(w, http.StatusTooManyRequests, "the server is busy with other articles; try again shortly")
			return
		}
		defer s.flight.put(size)
		next(ctx)
	}
}
