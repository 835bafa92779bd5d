package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/qawl-nlp/qawl/quotes"
)

// ndjson is the media type of JSON objects one a line.
const ndjson = "application/x-ndjson"

// BatchLine is one line of the answer to a batch.
type BatchLine struct {
	Line       int              `json:"line" doc:"Line of the request, from 1"`
	ID         string           `json:"id" doc:"Of the article; empty where the line has none"`
	Statements []quotes.Record  `json:"statements,omitzero" doc:"In text order"`
	Error      *huma.ErrorModel `json:"error,omitempty" doc:"Why this line has no statements; the others have theirs all the same"`
}

func (s *Server) batch(api huma.API) {
	op := s.operation(http.MethodPost, "/v1/batch", "batch", "Statements", "The statements of many articles",
		"Takes articles one JSON object a line, and answers each line with one line as soon as it is done. The request may be of any length; send and read at the same time. A line that can't be read gets an error of its own and stops nothing.", 0)
	op.Errors = []int{http.StatusTooManyRequests}
	schemas := api.OpenAPI().Components.Schemas
	op.Responses = map[string]*huma.Response{"200": {Description: "One JSON object for each line", Content: map[string]*huma.MediaType{
		ndjson: {Schema: schemas.Schema(reflect.TypeFor[BatchLine](), true, "")},
	}}}
	huma.Register(api, op, func(context.Context, *struct{}) (*huma.StreamResponse, error) {
		if err := s.batches.enter(context.Background()); err != nil { // has no queue, so it doesn't wait
			return nil, busy()
		}
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			defer s.batches.leave()
			r, w := humago.Unwrap(ctx)
			s.stream(r, w)
		}}, nil
	})
	// Only now, or huma would read the request itself, and whole.
	api.OpenAPI().Paths[op.Path].Post.RequestBody = &huma.RequestBody{
		Required: true, Description: "Articles, one JSON object a line",
		Content: map[string]*huma.MediaType{ndjson: {Schema: schemas.Schema(reflect.TypeFor[Article](), true, "")}},
	}
}

// stream answers a batch.
func (s *Server) stream(r *http.Request, w http.ResponseWriter) {
	rc := http.NewResponseController(w)
	_ = rc.EnableFullDuplex() // HTTP/2 and recorders of tests do without
	w.Header().Set("Content-Type", ndjson)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	br := bufio.NewReaderSize(r.Body, 64<<10)
	for n := 1; ; n++ {
		_ = rc.SetReadDeadline(time.Now().Add(s.limits.Read))
		_ = rc.SetWriteDeadline(time.Now().Add(s.limits.Read + s.limits.Write))
		line, err := readLine(br, 4*s.limits.Article) // JSON may write a byte as several
		if len(bytes.TrimSpace(line)) > 0 || errors.Is(err, errLongLine) {
			if werr := enc.Encode(s.batchLine(r.Context(), n, line, err)); werr != nil {
				return
			}
			_ = rc.Flush()
		}
		if err != nil && !errors.Is(err, errLongLine) || r.Context().Err() != nil {
			return
		}
	}
}

func (s *Server) batchLine(ctx context.Context, n int, line []byte, err error) BatchLine {
	out := BatchLine{Line: n}
	fail := func(err error) BatchLine {
		if status, ok := errors.AsType[*huma.ErrorModel](err); ok {
			out.Error = status
		} else {
			out.Error, _ = huma.Error422UnprocessableEntity(err.Error()).(*huma.ErrorModel)
		}
		return out
	}
	if errors.Is(err, errLongLine) {
		return fail(huma.NewError(http.StatusRequestEntityTooLarge, fmt.Sprintf("line %d is too long, expected at most %d bytes", n, 4*s.limits.Article)))
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return fail(fmt.Errorf("line %d does not end: %w", n, err))
	}
	var a Article
	if err := json.Unmarshal(line, &a); err != nil {
		return fail(fmt.Errorf(`line %d: expected an article {"id": …, "text": …}: %w`, n, err))
	}
	if a.ID == "" {
		a.ID = fmt.Sprintf("line-%d", n)
	}
	out.ID = a.ID
	d, err := a.document()
	if err != nil {
		return fail(err)
	}
	if err := s.work.wait(ctx); err != nil {
		return fail(err)
	}
	defer s.work.leave()
	x, err := s.analyzeNow(d.Text)
	if err != nil {
		return fail(err)
	}
	out.Statements = quotes.Records(d.ID, d.Text, x.Statements)
	return out
}

// errLongLine says that a line was longer than allowed. It was skipped.
var errLongLine = errors.New("line too long")

// readLine reads a line of at most limit bytes. What is longer is skipped to
// its end.
func readLine(br *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := br.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLongLine
		default:
			return line, err
		}
	}
}
