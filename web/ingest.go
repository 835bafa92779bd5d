package web

import (
	"iter"

	"github.com/qawl-nlp/qawl/quotes"
)

// documents reads the articles of a file.
func (s *Server) documents(name string, data []byte) iter.Seq[ReadLine] {
	return func(yield func(ReadLine) bool) {
		d := Document{ID: name, Text: valid(string(data))}
		yield(ReadLine{Where: name, Document: &d})
	}
}

// readPage takes the article out of a web page.
func readPage(html, id string) (quotes.Document, error) {
	return quotes.Document{ID: id, Text: html}, nil
}
