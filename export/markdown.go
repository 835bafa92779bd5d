package export

import (
	"bufio"
	"io"
	"strings"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

// markdown is GitHub Flavored Markdown: a heading for every document and a table
// of its statements below. Documents without statements are left out.
type markdown struct {
	out     *bufio.Writer
	columns []field
}

func newMarkdown(w io.Writer, columns []field, _ Options) (Writer, error) {
	m := &markdown{out: bufio.NewWriter(w), columns: columns}
	m.line("<div dir=\"rtl\">")
	return m, m.out.Flush()
}

func (m *markdown) line(parts ...string) {
	for _, p := range parts {
		_, _ = m.out.WriteString(p) // Flush returns the error
	}
	_ = m.out.WriteByte('\n')
}

func (m *markdown) Write(d *quotes.Document, statements []quotes.Statement) error {
	if len(statements) == 0 {
		return nil
	}
	m.line("\n## ", literal(titleOf(d)))
	if facts := about(d); len(facts) > 0 {
		m.line("\n", strings.Join(facts, " · "))
	}
	m.line()
	heads, rule := make([]string, len(m.columns)), make([]string, len(m.columns))
	for i, f := range m.columns {
		heads[i], rule[i] = f.arabic, "---"
	}
	m.row(heads)
	m.row(rule)
	for _, r := range rows(d, statements) {
		cells := make([]string, len(m.columns))
		for i, f := range m.columns {
			cells[i] = literal(report.Word(f.name, cell(f.value(&r))))
		}
		m.row(cells)
	}
	return m.out.Flush()
}

func (m *markdown) row(cells []string) { m.line("| ", strings.Join(cells, " | "), " |") }

func (m *markdown) Close() error {
	m.line("\n</div>")
	return m.out.Flush()
}

// about is what is known of a document beside its title.
func about(d *quotes.Document) []string {
	var out []string
	for _, s := range []string{d.Outlet, d.Date} {
		if s != "" {
			out = append(out, literal(s))
		}
	}
	switch link := webAddress(d.URL); {
	case link != "":
		out = append(out, "<"+link+">")
	case d.URL != "":
		out = append(out, literal(d.URL))
	}
	return out
}

var escapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`, "$", `\$`,
)

// literal makes text that Markdown shows as it is, on one line.
func literal(s string) string {
	return escapes.Replace(strings.Join(strings.Fields(visible(s)), " "))
}
