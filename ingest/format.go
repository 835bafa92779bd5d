package ingest

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/transform"
)

var formatOf = map[string]string{
	".html": "html", ".htm": "html", ".xhtml": "html",
	".jsonl": "jsonl", ".ndjson": "jsonl",
	".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
	".trec": "trec", ".sgm": "trec", ".sgml": "trec",
	".docx": "docx",
}

// sniffSize is how much of a file is looked at for its format.
const sniffSize = 4 << 10

// format tells the format of a file by its ending, else by how it begins.
func (r *Reader) format(name string, c *charset, head []byte) string {
	if r.o.Format != "" {
		return r.o.Format
	}
	if f := formatOf[ending(name)]; f != "" {
		return f
	}
	if objectLine(head) {
		return "jsonl"
	}
	start := strings.ToLower(beginning(c, head))
	switch {
	case ending(name) == ".json":
		return "json"
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"):
		return "html"
	case strings.HasPrefix(start, "<doc>"), strings.HasPrefix(start, "<doc "):
		return "trec"
	case strings.HasPrefix(start, "<?xml"):
		if strings.Contains(start, "<html") {
			return "html"
		}
		return "trec"
	case ending(name) == ".xml":
		return "trec"
	}
	return "text"
}

// beginning is the start of a file in UTF-8, without what may stand before it.
func beginning(c *charset, head []byte) string {
	head = head[:min(len(head), sniffSize)]
	if c.decoder != nil {
		head, _, _ = transform.Bytes(c.decoder(), head) // the end may be cut off
	}
	return strings.TrimLeft(string(head), "\ufeff \t\r\n\f")
}

// objectLine reports whether the first line with words is a JSON object, or
// the start of a long one. JSONL in UTF-16 has to have its ending.
func objectLine(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if whole || len(head) < evidenceSize/2 {
		return jsontext.Value(line).IsValid(jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	}
	return bytes.HasPrefix(bytes.TrimLeft(line[1:], " \t\r"), []byte(`"`))
}
