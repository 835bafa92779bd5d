package quotes

import (
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
	nested  bool // stands inside the clause of another cue
}

// frames finds the cues of s, in text order. Cues whose complement is a plain
// noun phrase come out with an empty kind: they report nothing, but they tell
// who is spoken of.
func (e *Extractor) frames(s *patterns.Scan) ([]frame, error) {
	var out []frame
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
	return e.ordered(out), nil
}

// ordered sorts frames by cue and drops those whose marked span an earlier
// kind of rule took already.
func (e *Extractor) ordered(in []frame) []frame {
	taken := map[int]int{} // marked unit: index of the frame in out
	out := in[:0]
	for _, f := range in {
		if f.quote >= 0 && f.kind != "" {
			if k, ok := taken[f.quote]; ok {
				// a cue behind the marks is only for spans that none before took
				if f.cue.Start > f.quote {
					continue
				}
				if out[k].cue.Start > f.quote || f.cue.Start > out[k].cue.Start && out[k].kind != "clause" {
					out[k].kind = ""
				}
			}
			taken[f.quote] = len(out)
		}
		out = append(out, f)
	}
	return out
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
	for _, m := range matches {
		f := newFrame(s, m)
		if at < 0 || f.content.Start < at {
			best, at = f, f.content.Start
		}
	}
	if at < 0 {
		return frame{}, false
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
		f.content = q
	}
	f.form = formOf(s, f.cue.Start)
	if f.form == nil && f.cue.End > f.cue.Start {
		f.form = formOf(s, f.cue.End-1)
	}
	return f
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
