package quotes

import (
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
)

// frame is a cue with what a rule found for it. Positions are units.
type frame struct {
	rule    *patterns.Rule
	kind    string // Rule.Content
	cue     patterns.Range
	gap     patterns.Range // subject and adjuncts
	content patterns.Range // End is set later for clauses
	quote   int            // the marked span a quote or phrase rests on, -1 for none
	colon   bool
	via     patterns.Range
	form    *patterns.Form
	report  patterns.Weighing // whether it is a report
}

// frames appends the cues of s to out, in text order. Cues whose complement is a plain
// noun phrase come out with an empty kind: they report nothing, but they tell
// who is spoken of.
func (e *Extractor) frames(s *patterns.Scan, out []frame) ([]frame, error) {
	busy := -1 // units up to here belong to a convey chain
	for i := range s.Units {
		c := s.Units[i].Class
		if !c.Any(patterns.Verb|patterns.Participle|patterns.Noun|patterns.Source|patterns.InDocument|patterns.Colon|patterns.Quoted) || i < busy {
			continue
		}
		if c.Any(patterns.Verb) && e.negated(s, i) {
			continue
		}
		matches, err := e.grammar.MatchAt(s, i)
		if err != nil {
			return nil, err
		}
		f, ok := e.best(s, i, matches)
		if !ok {
			if c.Any(patterns.Verb) && !c.Any(patterns.Preposition|patterns.Source) {
				out = append(out, frame{cue: patterns.Range{Start: i, End: i + 1}, gap: patterns.Range{Start: i + 1, End: zoneEnd(s, i+1)}, quote: -1, form: formOf(s, i)})
			}
			continue
		}
		if !f.via.Empty() {
			busy = f.cue.End
		}
		out = append(out, f)
	}
	return e.ordered(s, out), nil
}

// ordered drops all but one of the frames that claim the same content.
func (e *Extractor) ordered(s *patterns.Scan, in []frame) []frame {
	taken := map[int]int{} // first unit of a content: index of the frame in out
	out := in[:0]
	for _, f := range in {
		if f.kind == "" || f.kind == "sentence" || f.kind == "bare" {
			out = append(out, f)
			continue
		}
		if k, ok := taken[f.content.Start]; ok {
			if !stronger(s, f, out[k]) {
				continue
			}
			out[k].kind = ""
		}
		taken[f.content.Start] = len(out)
		out = append(out, f)
	}
	return out
}

// stronger reports whether f, whose cue stands behind that of g, claims their
// content with better right: the nearer cue, unless it is a bare noun (وقال في
// تصريح: «…») or stands in a relative clause of the subject.
func stronger(s *patterns.Scan, f, g frame) bool {
	c := s.Units[f.cue.Start].Class
	switch {
	case g.kind == "":
		return true
	case f.cue.Start > f.content.Start: // behind the marks
		return false
	case c.Any(patterns.Noun) && !c.Any(patterns.Verb|patterns.Participle):
		return c.Any(patterns.WithPronoun)
	case c.Any(patterns.Colon):
		return false
	case f.cue.Start > 0 && s.Units[f.cue.Start-1].Class.Any(patterns.Relative|patterns.Ma):
		return f.gap.Empty()
	}
	return true
}

// negated reports whether the verb at i is denied: لم يقل إن.
func (e *Extractor) negated(s *patterns.Scan, i int) bool {
	return i > 0 && s.Units[i-1].Class.Any(patterns.Negation) && !s.Units[i].Class.Any(patterns.Conj) && s.Units[i].Entry != nil &&
		s.Units[i].Entry.Form != nil && s.Units[i].Entry.Form.Class != "deny" && s.Units[i].Entry.Form.Lemma != "استبعد"
}

// best chooses among the matches at one unit: the nearest content wins, then
// the order of the rules.
func (e *Extractor) best(s *patterns.Scan, i int, matches []patterns.Match) (frame, bool) {
	var best frame
	at := -1
	var bare frame
	for _, m := range matches {
		f := newFrame(s, m)
		if f.kind == "bare" {
			if f.form != nil && f.form.Bare {
				bare = f
			}
			continue
		}
		if f.form != nil && f.form.Kind == patterns.Noun && !carried(s, f) {
			continue
		}
		if at < 0 || f.content.Start < at {
			best, at = f, f.content.Start
		}
	}
	if at < 0 {
		return bare, bare.rule != nil
	}
	return best, true
}

func newFrame(s *patterns.Scan, m patterns.Match) frame {
	f := frame{
		rule: m.Rule, kind: m.Rule.Content, cue: m.Groups[patterns.GroupCue], gap: m.Groups[patterns.GroupGap],
		content: patterns.Range{Start: m.End, End: m.End}, quote: -1, via: m.Groups[patterns.GroupVia],
		colon: !m.Groups[patterns.GroupColon].Empty(),
	}
	if q := m.Groups[patterns.GroupQuote]; !q.Empty() {
		f.quote = q.Start
		f.content = patterns.Range{Start: q.Start, End: wholeQuotation(s, q.Start)}
		if f.kind == "quote" && !f.colon && f.cue.Start < f.quote && complement(s, f) {
			f.kind = "phrase"
		}
	}
	if f.kind == "phrase" {
		f.content.End = joinedEnd(s, f.content.End)
	}
	if i := f.content.Start - 1; f.kind == "clause" && i > 0 && s.Units[i-1].Class.Any(patterns.Colon) && s.Lexicon.In(patterns.FirstPerson, s.Key(i)) {
		f.kind, f.colon, f.content = "speech", true, patterns.Range{Start: i, End: i} // وقال: إننا
	}
	f.form = formOf(s, f.cue.Start)
	if f.form == nil && f.cue.End > f.cue.Start {
		f.form = formOf(s, f.cue.End-1)
	}
	return f
}

// carried reports whether a noun that reports only with a verb (أعرب عن أمله)
// has such a verb before it in its sentence.
func carried(s *patterns.Scan, f frame) bool {
	if len(f.form.With) == 0 {
		return true
	}
	const reach = 14 // units
	for i := f.cue.Start - 1; i >= 0 && i >= f.cue.Start-reach && !endsSentence(s, i); i-- {
		if !s.Units[i].Class.Any(patterns.Verb | patterns.AnyVerb | patterns.Participle) {
			continue
		}
		key := s.Key(i)
		for _, lemma := range f.form.With {
			if strings.Contains(key, strings.TrimPrefix(lemma, "ا")) {
				return true
			}
		}
	}
	return false
}

// wholeQuotation returns the end of the quotation that begins with the marked
// unit i, which marks around a name inside it may have cut in pieces.
func wholeQuotation(s *patterns.Scan, i int) int {
	end := i + 1
	for k := s.Units[i].Span; s.Interrupted(k); k++ {
		for end < len(s.Units) && s.Units[end].Span != k+1 {
			end++
		}
		if end == len(s.Units) {
			return i + 1
		}
		end++
	}
	return end
}

// joinedEnd returns the end of the marked words that و joins to those before unit
// end: بـ«كشف دورها» و«التعاون مع المحققين».
func joinedEnd(s *patterns.Scan, end int) int {
	for i := end; i+1 < len(s.Units); i = end {
		if s.Units[i].Class.Any(patterns.Comma) {
			i++
		}
		if i+1 >= len(s.Units) || s.Key(i) != "و" || !s.Units[i+1].Class.Any(patterns.Quoted) {
			break
		}
		end = i + 2
	}
	return end
}

// complement reports whether the marked words of f stand in a noun phrase or
// behind a preposition, not by themselves: معلنا استعداده في «…».
func complement(s *patterns.Scan, f frame) bool {
	prev := s.Units[f.quote-1].Class
	if f.quote-1 < f.cue.End {
		return false
	}
	key := s.Key(f.quote - 1)
	return prev.Any(patterns.Preposition) || key == "ب" || key == "ل"
}

func formOf(s *patterns.Scan, i int) *patterns.Form {
	if e := s.Units[i].Entry; e != nil {
		return e.Form
	}
	return nil
}

// zoneEnd returns the end of what may hold the subject of a cue that reports
// nothing: up to the next sign that ends a clause, at most zoneLimit units.
func zoneEnd(s *patterns.Scan, i int) int {
	j := i
	for j < len(s.Units) && j < i+zoneLimit && !s.Units[j].Class.Any(patterns.Stop|patterns.Break|patterns.Colon) {
		j++
	}
	return j
}

const zoneLimit = 20
