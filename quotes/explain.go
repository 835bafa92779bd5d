package quotes

import "github.com/qawl-nlp/qawl/patterns"

// Why says why a marked span is in no statement.
type Why string

// The reasons for leaving out a marked span.
const (
	ReadsAsName Why = "reads as a name or a term"
	InBrackets  Why = "stands in brackets, which rules pass over"
	NoSpeaker   Why = "reads as speech, but no speaker was found"
	NoStatement Why = "reads as speech, but no statement took it"
)

// LeftOut is a marked span whose words no statement quotes.
type LeftOut struct {
	Span   // the words without their marks
	Why    Why
	Speech patterns.Weighing // speech (yes) or name
	Cue    Span              // the cue that claimed the words, empty for none
	Rule   string            // id of the rule that found the cue, empty for none
}

// LeftOut lists the marked spans whose words no statement of the text quotes.
func (a *Analysis) LeftOut() []LeftOut {
	s := a.Scan
	unit := make([]int, len(s.Spans))
	for i := range unit {
		unit[i] = -1
	}
	for u := range s.Units {
		if k := s.Units[u].Span; k >= 0 {
			unit[k] = u
		}
	}
	var out []LeftOut
	for i := range s.Spans {
		words := markedSpan(s, i)
		if words.Text == "" || a.quoted(words) {
			continue
		}
		l := LeftOut{Span: words, Speech: s.Speech[i]}
		switch {
		case unit[i] < 0:
			l.Why = InBrackets
		case l.Speech.P < 0.5:
			l.Why = ReadsAsName
		default:
			a.claim(&l, unit[i])
		}
		out = append(out, l)
	}
	return out
}

// quoted reports whether a statement quotes the words.
func (a *Analysis) quoted(words Span) bool {
	for i := range a.Statements {
		for _, q := range a.Statements[i].Quotes {
			if q.Start <= words.Start && words.End <= q.End {
				return true
			}
		}
	}
	return false
}

// claim looks for the cue that took the words of unit u and came to nothing.
func (a *Analysis) claim(l *LeftOut, u int) {
	l.Why = NoStatement
	for i := range a.frames {
		f := &a.frames[i]
		if u < f.content.Start || u >= f.content.End {
			continue
		}
		if a.cues[i].Entity < 0 {
			l.Why = NoSpeaker
		}
		l.Cue = unitSpan(a.Scan, f.cue)
		if f.rule != nil {
			l.Rule = f.rule.ID
		}
		if l.Why == NoSpeaker {
			return
		}
	}
}
