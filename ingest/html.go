package ingest

import (
	"bytes"
	"errors"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	xcharset "golang.org/x/net/html/charset"

	"github.com/qawl-nlp/qawl/quotes"
)

// maxElements bounds the work of finding the article in a page.
const maxElements = 100_000

// parseHTML takes the article out of a page, and what the page says of it.
func (r *Reader) parseHTML(data []byte) (d quotes.Document, err error) {
	defer func() {
		if recover() != nil { // the libraries have bounds that panic
			d, err = quotes.Document{}, errors.New("the page can't be parsed")
		}
	}()
	c := r.charset
	if c == nil {
		c = declared(data)
	}
	if err := c.checkBinary(data); err != nil {
		return d, err
	}
	page, err := c.decode(data)
	if err != nil {
		return d, err
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return d, err
	}
	url := pageURL(root)
	body := lines(root) // before the search for the article changes the tree
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	article, err := p.ParseAndMutate(root, nil)
	if err != nil {
		return d, err
	}
	d = quotes.Document{Title: squeeze(article.Title()), Outlet: squeeze(article.SiteName()), URL: url, Text: body}
	if article.Node != nil {
		if text := lines(article.Node); text != "" {
			d.Text = strings.TrimPrefix(text, d.Title+"\n")
		}
	}
	if t, err := article.PublishedTime(); err == nil {
		d.Date = date(t)
	}
	return d, nil
}

// declared is the charset of a page: that of its bytes where they leave no
// doubt, else the one it declares, else the likeliest.
func declared(data []byte) *charset {
	evident := detect(data)
	if evident == utf8Charset || strings.HasPrefix(evident.name, "utf-16") {
		return evident
	}
	if _, name, certain := xcharset.DetermineEncoding(data, ""); certain {
		if c, err := charsetOf(name); err == nil && c != utf8Charset {
			return c
		}
	}
	// HTML knows no name for Mac Arabic, and this one is used for it.
	if head := bytes.ToLower(data[:min(len(data), 1024)]); bytes.Contains(head, []byte("mac-arabic")) {
		return macArab
	}
	return evident
}

func date(t time.Time) string {
	if t.Equal(t.Truncate(24*time.Hour)) && t.Location() == time.UTC {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// pageURL is the address that a page gives as its own.
func pageURL(root *html.Node) string {
	var canonical, og string
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Link:
			if canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
				canonical = attribute(n, "href")
			}
		case atom.Meta:
			if og == "" && attribute(n, "property") == "og:url" {
				og = attribute(n, "content")
			}
		}
	}
	if canonical == "" {
		return og
	}
	return canonical
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
