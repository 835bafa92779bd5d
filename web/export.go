package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/export"
	"github.com/qawl-nlp/qawl/internal/points"
)

// columns are those of tables: what one who checks quotes needs, and who the
// statement is by hand of.
var columns = []string{
	"quote", "type", "speaker", "role", "kind", "cue", "context", "via", "doc", "title", "date", "outlet", "url",
	"paragraph", "start", "end", "confidence", "rules",
}

// files are the formats as files: their ending and media type.
var files = map[string]struct {
	ending, media string
	options       export.Options
}{
	"csv":      {".csv", "text/csv; charset=utf-8", export.Options{Fields: columns, BOM: true}},
	"tsv":      {".tsv", "text/tab-separated-values; charset=utf-8", export.Options{Fields: columns, BOM: true}},
	"xlsx":     {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.Options{Fields: columns}},
	"jsonl":    {".jsonl", ndjson, export.Options{}},
	"json":     {".json", "application/json", export.Options{}},
	"parquet":  {".parquet", "application/vnd.apache.parquet", export.Options{}},
	"markdown": {".md", "text/markdown; charset=utf-8", export.Options{}},
	"html":     {".html", "text/html; charset=utf-8", export.Options{}},
	"jsonld":   {".jsonld", "application/ld+json", export.Options{}},
}

// file is an answer that a browser saves.
type file struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	Body               []byte
}

func newFile(name, media string, data []byte) *file {
	return &file{ContentType: media, ContentDisposition: fmt.Sprintf("attachment; filename=%q", name), Body: data}
}

func (s *Server) export(api huma.API) {
	type input struct {
		Format string `query:"format" default:"csv" doc:"Format of the file, one of those that /v1/health lists"`
		Body   CheckedArticles
	}
	op := s.operation(http.MethodPost, "/v1/export", "export", "Files", "Articles and their statements as a file",
		"Writes the statements as they are given, so that what a person corrected stays corrected, or finds them where an article has none.", s.limits.Upload)
	op.Errors = append(op.Errors, http.StatusUnprocessableEntity)
	op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{}}}
	for _, f := range files {
		op.Responses["200"].Content[f.media] = &huma.MediaType{}
	}
	huma.Register(api, op, func(ctx context.Context, in *input) (*file, error) {
		f, ok := files[in.Format]
		if !ok || !slices.Contains(export.Formats(), in.Format) {
			return nil, huma.Error422UnprocessableEntity(fmt.Sprintf("there is no format %q, expected one of %q", in.Format, export.Formats()))
		}
		var b bytes.Buffer
		w, err := export.New(in.Format, &b, f.options)
		if err != nil {
			return nil, err
		}
		for _, c := range in.Body.Articles {
			if err := s.writeChecked(ctx, w, c); err != nil {
				return nil, err
			}
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		return newFile("statements"+f.ending, f.media, b.Bytes()), nil
	})
}

func (s *Server) writeChecked(ctx context.Context, w export.Writer, c Checked) error {
	if c.Document.Text == "" {
		return huma.Error422UnprocessableEntity(fmt.Sprintf("article %q has no text", c.Document.ID))
	}
	a, err := s.analyze(ctx, c.Document.Text)
	if err != nil {
		return err
	}
	statements := a.Statements
	if c.Statements != nil {
		if statements, err = c.statements(points.In(c.Document.Text)); err != nil {
			return err
		}
		for i := range statements {
			st := &statements[i]
			from, to := st.Content.Start, st.Content.End
			if st.Cue.Text != "" {
				from, to = min(from, st.Cue.Start), max(to, st.Cue.End)
			}
			st.Sentence = a.Sentence(from, to)
		}
	}
	if err := w.Write(c.Document.quotes(), statements); err != nil {
		return errors.Join(fmt.Errorf("article %q", c.Document.ID), err)
	}
	return nil
}
