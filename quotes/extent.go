package quotes

import (
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
)

// Where does a report end? At the end of its sentence at the latest if it is a
// clause (قال إن …), of its paragraph if it is speech behind a colon. Before
// that it may end where a comma stands, where another cue begins, or where a
// word such as فيما or بعد lets the narrator take over. Each of these places is
// weighed (patterns/weights/extent.yaml).

// reportEnd returns the unit behind the report of f. starts holds the frames
// by the unit of their cue.
func (e *Extractor) reportEnd(s *patterns.Scan, f *frame, starts map[int]*frame) int {
	end := len(s.Units)
	for j := range boundaries(s, f, starts) {
		if j < 0 {
			end = -j
			break
		}
		if e.weights.Extent.Weigh(boundaryFeatures(s, f, j, starts)).P >= 0.5 {
			return beforeCue(s, j)
		}
	}
	return end
}

// boundaries visits the units before which the report of f may end, and last
// the unit where it must end, as a negative number.
func boundaries(s *patterns.Scan, f *frame, starts map[int]*frame) func(func(int) bool) {
	return func(yield func(int) bool) {
		i := f.content.Start
		limit := min(len(s.Units), i+sentenceLimit)
		for j := i; j < limit; j++ {
			c := s.Units[j].Class
			if c.Any(patterns.Break) || f.kind == "clause" && c.Any(patterns.Stop) {
				yield(-j)
				return
			}
			if j > i && s.Units[j-1].Span >= 0 && closesSentence(s, j-1) {
				yield(-j)
				return
			}
			if j > i && c.Any(patterns.Source) && !c.Any(patterns.FalseAn) && (s.Units[j-1].Class.Any(patterns.Comma) || s.Units[j-1].Span >= 0) {
				yield(-j) // a second source is no part of the report
				return
			}
			if j > i && mayEnd(s, j, starts) && !yield(j) {
				return
			}
		}
		yield(-limit)
	}
}

// mayEnd reports whether a report may end before unit j.
func mayEnd(s *patterns.Scan, j int, starts map[int]*frame) bool {
	c, prev := s.Units[j].Class, s.Units[j-1].Class
	switch {
	case c.Any(patterns.Comma | patterns.Dash | patterns.Stop):
		return false
	case prev.Any(patterns.Comma | patterns.Dash | patterns.Stop), s.Units[j-1].Span >= 0:
		return true
	case starts[j] != nil, c.Any(patterns.Resume):
		return true
	}
	return c.Any(patterns.Conj) && c.Any(patterns.Verb|patterns.AnyVerb) || c.Any(patterns.SkipAn) && c.Any(patterns.Function)
}

// beforeCue steps back over what belongs to the cue at j: من جهته، كما، فيما.
func beforeCue(s *patterns.Scan, j int) int {
	for j > 0 {
		c := s.Units[j-1].Class
		if c.Any(patterns.Resume|patterns.Qad|patterns.Turn|patterns.Auxiliary) || s.Key(j-1) == "كما" || s.Key(j-1) == "من" && s.Units[j].Class.Any(patterns.Turn) {
			j--
			continue
		}
		break
	}
	return j
}

// boundaryFeatures names what speaks for and against the report of f ending
// before unit j.
func boundaryFeatures(s *patterns.Scan, f *frame, j int, starts map[int]*frame) []string {
	out := make([]string, 0, 24)
	add := func(on bool, name string) {
		if on {
			out = append(out, name, f.kind+"+"+name)
		}
	}
	c, prev := s.Units[j].Class, s.Units[j-1].Class
	out = append(out, f.kind)
	switch {
	case prev.Any(patterns.Comma):
		add(true, "after-comma")
		add(s.Units[j-2].Span >= 0, "after-marks-and-comma")
	case prev.Any(patterns.Stop):
		add(true, "after-stop")
	case prev.Any(patterns.Dash):
		add(true, "after-dash")
	case s.Units[j-1].Span >= 0:
		add(true, "after-marks")
	default:
		add(true, "after-word")
	}
	here := out[len(out)-2]
	next := nextFeature(s, j)
	out = append(out, next, here+"+"+next)
	if c.Any(patterns.Conj) {
		out = append(out, "conj", here+"+conj")
	}
	if g := starts[j]; g != nil {
		name := "cue=" + cueKind(s, g)
		out = append(out, name, here+"+"+name, f.kind+"+"+name)
		add(g.form != nil && g.form.Class == "add", "cue-adds")
		add(g.kind == "speech" || g.kind == "quote", "cue-of-speech")
	} else if d := cueSoon(s, j, starts); d > 0 {
		add(true, "cue-soon")
		out = append(out, here+"+cue-soon", next+"+cue-soon")
		add(d <= 3, "cue-very-soon")
	}
	add(turn(s, j+3) && !turn(s, j), "turn")
	switch n := j - f.content.Start; {
	case n <= 3:
		add(true, "length<=3")
	case n <= 8:
		add(true, "length<=8")
	case n <= 20:
		add(true, "length<=20")
	case n <= 40:
		add(true, "length<=40")
	default:
		add(true, "length>40")
	}
	marked := false
	for k := f.content.Start; k < j; k++ {
		marked = marked || s.Units[k].Class.Any(patterns.Quoted)
	}
	add(marked, "marks-inside")
	ahead := false
	for k := j; k < len(s.Units) && k < j+sentenceAhead && !endsSentence(s, k); k++ {
		ahead = ahead || s.Units[k].Class.Any(patterns.Quoted)
	}
	add(ahead, "marks-ahead")
	add(firstPerson(s, f.content.Start, j), "first-person")
	add(firstPerson(s, j, min(len(s.Units), j+sentenceAhead)), "first-person-ahead")
	if f.form != nil {
		out = append(out, "class="+f.form.Class)
	}
	return out
}

// sentenceAhead is how far behind a boundary is looked, in units.
const sentenceAhead = 15

// nextFeature names the word that follows a boundary: particles by themselves,
// others by their class.
func nextFeature(s *patterns.Scan, j int) string {
	c := s.Units[j].Class
	switch {
	case c.Any(patterns.Quoted | patterns.QuotedName):
		return "next-marks"
	case c.Any(patterns.Participle) && !c.Any(patterns.Title):
		return "next-participle"
	case c.Any(patterns.Relative):
		return "next-relative"
	case c.Any(patterns.Verb):
		return "next-cue-verb"
	case c.Any(patterns.Function | patterns.Resume):
		if k := s.Key(j); k != "" && !number(s, j) {
			return "next=" + k
		}
		return "next-number"
	case c.Any(patterns.AnyVerb):
		if k := strings.TrimPrefix(s.Key(j), "و"); strings.HasPrefix(k, "ي") || strings.HasPrefix(k, "ت") || strings.HasPrefix(k, "س") {
			return "next-verb-present"
		}
		return "next-verb-past"
	case c.Any(patterns.Adverb):
		return "next-adverb"
	case c.Any(patterns.Time):
		return "next-time"
	case c.Any(patterns.PrepLi):
		return "next-li"
	case c.Any(patterns.Prep):
		return "next-prep"
	case c.Any(patterns.Title | patterns.Honorific | patterns.Name):
		return "next-person"
	case c.Any(patterns.Organization | patterns.Place):
		return "next-organization"
	case c.Any(patterns.Article):
		return "next-definite"
	case c.Any(patterns.Common | patterns.Noun):
		return "next-noun"
	}
	return "next-word"
}

// cueKind names a cue by its form and what it reports.
func cueKind(s *patterns.Scan, g *frame) string {
	c := s.Units[g.cue.Start].Class
	form := "other"
	switch {
	case g.kind == "sentence":
		form = "source"
	case c.Any(patterns.Verb):
		form = "verb"
	case c.Any(patterns.Participle):
		form = "participle"
	case c.Any(patterns.Noun):
		form = "noun"
	}
	if c.Any(patterns.Conj) {
		form = "and-" + form
	}
	return form
}

// cueSoon returns how many units behind j the next cue of the sentence begins,
// 0 if none does before a comma.
func cueSoon(s *patterns.Scan, j int, starts map[int]*frame) int {
	const soon = 8
	for k := j + 1; k < min(len(s.Units), j+soon); k++ {
		if s.Units[k].Class.Any(patterns.Stop | patterns.Break | patterns.Comma | patterns.An) {
			return 0
		}
		if g := starts[k]; g != nil && !s.Units[k].Class.Any(patterns.Conj) {
			return k - j
		}
	}
	return 0
}

// firstPerson reports whether the units from i to j speak in the first person.
func firstPerson(s *patterns.Scan, i, j int) bool {
	for ; i < j; i++ {
		switch k := strings.TrimPrefix(s.Key(i), "و"); {
		case k == "انا", k == "نحن", k == "اننا", k == "انني", k == "لنا", k == "لي", k == "لدينا", k == "علينا", k == "كنا", k == "كنت":
			return true
		case s.Units[i].Class.Any(patterns.AnyVerb) && (strings.HasPrefix(k, "ن") || strings.HasSuffix(k, "نا")) && !s.Units[i].Class.Any(patterns.Common):
			return true
		}
	}
	return false
}
