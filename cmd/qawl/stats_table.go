package main

import (
	"fmt"
	"strings"

	"github.com/qawl-nlp/qawl/internal/report"
)

// statsTable shows counts to a reader of a terminal. Names stand last in their
// lines, for their width differs from terminal to terminal.
func statsTable(all report.Group, sections []report.Section, top int, terminal bool) string {
	text := display
	if terminal {
		text = isolate
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s", count(all.Statements, "statement"))
	if all.Documents > 0 {
		fmt.Fprintf(&b, " in %s", count(all.Documents, "document"))
	}
	fmt.Fprintf(&b, " by %s\n", count(len(sections[0].Groups), "speaker"))
	for _, s := range sections {
		if !s.Known {
			fmt.Fprintf(&b, "\nby %s: not in the file\n", s.Field)
			continue
		}
		fmt.Fprintf(&b, "\n%10s %7s %10s %8s %8s %8s  %s\n", "statements", "share", "documents", "direct", "mixed", "indirect", s.Field)
		n := min(len(s.Groups), top)
		for _, g := range s.Groups[:n] {
			documents := "-"
			if g.Documents > 0 {
				documents = fmt.Sprint(g.Documents)
			}
			fmt.Fprintf(&b, "%10d %6.1f%% %10s %8d %8d %8d  %s", g.Statements, 100*float64(g.Statements)/float64(all.Statements),
				documents, g.Types["direct"], g.Types["mixed"], g.Types["indirect"], text(orDash(g.Name)))
			if g.Role != "" {
				fmt.Fprintf(&b, " · %s", text(g.Role))
			}
			b.WriteByte('\n')
		}
		if rest := len(s.Groups) - n; rest > 0 {
			fmt.Fprintf(&b, "%10s %d more\n", "…", rest)
		}
	}
	return b.String()
}
