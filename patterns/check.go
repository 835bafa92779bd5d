package patterns

import (
	"fmt"
	"strings"
)

// Check runs rule r over one of its examples and says what differs.
func (g *Grammar) Check(r *Rule, ex Example) error {
	s := g.Scan(ex.Text)
	var found []string
	for i := range s.Units {
		if !s.Units[i].Class.Any(r.on) {
			continue
		}
		m, ok, err := g.attempt(r, s, i)
		if err != nil {
			return fmt.Errorf("%w, in its example %q", err, ex.Text)
		}
		if !ok {
			continue
		}
		cue := m.Groups[GroupCue]
		start := m.End
		if q := m.Groups[GroupQuote]; !q.Empty() {
			start = q.Start
		}
		rest := s.Slice(min(start, len(s.Units)), len(s.Units))
		got := s.Slice(cue.Start, cue.End)
		if got == ex.Cue && strings.HasPrefix(rest, ex.Content) {
			return nil
		}
		found = append(found, fmt.Sprintf("cue %q before %q", got, rest))
	}
	if len(found) == 0 {
		return fmt.Errorf("%s:%d: rule %s does not match its example %q", r.file, r.line, r.ID, ex.Text)
	}
	return fmt.Errorf("%s:%d: rule %s finds in %q: %s; expected cue %q before %q",
		r.file, r.line, r.ID, ex.Text, strings.Join(found, ", "), ex.Cue, ex.Content)
}
