package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/qawl-nlp/qawl/quotes"
)

// trec reads the articles of a collection in the form of the Text Retrieval
// Conference: <DOC><DOCNO>…</DOCNO> … <TEXT>…</TEXT></DOC>. Names may be in
// small letters, and the id and the kind of article may be attributes of DOC,
// as in the Gigaword corpora.
func (w *walk) trec(e entry, br *bufio.Reader, c *charset) bool {
	docs := docReader{lineReader: lineReader{br: c.utf8Of(br), limit: w.o.MaxDocumentSize}}
	for none := true; ; none = false {
		doc, line, err := docs.next()
		source := Source{e.file, line}
		switch {
		case errors.Is(err, io.EOF):
			return !none || w.fail(&e, 0, errors.New("holds no <DOC>, as TREC-style XML has"))
		case errors.Is(err, errTooLarge):
			if !w.yield(Record{}, failure(source, w.tooLarge())) {
				return false
			}
			continue
		case err != nil:
			return w.fail(&e, line, err)
		}
		id := e.id()
		if !w.yield(Record{Source: source, Size: len(doc), parse: func() (quotes.Document, error) {
			if err := c.checkLoss(doc); err != nil {
				return quotes.Document{}, err
			}
			d, err := parseTREC(doc)
			if d.ID == "" {
				d.ID = id + ":" + strconv.Itoa(line)
			}
			return d, err
		}}, nil) {
			return false
		}
	}
}

// docReader splits a collection at <DOC> and </DOC>.
type docReader struct {
	lineReader
	rest []byte // of the line, behind </DOC>
}

var (
	docStart = []byte("<doc")
	docEnd   = []byte("</doc>")
)

// next returns the next element and the line where it begins.
func (r *docReader) next() (doc []byte, first int, err error) {
	inside, tooLarge := false, false
	for {
		line := r.rest
		if r.rest = nil; line == nil {
			line, err = r.lineReader.next()
		}
		switch {
		case errors.Is(err, io.EOF) && inside:
			return nil, first, io.ErrUnexpectedEOF
		case errors.Is(err, errTooLarge) && inside:
			tooLarge, line, doc = true, nil, nil
		case errors.Is(err, errTooLarge):
			return nil, r.line, err
		case err != nil:
			return nil, r.line, err
		}
		if !inside {
			at := startOfDoc(line)
			if at < 0 {
				continue
			}
			inside, first, line = true, r.line, line[at:]
		}
		end := indexFold(line, docEnd)
		if end >= 0 {
			end += len(docEnd)
			line, r.rest = line[:end], line[end:]
		}
		if int64(len(doc)+len(line)) > r.limit {
			tooLarge, doc = true, nil
		}
		if !tooLarge {
			doc = append(doc, line...)
		}
		switch {
		case end < 0:
		case tooLarge:
			return nil, first, errTooLarge
		default:
			return doc, first, nil
		}
	}
}

// startOfDoc finds <DOC> or <DOC …>, and not <DOCNO>.
func startOfDoc(line []byte) int {
	from := 0
	for {
		at := indexFold(line[from:], docStart)
		if at < 0 {
			return -1
		}
		at += from
		if from = at + len(docStart); from == len(line) || strings.IndexByte(" \t\r\n>", line[from]) >= 0 {
			return at
		}
	}
}

// indexFold is bytes.Index for a low word in ASCII letters of either case.
func indexFold(line, low []byte) int {
	for from := 0; ; {
		at := bytes.IndexByte(line[from:], low[0])
		if at < 0 || len(line)-from-at < len(low) {
			return -1
		}
		at += from
		if bytes.EqualFold(line[at:at+len(low)], low) {
			return at
		}
		from = at + 1
	}
}

var errNoText = errors.New("the <DOC> has no <TEXT>")

// parseTREC takes the fields out of a <DOC>.
func parseTREC(doc []byte) (quotes.Document, error) {
	var d quotes.Document
	if err := checkUTF8(doc); err != nil {
		return d, err
	}
	if indexFold(doc, []byte("<text")) < 0 {
		return d, errNoText
	}
	fields := map[string]*string{
		"docno": &d.ID, "docid": &d.ID, "title": &d.Title, "headline": &d.Title, "hl": &d.Title,
		"date": &d.Date, "date_time": &d.Date, "source": &d.Outlet, "url": &d.URL,
	}
	var field *string
	var text trecText
	hasText, inText := false, false
	for z := html.NewTokenizer(bytes.NewReader(doc)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if !hasText {
				return d, errNoText
			}
			d.Text = text.String()
			return d, nil
		case html.StartTagToken:
			name, more := z.TagName()
			tag := string(name)
			for more {
				var key, value []byte
				if key, value, more = z.TagAttr(); tag == "doc" && string(key) == "id" {
					d.ID = string(value)
				}
			}
			switch {
			case tag == "text":
				hasText, inText = true, true
			case inText:
				text.tag(tag)
			default:
				field = fields[tag]
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch tag := string(name); {
			case tag == "text":
				inText = false
				text.end()
			case inText:
				text.tag("/" + tag)
			default:
				field = nil
			}
		case html.TextToken:
			switch {
			case inText:
				text.WriteString(string(z.Text()))
			case field != nil:
				*field = squeeze(*field + " " + string(z.Text()))
			}
		}
	}
}

// trecText makes a line of each paragraph in <P>, whose lines are as long as
// a page was wide. Elsewhere lines stay as they are.
type trecText struct {
	lines  []string
	within bool // a <P>
	strings.Builder
}

func (t *trecText) tag(name string) {
	switch name {
	case "p":
		t.end()
		t.within = true
	case "/p":
		t.end()
		t.within = false
	}
}

func (t *trecText) end() {
	s := t.Builder.String()
	t.Builder.Reset()
	if t.within {
		s = squeeze(s)
	}
	if s = strings.Trim(s, "\r\n"); strings.TrimSpace(s) != "" {
		t.lines = append(t.lines, s)
	}
}

// String is the text so far.
func (t *trecText) String() string {
	t.end()
	return strings.Join(t.lines, "\n")
}
