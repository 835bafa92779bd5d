package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

// palette gives speakers their colours, in the order in which they come.
type palette map[string]int

func (p palette) key(speaker string) string {
	k, ok := p[speaker]
	if !ok {
		k = len(p)
		p[speaker] = k
	}
	return report.KeyOf(k)
}

// paragraph is a line of the article, its line break included.
type paragraph struct {
	Blank    bool
	Segments []segment
}

// segment is a stretch of the text that belongs to the same statements all
// along. Together the segments are the text.
type segment struct {
	Text       string
	Class      string // how it looks
	Statements string // numbers of the statements it is content of, the innermost last
	Cues       string // of those it is the cue of
	Mentions   string // of those whose speaker it mentions
	Begins     []beginning
}

// beginning marks where the content of a statement begins.
type beginning struct {
	ID     string // of the element
	Number int
	Key    string
}

// role is what a span is to a statement.
type role int

const (
	content role = iota
	cue
	mention
)

// part is a span of the text in its role.
type part struct {
	role       role
	start, end int
	statement  *quotes.Statement
}

// paragraphs cuts the text of the article called id at line breaks and wherever a
// part of a statement begins or ends.
func paragraphs(id, text string, statements []quotes.Statement, colours palette) []paragraph {
	parts, cuts := partsOf(statements)
	var out []paragraph
	var open []part
	from := 0
	for line := range strings.Lines(text) {
		end := from + len(line)
		p := paragraph{Blank: strings.TrimSpace(line) == ""}
		for from < end {
			for len(cuts) > 0 && cuts[0] <= from {
				cuts = cuts[1:]
			}
			to := end
			if len(cuts) > 0 {
				to = min(end, cuts[0])
			}
			open = slices.DeleteFunc(open, func(o part) bool { return o.end <= from })
			var begins []beginning
			for len(parts) > 0 && parts[0].start <= from {
				if s := parts[0].statement; parts[0].role == content {
					begins = append(begins, beginning{id + "s" + strconv.Itoa(s.ID), s.ID, colours.key(s.Speaker.ID)})
				}
				open = append(open, parts[0])
				parts = parts[1:]
			}
			s := segmentOf(open, colours)
			s.Text, s.Begins = visible(text[from:to]), begins
			p.Segments = append(p.Segments, s)
			from = to
		}
		out = append(out, p)
	}
	return out
}

// partsOf lists the parts of all statements, outer ones before those within, and
// where one begins or ends.
func partsOf(statements []quotes.Statement) (parts []part, cuts []int) {
	add := func(r role, span quotes.Span, s *quotes.Statement) {
		if span.Text != "" {
			parts = append(parts, part{r, span.Start, span.End, s})
			cuts = append(cuts, span.Start, span.End)
		}
	}
	for i := range statements {
		s := &statements[i]
		add(content, s.Content, s)
		add(cue, s.Cue.Span, s)
		add(mention, s.Speaker.Mention, s)
	}
	slices.SortStableFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	slices.Sort(cuts)
	return parts, slices.Compact(cuts)
}

// segmentOf says how text looks that is part of what is open there.
func segmentOf(open []part, colours palette) segment {
	var numbers [3][]string
	var classes []string
	key := ""
	for _, o := range open {
		numbers[o.role] = append(numbers[o.role], strconv.Itoa(o.statement.ID))
		if o.role == content || len(numbers[content]) == 0 {
			key = colours.key(o.statement.Speaker.ID)
		}
	}
	if len(open) > 0 {
		classes = append(classes, key)
	}
	if numbers[cue] != nil {
		classes = append(classes, "cue")
	}
	if numbers[mention] != nil {
		classes = append(classes, "who")
	}
	join := func(r role) string { return strings.Join(numbers[r], " ") }
	return segment{Class: strings.Join(classes, " "), Statements: join(content), Cues: join(cue), Mentions: join(mention)}
}
