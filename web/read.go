package web

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// ReadLine is an article of a file, or a part of the file that can't be read.
type ReadLine struct {
	Where    string    `json:"where" doc:"File and line"`
	Document *Document `json:"document,omitempty"`
	Error    string    `json:"error,omitempty" doc:"Why this part can't be read; the others are read all the same"`
}

func (s *Server) read(api huma.API) {
	type input struct {
		Name    string `query:"name" required:"true" minLength:"1" maxLength:"1000" doc:"Name of the file; its ending says what it is" example:"articles.zip"`
		RawBody []byte `contentType:"application/octet-stream"`
	}
	op := s.operation(http.MethodPost, "/v1/read", "read", "Statements", "The articles of a file",
		"Takes a text, web page, Word document, table, JSONL or an archive of them, in any of the encodings Arabic comes in, and returns the articles in it one a line, without statements.", s.limits.Upload)
	op.Responses = map[string]*huma.Response{"200": {Description: "One JSON object for each article", Content: map[string]*huma.MediaType{
		ndjson: {Schema: api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[ReadLine](), true, "")},
	}}}
	huma.Register(api, op, func(_ context.Context, in *input) (*huma.StreamResponse, error) {
		lines, err := s.documents(in.Name, in.RawBody)
		if err != nil {
			return nil, err
		}
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			_, w := humago.Unwrap(ctx)
			rc := http.NewResponseController(w)
			w.Header().Set("Content-Type", ndjson)
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			for line := range lines {
				_ = rc.SetWriteDeadline(time.Now().Add(s.limits.Write)) // readers take their time; recorders of tests have none
				if enc.Encode(line) != nil || ctx.Context().Err() != nil {
					return
				}
			}
		}}, nil
	})
}
