package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/qawl-nlp/qawl/quotes"
)

// docx reads a Word document (ECMA-376, Office Open XML).
func (w *walk) docx(e entry, z *zip.Reader) bool {
	if !e.asked && !w.wanted(e.name) {
		return true
	}
	body, err := w.part(z, "word/document.xml")
	if err != nil {
		return w.fail(&e, 0, fmt.Errorf("no Word document: %w", err))
	}
	core, _ := w.part(z, "docProps/core.xml") // may be missing
	id := e.id()
	return w.yield(Record{Source: Source{File: e.file}, Size: len(body), parse: func() (quotes.Document, error) {
		d := quotes.Document{ID: id}
		text, err := docxText(body)
		if err != nil {
			return d, fmt.Errorf("word/document.xml: %w", err)
		}
		d.Text = text
		d.Title, d.Date = docxProperties(core)
		return d, nil
	}}, nil)
}

func (w *walk) part(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, errors.New("it has no " + name)
	}
	defer f.Close()
	return w.all(w.limit.bounded(f))
}

// wordML is the namespace of a document, strict or transitional.
func wordML(space string) bool {
	return strings.Contains(space, "/wordprocessingml/") && strings.HasSuffix(space, "/main")
}

// docxText writes a paragraph on a line.
func docxText(body []byte) (string, error) {
	var p paragraphs
	dec := xml.NewDecoder(bytes.NewReader(body))
	inText := false
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return p.text(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "Fallback" { // says again what stands before it
				if err := dec.Skip(); err != nil {
					return "", err
				}
			}
			if !wordML(t.Name.Space) {
				continue
			}
			switch t.Name.Local {
			case "t":
				inText = true
			case "tab":
				p.line.WriteByte(' ')
			case "br", "cr", "p":
				p.end()
			case "noBreakHyphen":
				p.line.WriteByte('-')
			}
		case xml.EndElement:
			if wordML(t.Name.Space) {
				switch t.Name.Local {
				case "t":
					inText = false
				case "p":
					p.end()
				}
			}
		case xml.CharData:
			if inText {
				p.line.Write(t)
			}
		}
	}
}

// docxProperties are the title and the date of creation.
func docxProperties(core []byte) (title, created string) {
	var props struct {
		Title   string `xml:"http://purl.org/dc/elements/1.1/ title"`
		Created string `xml:"http://purl.org/dc/terms/ created"`
	}
	if xml.Unmarshal(core, &props) != nil {
		return "", ""
	}
	return squeeze(props.Title), squeeze(props.Created)
}
