package quotes

import (
	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// extents finds where the contents of the frames end.
func (e *Extractor) extents(s *patterns.Scan, frames []frame) {
	starts := make(map[int]*frame, len(frames)) // frames by the unit of their cue
	for i := range frames {
		if frames[i].kind != "" {
			starts[frames[i].cue.Start] = &frames[i]
		}
	}
	for i := range frames {
		f := &frames[i]
		switch f.kind {
		case "clause", "speech":
			f.content.End = e.reportEnd(s, f, starts)
			if i := f.content.Start; f.form != nil && f.form.Class == "describe" && i < f.content.End && s.Units[i].Class.Any(patterns.Quoted) {
				f.content.End = i + 1 // وصفه بأنه «…»، بعد أن …
			}
		case "headline":
			f.content.End = lineEnd(s, f.content.Start)
		case "sentence":
			f.content = sentenceAround(s, f)
		}
		trim(s, &f.content)
	}
}

// sentenceLimit bounds, in units, how far an end is looked for, so that a text
// without a full stop takes linear time.
const sentenceLimit = 1500

// trim takes signs off both ends of a range.
func trim(s *patterns.Scan, r *patterns.Range) {
	edge := patterns.Comma | patterns.Stop | patterns.Colon | patterns.Dash | patterns.Break
	for r.Start < r.End && s.Units[r.Start].Class.Any(edge) && s.Units[r.Start].Span < 0 {
		r.Start++
	}
	for r.End > r.Start && s.Units[r.End-1].Class.Any(edge) && s.Units[r.End-1].Span < 0 {
		r.End--
	}
}

// endsSentence reports whether unit i ends its sentence.
func endsSentence(s *patterns.Scan, i int) bool {
	return s.Units[i].Class.Any(patterns.Stop | patterns.Break)
}

func endsInStop(s *patterns.Scan, span int) bool {
	sp := s.Spans[span]
	if sp.Last == sp.First {
		return false
	}
	t := s.Text.Tokens[sp.Last-1]
	return t.Kind == arabic.Punct && (t.Rune == '.' || t.Rune == '!' || t.Rune == '؟' || t.Rune == '?')
}

// closesSentence reports whether the marked unit i ends in a full stop of its
// own and no sign of going on follows.
func closesSentence(s *patterns.Scan, i int) bool {
	sp := s.Units[i].Span
	if sp < 0 || !endsInStop(s, sp) || i+1 >= len(s.Units) {
		return false
	}
	c := s.Units[i+1].Class
	return !c.Any(patterns.Comma|patterns.Participle|patterns.Preposition|patterns.Stop) && c.Any(patterns.Conj)
}

func lineEnd(s *patterns.Scan, i int) int {
	limit := min(len(s.Units), i+sentenceLimit)
	for i < limit && !s.Units[i].Class.Any(patterns.Break) {
		i++
	}
	return i
}

// sentenceAround returns the sentence that a parenthetical source belongs to.
// A source that opens it stays out of the content, as does one at its end.
func sentenceAround(s *patterns.Scan, f *frame) patterns.Range {
	start := f.cue.Start
	for start > 0 && f.cue.Start-start < sentenceLimit && !endsSentence(s, start-1) && !(s.Units[start-1].Span >= 0 && closesSentence(s, start-1)) {
		start--
	}
	end := f.gap.End
	for end < len(s.Units) && end < f.gap.End+sentenceLimit && !endsSentence(s, end) {
		end++
	}
	first := start
	for first < f.cue.Start && s.Units[first].Class.Any(patterns.Comma|patterns.Dash|patterns.Function) && !s.Units[first].Class.Any(patterns.Preposition) {
		first++
	}
	if first >= f.cue.Start { // the source opens the sentence
		r := patterns.Range{Start: f.gap.End, End: end}
		trim(s, &r)
		for r.Start < r.End && s.Units[r.Start].Class.Any(patterns.An|patterns.Qad) {
			r.Start++
		}
		return r
	}
	after := patterns.Range{Start: f.gap.End, End: end}
	trim(s, &after)
	const clause = 9 // units that make a clause before the source
	if after.Empty() || s.Units[after.Start].Class.Any(patterns.Participle) || s.Units[f.cue.Start-1].Class.Any(patterns.Comma) && f.cue.Start-start > clause {
		return patterns.Range{Start: start, End: f.cue.Start}
	}
	return patterns.Range{Start: start, End: end}
}
