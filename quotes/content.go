package quotes

import (
	"slices"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// extents finds where the contents of the frames end.
func (e *Extractor) extents(a *Analysis) {
	s, frames := a.Scan, a.frames
	starts := a.startsOf(frames)
	var seen sentence
	for i := range frames {
		f := &frames[i]
		switch f.kind {
		case "clause", "speech":
			f.content.End = e.reportEnd(s, f, starts)
			if i := f.content.Start; f.form != nil && f.form.Class == "describe" && i < f.content.End && s.Units[i].Class.Any(patterns.Quoted) {
				f.content.End = i + 1 // وصفه بأنه «…»، بعد أن …
			}
		case "phrase":
			f.content.End = e.reportEnd(s, f, starts)
		case "headline":
			f.content.End = lineEnd(s, f.content.Start)
		case "sentence":
			f.content = sentenceAround(s, f, &seen)
		}
		trim(s, &f.content)
	}
}

// starts finds frames that report something by the unit where their cue begins.
type starts struct {
	frames []frame
	at     []int32 // by unit: one more than the frame, 0 for none
	effort *int    // what may still be spent on finding the ends of reports
}

// The effort for finding the ends of an article's reports grows with its length,
// and so does the cost. Articles need a small part of it. Where it is spent,
// as in a text of nothing but cues, reports end at the first place they may.
const (
	effortPerUnit  = 100
	effortLeast    = 20_000
	weighingEffort = 64 // of weighing a place; looking at a unit is 1
)

// startsOf returns the starts of frames, until the next call.
func (a *Analysis) startsOf(frames []frame) starts {
	a.at = slices.Grow(a.at[:0], len(a.Scan.Units))[:len(a.Scan.Units)]
	clear(a.at)
	for i := range frames {
		if frames[i].kind != "" {
			a.at[frames[i].cue.Start] = int32(i + 1)
		}
	}
	effort := effortLeast + effortPerUnit*len(a.Scan.Units)
	return starts{frames, a.at, &effort}
}

// frame returns the frame whose cue begins at unit i, or nil.
func (s starts) frame(i int) *frame {
	if k := s.at[i]; k > 0 {
		return &s.frames[k-1]
	}
	return nil
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

// sentence is the stretch that was looked through last for the ends of a
// sentence: where the same one is asked for again, the rest is known.
type sentence struct{ start, cue, after, end int }

// around returns where the sentence of a cue begins, and where it ends behind
// unit after, at most sentenceLimit units away.
func (q *sentence) around(s *patterns.Scan, cue, after int) (start, end int) {
	known := q.cue <= cue && q.start <= q.cue && q.end > 0
	start = cue
	for start > 0 && cue-start < sentenceLimit && !endsSentence(s, start-1) && !(s.Units[start-1].Span >= 0 && closesSentence(s, start-1)) {
		if known && start == q.cue {
			start = max(q.start, cue-sentenceLimit)
			break
		}
		start--
	}
	end = after
	if known && q.after <= after && after < q.end {
		end = q.end
	}
	for end < len(s.Units) && end < after+sentenceLimit && !endsSentence(s, end) {
		end++
	}
	end = min(end, after+sentenceLimit)
	*q = sentence{start, cue, after, end}
	return start, end
}

// sentenceAround returns the sentence that a parenthetical source belongs to.
// A source that opens it or a clause stays out of the content, as does one at its
// end.
func sentenceAround(s *patterns.Scan, f *frame, seen *sentence) patterns.Range {
	start, end := seen.around(s, f.cue.Start, f.gap.End)
	if opensClause(s, f, start, end) {
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

// opensClause reports whether what a source reports stands behind it in its sentence, from
// start to end.
func opensClause(s *patterns.Scan, f *frame, start, end int) bool {
	if s.Units[f.cue.Start].Class.Any(patterns.Conj) || f.gap.End < end && s.Units[f.gap.End].Class.Any(patterns.An) {
		return true // وبحسب البيان, بحسب البيان فإن
	}
	for start < f.cue.Start && s.Units[start].Class.Any(patterns.Comma|patterns.Dash|patterns.Function) && !s.Units[start].Class.Any(patterns.Preposition) {
		start++
	}
	return start >= f.cue.Start
}
