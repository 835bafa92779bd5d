package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

func (s *Server) extract(api huma.API) {
	type input struct {
		Explain bool `query:"explain" doc:"Give the reasons of every statement"`
		Body    Article
	}
	type output struct{ Body *Extraction }
	op := s.operation(http.MethodPost, "/v1/extract", "extract", "Statements", "The statements of one article",
		"Takes the text of an article, or the web page it stands on, and returns its attributed statements in text order.", s.limits.Upload)
	op.Errors = append(op.Errors, http.StatusUnprocessableEntity)
	huma.Register(api, op, func(ctx context.Context, in *input) (*output, error) {
		d, err := in.Body.document()
		if err != nil {
			return nil, err
		}
		a, err := s.analyze(ctx, d.Text)
		if err != nil {
			return nil, err
		}
		return &output{extraction(d, a, in.Explain)}, nil
	})
}
