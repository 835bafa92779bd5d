package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/qawl-nlp/qawl/quotes"
)

// table shows statements to a reader, one block each.
type table struct {
	out   io.Writer
	width int
}

func (t *table) Write(d *quotes.Document, statements []quotes.Statement) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n", isolate(d.ID), count(len(statements), "statement"))
	for _, st := range statements {
		const indent = "      "
		fmt.Fprintf(&b, "%4d  %-8s  %s\n", st.ID, st.Type, speakerLine(st))
		fmt.Fprintf(&b, "%scue %s   confidence %.2f\n", indent, isolate(orDash(st.Cue.Text)), st.Confidence)
		for _, line := range wrap(st.Content.Text, t.width-len(indent)) {
			fmt.Fprintf(&b, "%s%s\n", indent, isolateRTL(line))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(t.out, b.String())
	return err
}

func (t *table) Close() error { return nil }

func speakerLine(st quotes.Statement) string {
	line := isolate(orDash(st.Speaker.Name))
	if st.Speaker.Role != "" {
		line += " · " + isolate(st.Speaker.Role)
	}
	if st.Via != "" {
		line += " · via " + isolate(st.Via)
	}
	return line
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
