package report

import (
	"fmt"
	"html/template"
	"strings"
)

// Bar is a line of a bar chart.
type Bar struct {
	Label, Note string
	Value       int
	Parts       []Part // of the value, from the start of the bar on
}

// Part is a stretch of a bar, coloured by a class of the style: bar, direct,
// mixed, indirect, or k0 to k11 for speakers.
type Part struct {
	Value int
	Class string
}

// KeyOf is the class of the k-th speaker of an article, from 0. Twelve have
// colours of their own.
func KeyOf(k int) string { return fmt.Sprintf("k%d", k%12) }

// TypeClasses are the types of statement in the order of their parts in a bar.
var TypeClasses = []string{"direct", "mixed", "indirect"}

// BarOf is the bar of a group, its parts the types of statement.
func BarOf(label string, g Group) Bar {
	b := Bar{Label: label, Note: g.Role, Value: g.Statements}
	for _, t := range TypeClasses {
		b.Parts = append(b.Parts, Part{g.Types[t], t})
	}
	return b
}

// Chart draws bars as inline SVG beside their labels, which wrap where the page
// is narrow.
func Chart(bars []Bar) template.HTML {
	longest := 1
	for _, b := range bars {
		longest = max(longest, b.Value)
	}
	var s strings.Builder
	s.WriteString(`<ol class="bars">`)
	for _, b := range bars {
		s.WriteString("<li><span>" + template.HTMLEscapeString(b.Label))
		if b.Note != "" {
			s.WriteString("<small>" + template.HTMLEscapeString(b.Note) + "</small>")
		}
		fmt.Fprintf(&s, `</span><svg role="img" aria-label="%d">`, b.Value)
		before := 0
		for _, p := range b.Parts {
			before += p.Value
			if p.Value > 0 { // bars grow from right to left
				fmt.Fprintf(&s, `<rect x="%.3f%%" width="%.3f%%" height="100%%" class="%s"/>`,
					100-percent(before, longest), percent(p.Value, longest), p.Class)
			}
		}
		fmt.Fprintf(&s, "</svg><b>%d</b></li>", b.Value)
	}
	s.WriteString("</ol>")
	return template.HTML(s.String())
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }
