package web

import (
	"bytes"
	"errors"
	"iter"
	"path"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/quotes"
)

// documents reads the articles of a file.
func (s *Server) documents(name string, data []byte) (iter.Seq[ReadLine], error) {
	r, err := ingest.New(ingest.Options{MaxDocumentSize: s.limits.Article, InMemory: true})
	if err != nil {
		return nil, err
	}
	return func(yield func(ReadLine) bool) {
		for d, err := range r.Read(path.Base(strings.ReplaceAll(name, `\`, "/")), bytes.NewReader(data)) {
			line := ReadLine{Where: d.Source.String()}
			if err == nil {
				out := fromQuotes(&d.Document)
				out.Text = valid(out.Text)
				line.Document = &out
			} else {
				line.Error = err.Error()
				if failed, ok := errors.AsType[*ingest.Error](err); ok {
					line.Where, line.Error = failed.Source.String(), failed.Err.Error()
				}
			}
			if !yield(line) {
				return
			}
		}
	}, nil
}

// readPage takes the article out of a web page.
func readPage(html, id string) (quotes.Document, error) {
	r, err := ingest.New(ingest.Options{Format: "html", Encoding: "utf-8"})
	if err != nil {
		return quotes.Document{}, err
	}
	for d, err := range r.Read(id+".html", strings.NewReader(html)) {
		if err != nil {
			if failed, ok := errors.AsType[*ingest.Error](err); ok {
				err = failed.Err
			}
			return quotes.Document{}, huma.Error422UnprocessableEntity("html: " + err.Error())
		}
		return d.Document, nil
	}
	return quotes.Document{}, huma.Error422UnprocessableEntity("html: there is no article on the page")
}
