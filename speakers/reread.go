package speakers

import (
	"cmp"

	"github.com/qawl-nlp/qawl/patterns"
)

// What is a report, and where it begins and ends, is told by the text up to the
// end of its paragraph: more text behind an article changes none of what it says.
// Who is meant is another matter. That takes the whole article, and so do the names.

// reread reads once more the phrases whose words recur behind their paragraph, and
// lets the mentions take names and titles as the whole article shows them.
func (a *Article) reread() {
	a.shapes.seeWhole()
	p := a.parser()
	for k := range a.Mentions {
		m := &a.Mentions[k]
		i := m.Whole.Start
		if m.limit == 0 || !a.shapes.recur.changes(i, m.Whole.End+2) {
			continue
		}
		c := a.Scan.Units[i].Class
		a.Scan.Units[i].Class = c &^ (patterns.Prep | patterns.PrepLi)
		n, ok := p.parse(i, m.limit)
		a.Scan.Units[i].Class = c
		if !ok || m.cue && !c.Any(patterns.QuotedName) && (n.Name.Empty() != m.Name.Empty() || n.Kind != m.Kind) {
			continue // a cue was told whether it is a name
		}
		n.Subject, n.cue = m.Subject, m.cue
		n.Gender, n.Plural = cmp.Or(m.Gender, n.Gender), m.Plural || n.Plural
		n.closed = n.closed || m.cue && n.Whole.End == m.limit
		*m = n
	}
	a.cutObjects()
}
