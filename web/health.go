package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/quotes"
)

// Health says that the server works, and what it can do.
type Health struct {
	Status  string   `json:"status" enum:"ok"`
	Version string   `json:"version"`
	Store   bool     `json:"store" doc:"Whether it keeps articles"`
	Article int64    `json:"article" doc:"Bytes that an article may have"`
	Upload  int64    `json:"upload" doc:"Bytes that a request may have"`
	Formats []string `json:"formats" doc:"Formats of /v1/export"`
}

func (s *Server) health(api huma.API) {
	type output struct{ Body Health }
	op := s.operation(http.MethodGet, "/v1/health", "health", "Server", "Whether the server works, and what it can do", "Needs no token.", 0)
	huma.Register(api, op, func(context.Context, *struct{}) (*output, error) {
		return &output{Health{
			Status: "ok", Version: s.version, Store: s.store != nil,
			Article: s.limits.Article, Upload: s.limits.Upload, Formats: export.Formats(),
		}}, nil
	})
}

// weights gives the tables by which decisions are weighed.
func (s *Server) weights(api huma.API) {
	type output struct {
		Body map[string]map[string]float64 `doc:"For each decision what its features weigh; above 0 they speak for it, below against it"`
	}
	op := s.operation(http.MethodGet, "/v1/weights", "weights", "Server", "The tables by which decisions are weighed", "", 0)
	huma.Register(api, op, func(context.Context, *struct{}) (*output, error) {
		w := quotes.DefaultWeights()
		out := &output{map[string]map[string]float64{}}
		for _, decision := range []string{"speech", "report", "title", "antecedent", "confidence"} {
			out.Body[decision] = w.Table(decision)
		}
		return out, nil
	})
}
