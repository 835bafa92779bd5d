package export

import (
	"bufio"
	_ "embed"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

//go:embed html.tmpl
var pageTemplates string

//go:embed html.js
var pageScript string

var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"word": report.Word, "chart": report.Chart,
}).Parse(pageTemplates))

// page is one self-contained HTML page. Every document is an article in which
// the statements are marked, with a table of them beside it. In memory are the
// counts of the speakers.
type page struct {
	out    *bufio.Writer
	counts report.Counts
	number int // of documents
}

func newHTML(w io.Writer, _ []field, _ Options) (Writer, error) {
	p := &page{out: bufio.NewWriter(w)}
	if err := report.Head(p.out, "من قال ماذا؟ — قَوْل", pageScript); err != nil {
		return nil, err
	}
	if err := pages.ExecuteTemplate(p.out, "begin", nil); err != nil {
		return nil, err
	}
	return p, p.out.Flush()
}

// pageArticle is what the template of an article shows.
type pageArticle struct {
	ID         string // of the element
	Title      string
	About      []string
	Link       string
	Paragraphs []paragraph
	Chart      []report.Bar
	Rows       []pageRow
}

type pageRow struct {
	quotes.Record
	Key  string // class of the speaker's colour
	Sure string // confidence in per cent
}

func (p *page) Write(d *quotes.Document, statements []quotes.Statement) error {
	p.number++
	a := pageArticle{ID: "a" + strconv.Itoa(p.number), Title: visible(titleOf(d)), Link: webAddress(d.URL)}
	for _, s := range []string{d.Outlet, d.Date} {
		if s != "" {
			a.About = append(a.About, visible(s))
		}
	}
	if a.Link == "" && d.URL != "" {
		a.About = append(a.About, visible(d.URL))
	}
	c := palette{}
	a.Paragraphs = paragraphs(a.ID, d.Text, statements, c)
	var counts report.Counts
	for _, r := range rows(d, statements) {
		p.counts.Add(r.fact())
		f := r.fact()
		f.Speaker = r.Speaker.ID
		counts.Add(f)
		a.Rows = append(a.Rows, pageRow{
			Record: readable(r.Record), Key: c.key(r.Speaker.ID), Sure: strconv.Itoa(int(math.Round(100 * r.Confidence))),
		})
	}
	names := map[string]string{}
	for _, r := range a.Rows {
		names[r.Speaker.ID] = r.Speaker.Name
	}
	for _, g := range counts.Speakers() {
		a.Chart = append(a.Chart, report.Bar{
			Label: names[g.Name], Note: visible(g.Role), Value: g.Statements,
			Parts: []report.Part{{Value: g.Statements, Class: c.key(g.Name)}},
		})
	}
	if err := pages.ExecuteTemplate(p.out, "article", a); err != nil {
		return err
	}
	return p.out.Flush()
}

// readable is what a reader sees of a record.
func readable(r quotes.Record) quotes.Record {
	for _, s := range []*string{&r.Content.Text, &r.Cue.Text, &r.Speaker.Name, &r.Speaker.Role, &r.Via} {
		*s = visible(*s)
	}
	return r
}

func titleOf(d *quotes.Document) string {
	if strings.TrimSpace(d.Title) != "" {
		return d.Title
	}
	return d.ID
}

// longestChart is how many speakers the chart of a collection shows.
const longestChart = 20

func (p *page) Close() error {
	speakers := p.counts.Speakers()
	var bars []report.Bar
	for _, g := range speakers[:min(len(speakers), longestChart)] {
		g.Role = visible(g.Role)
		bars = append(bars, report.BarOf(visible(g.Name), g))
	}
	err := pages.ExecuteTemplate(p.out, "end", map[string]any{
		"Documents": p.number, "Statements": p.counts.All.Statements, "Speakers": len(speakers),
		"Chart": bars, "Others": len(speakers) - len(bars), "Types": report.TypeClasses,
	})
	if err != nil {
		return err
	}
	if err := report.Foot(p.out, pageScript); err != nil {
		return err
	}
	return p.out.Flush()
}
