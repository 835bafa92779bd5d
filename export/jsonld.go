package export

import (
	"io"
	"net/url"
	"strconv"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// linked is JSON-LD: an array with a schema.org NewsArticle for every document
// and, for every statement, a schema.org Quotation and the W3C Web Annotation that
// says where it stands. Identifiers are fragments of the file.
//
// See https://schema.org/Quotation and https://www.w3.org/TR/annotation-model/.
type linked struct{ *array }

func newJSONLD(w io.Writer, _ []field, _ Options) (Writer, error) {
	return &linked{newArray(w)}, nil
}

type ldArticle struct {
	Context   string  `json:"@context"`
	ID        string  `json:"@id"`
	Type      string  `json:"@type"`
	Name      string  `json:"identifier"`
	Headline  string  `json:"headline,omitempty"`
	Published string  `json:"datePublished,omitempty"`
	Publisher *ldNode `json:"publisher,omitempty"`
	URL       string  `json:"url,omitempty"`
}

type ldNode struct {
	ID       string `json:"@id,omitempty"`
	Type     string `json:"@type,omitempty"`
	Name     string `json:"name,omitempty"`
	JobTitle string `json:"jobTitle,omitempty"`
	Gender   string `json:"gender,omitempty"`
}

type ldQuotation struct {
	Context  string  `json:"@context"`
	ID       string  `json:"@id"`
	Type     string  `json:"@type"`
	Text     string  `json:"text"`
	Language string  `json:"inLanguage"`
	Genre    string  `json:"genre"` // the type of the statement
	Creator  *ldNode `json:"creator,omitempty"`
	Spoken   *ldNode `json:"spokenByCharacter,omitempty"`
	Citation *ldNode `json:"citation,omitempty"`
	PartOf   ldNode  `json:"isPartOf"`
}

type ldAnnotation struct {
	Context    string   `json:"@context"`
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Body       string   `json:"body"`
	Target     ldTarget `json:"target"`
}

type ldTarget struct {
	Source   string `json:"source"`
	Selector [2]any `json:"selector"`
}

type ldPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type ldQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

const (
	schemaOrg     = "https://schema.org"
	webAnnotation = "http://www.w3.org/ns/anno.jsonld"
)

func (l *linked) Write(d *quotes.Document, statements []quotes.Statement) error {
	base := "#" + url.QueryEscape(d.ID)
	a := ldArticle{
		Context: schemaOrg, ID: base, Type: "NewsArticle", Name: d.ID,
		Headline: d.Title, Published: d.Date, URL: webAddress(d.URL),
	}
	if a.URL != "" {
		a.ID = a.URL
	}
	if d.Outlet != "" {
		a.Publisher = &ldNode{Type: "Organization", Name: d.Outlet}
	}
	if err := l.add(a); err != nil {
		return err
	}
	for i, r := range quotes.Records(d.ID, d.Text, statements) {
		id := base + "/" + strconv.Itoa(r.ID)
		q := ldQuotation{
			Context: schemaOrg, ID: id, Type: "Quotation", Text: r.Content.Text, Language: "ar",
			Genre: string(r.Type), PartOf: ldNode{ID: a.ID},
		}
		q.attribute(base, r.Speaker)
		if err := l.add(q); err != nil {
			return err
		}
		if err := l.add(ldAnnotation{
			Context: webAnnotation, ID: id + "/annotation", Type: "Annotation", Motivation: "identifying", Body: id,
			Target: ldTarget{a.ID, selectors(d.Text, statements[i].Content, r.Content)},
		}); err != nil {
			return err
		}
	}
	return nil
}

// attribute says whose words they are. schema.org has persons and organizations
// for that; a document is cited.
func (q *ldQuotation) attribute(base string, s quotes.RecordSpeaker) {
	n := &ldNode{ID: base + "/" + s.ID, Type: "Person", Name: s.Name, JobTitle: s.Role}
	n.Gender = map[string]string{"m": schemaOrg + "/Male", "f": schemaOrg + "/Female"}[s.Gender]
	switch s.Kind {
	case speakers.Document:
		q.Citation = &ldNode{ID: n.ID, Type: "CreativeWork", Name: s.Name}
		return
	case speakers.Organization:
		n = &ldNode{ID: n.ID, Type: "Organization", Name: s.Name}
	}
	q.Spoken = n
	if s.Kind != speakers.Anonymous {
		q.Creator = n
	}
}

// selectors point at a span, by its place and by its words with those around it.
func selectors(text string, bytes quotes.Span, points quotes.RecordSpan) [2]any {
	const around = 32 // code points
	from, to := bytes.Start, bytes.End
	for n := 0; n < around && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for n := 0; n < around && to < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return [2]any{
		ldPosition{"TextPositionSelector", points.Start, points.End},
		ldQuote{"TextQuoteSelector", points.Text, text[from:bytes.Start], text[bytes.End:to]},
	}
}
