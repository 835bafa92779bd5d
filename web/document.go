package web

import (
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/quotes"
)

// Document is an article as the API gives it.
type Document struct {
	ID     string `json:"id" maxLength:"1000" doc:"Name of the article, \"doc\" in its statements" example:"a1"`
	Title  string `json:"title" maxLength:"4000"`
	Date   string `json:"date" maxLength:"100" doc:"As the source gives it" example:"2024-05-17"`
	Outlet string `json:"outlet" maxLength:"1000" doc:"The newspaper or broadcaster"`
	URL    string `json:"url" maxLength:"4000"`
	Text   string `json:"text" doc:"Offsets count the Unicode code points of this text"`
}

func (d Document) quotes() *quotes.Document {
	return &quotes.Document{ID: d.ID, Title: d.Title, Date: d.Date, Outlet: d.Outlet, URL: d.URL, Text: d.Text}
}

func fromQuotes(d *quotes.Document) Document {
	return Document{ID: d.ID, Title: d.Title, Date: d.Date, Outlet: d.Outlet, URL: d.URL, Text: d.Text}
}

// Article is an article as the API takes it.
type Article struct {
	ID     string `json:"id,omitempty" maxLength:"1000" doc:"Name of the article" example:"a1" default:"article"`
	Title  string `json:"title,omitempty" maxLength:"4000"`
	Date   string `json:"date,omitempty" maxLength:"100"`
	Outlet string `json:"outlet,omitempty" maxLength:"1000"`
	URL    string `json:"url,omitempty" maxLength:"4000"`
	Text   string `json:"text,omitempty" doc:"The text of the article. Either this or html is needed" example:"قال المدير إن العمل مستمر."`
	HTML   string `json:"html,omitempty" doc:"The article as a web page, from which its text is taken"`
}

// document settles the text of an article.
func (a Article) document() (Document, error) {
	d := Document{ID: a.ID, Title: a.Title, Date: a.Date, Outlet: a.Outlet, URL: a.URL, Text: a.Text}
	if d.ID == "" {
		d.ID = "article"
	}
	switch {
	case a.Text != "" && a.HTML != "":
		return d, huma.Error422UnprocessableEntity("the article has both text and html, expected one of them")
	case a.HTML != "":
		page, err := readPage(a.HTML, d.ID)
		if err != nil {
			return d, err
		}
		d.Text = page.Text
		fill(&d.Title, page.Title)
		fill(&d.Date, page.Date)
		fill(&d.Outlet, page.Outlet)
		fill(&d.URL, page.URL)
	}
	if strings.TrimSpace(d.Text) == "" {
		return d, huma.Error422UnprocessableEntity(`the article has no words, expected "text" or "html"`)
	}
	d.Text = valid(d.Text)
	return d, nil
}

// valid replaces what is no UTF-8, as the JSON of the answer would anyway.
func valid(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
