package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ofText are the elements that stand within a line.
var ofText = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
	atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Img: true,
}

// noText are the elements whose content no reader sees.
var noText = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true,
	atom.Iframe: true, atom.Object: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Nav: true,
}

// lines writes the text of a page with a paragraph on a line.
func lines(root *html.Node) string {
	var p paragraphs
	p.node(root)
	return p.text()
}

// paragraphs collects lines. White space within one counts as a single space.
type paragraphs struct {
	done []string
	line strings.Builder
}

func (p *paragraphs) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.line.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && noText[n.DataAtom]:
		return
	case n.Type == html.ElementNode && !ofText[n.DataAtom]:
		p.end()
		defer p.end()
	}
	for c := range n.ChildNodes() {
		p.node(c)
	}
}

// end ends a line.
func (p *paragraphs) end() {
	if s := squeeze(p.line.String()); s != "" {
		p.done = append(p.done, s)
	}
	p.line.Reset()
}

func (p *paragraphs) text() string {
	p.end()
	return strings.Join(p.done, "\n")
}

// squeeze makes single spaces of all white space, and none at the ends.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
