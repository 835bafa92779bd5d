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
func (e *Extractor) reportEnd(s *patterns.Scan, f *frame, starts starts) int {
	end := len(s.Units)
	inside := words{to: settled(s, f)}
	for j := range boundaries(s, f, starts) {
		if j < 0 {
			end = -j
			break
		}
		ends := e.tables.extent.Evidence(false)
		boundaryFeatures(s, f, j, starts, &inside, &ends)
		if *starts.effort -= weighingEffort; ends.P() >= 0.5 {
			return beforeCue(s, j)
		}
	}
	return end
}

// settled returns the unit up to which the report of f goes on in any case: where it begins,
// or the last of the marked words that it rests on.
func settled(s *patterns.Scan, f *frame) int {
	if f.kind == "phrase" {
		return joinedEnd(s, wholeQuotation(s, f.quote)) - 1
	}
	return f.content.Start
}

// boundaries visits the units before which the report of f may end, and last
// the unit where it must end, as a negative number.
func boundaries(s *patterns.Scan, f *frame, starts starts) func(func(int) bool) {
	return func(yield func(int) bool) {
		i := settled(s, f)
		limit := min(len(s.Units), i+sentenceLimit)
		for j := i; j < limit; j++ {
			c := s.Units[j].Class
			if c.Any(patterns.Break) || f.kind != "speech" && c.Any(patterns.Stop) {
				yield(-j)
				return
			}
			if c.Any(patterns.Stop) && s.Text.Tokens[s.Units[j].First].Rune == ')' {
				yield(-j) // the bracket around the words: وقال: (…)
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
			*starts.effort--
			if j > i && mayEnd(s, j, starts) {
				if *starts.effort < 0 {
					yield(-j)
					return
				}
				if !yield(j) {
					return
				}
			}
		}
		yield(-limit)
	}
}

// mayEnd reports whether a report may end before unit j.
func mayEnd(s *patterns.Scan, j int, starts starts) bool {
	c, prev := s.Units[j].Class, s.Units[j-1].Class
	switch {
	case c.Any(patterns.Comma | patterns.Dash | patterns.Stop):
		return false
	case prev.Any(patterns.Comma | patterns.Dash | patterns.Stop), s.Units[j-1].Span >= 0:
		return true
	case starts.frame(j) != nil, c.Any(patterns.Resume):
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

// boundaryFeatures gathers what speaks for and against the report of f ending
// before unit j.
func boundaryFeatures(s *patterns.Scan, f *frame, j int, starts starts, inside *words, to *patterns.Evidence) {
	add := func(on bool, name string) {
		if on {
			to.Add(name)
			to.Add(f.kind, "+", name)
		}
	}
	c, prev := s.Units[j].Class, s.Units[j-1].Class
	to.Add(f.kind)
	here := ""
	switch {
	case prev.Any(patterns.Comma) && s.Text.Tokens[s.Units[j-1].First].Rune != '،':
		here = "after-dots"
	case prev.Any(patterns.Comma):
		here = "after-comma"
	case prev.Any(patterns.Stop):
		here = "after-stop"
	case prev.Any(patterns.Dash):
		here = "after-dash"
	case s.Units[j-1].Span >= 0:
		here = "after-marks"
	default:
		here = "after-word"
	}
	add(true, here)
	if prev.Any(patterns.Comma) && s.Units[j-2].Span >= 0 {
		here = "after-marks-and-comma"
		add(true, here)
	}
	next, word := nextFeature(s, j)
	to.Add(next, word)
	to.Add(here, "+", next, word)
	then, thenWord := nextFeature(s, j+1)
	to.Add(next, word, "+then-", then, thenWord)
	to.Add(here, "+", next, "+then-", then)
	if c.Any(patterns.Conj) && c.Any(patterns.Verb|patterns.AnyVerb) && s.Units[f.cue.Start].Class.Any(patterns.Verb) {
		like := likeCue(s, f, j)
		to.Add("verb-", like)
		to.Add(here, "+verb-", like)
		first, firstWord := nextFeature(s, f.content.Start)
		to.Add("first-", first, firstWord, "+", next, word)
	}
	if c.Any(patterns.Conj) {
		to.Add("conj")
		to.Add(here, "+conj")
	}
	if g := starts.frame(j); g != nil {
		kind := cueKind(s, g)
		to.Add("cue=", kind)
		to.Add(here, "+cue=", kind)
		to.Add(f.kind, "+cue=", kind)
		add(g.form != nil && g.form.Class == "add", "cue-adds")
		add(g.kind == "speech" || g.kind == "quote", "cue-of-speech")
	} else if d := cueSoon(s, j, starts); d > 0 {
		add(true, "cue-soon")
		to.Add(here, "+cue-soon")
		to.Add(next, word, "+cue-soon")
		add(d <= 3, "cue-very-soon")
	}
	add(turn(s, j+3) && !turn(s, j), "turn")
	switch n := j - settled(s, f); {
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
	inside.reach(s, j)
	add(inside.marked, "marks-inside")
	ahead := false
	for k := j; k < len(s.Units) && k < j+sentenceAhead && !endsSentence(s, k) && !ahead; k++ {
		ahead = s.Units[k].Class.Any(patterns.Quoted)
	}
	add(ahead, "marks-ahead")
	add(inside.firstPerson, "first-person")
	follows := false
	for k := j; k < len(s.Units) && k < j+sentenceAhead && !s.Units[k].Class.Any(patterns.Break) && !follows; k++ {
		follows = firstPerson(s, k)
	}
	add(follows, "first-person-ahead")
	if f.form != nil {
		to.Add("class=", f.form.Class)
	}
}

// likeCue tells whether the verb at unit j has the gender and the tense of the cue
// of f, as one has that goes on with what the speaker did: قالت … ورفضت ….
func likeCue(s *patterns.Scan, f *frame, j int) string {
	k, cue := strings.TrimPrefix(s.Key(j), "و"), strings.TrimPrefix(s.Key(f.cue.Start), "و")
	feminine := func(k string) bool { return strings.HasSuffix(k, "ت") || strings.HasPrefix(k, "ت") }
	gender, tense := feminine(k) == feminine(cue), present(k) == present(cue)
	switch {
	case gender && tense:
		return "like-cue"
	case gender:
		return "gender-of-cue"
	case tense:
		return "tense-of-cue"
	}
	return "unlike-cue"
}

// sentenceAhead is how far behind a boundary is looked, in units.
const sentenceAhead = 15

// nextFeature names, in two parts, the word that follows a boundary: particles by themselves,
// others by their class.
// The end of the text is as the end of a paragraph.
func nextFeature(s *patterns.Scan, j int) (name, word string) {
	if j == len(s.Units) {
		return "next-word", ""
	}
	c := s.Units[j].Class
	switch {
	case c.Any(patterns.Quoted | patterns.QuotedName):
		return "next-marks", ""
	case c.Any(patterns.Participle) && !c.Any(patterns.Title):
		return "next-participle", ""
	case c.Any(patterns.Relative):
		return "next-relative", ""
	case c.Any(patterns.Verb):
		return "next-cue-verb", ""
	case c.Any(patterns.Function | patterns.Resume):
		if k := s.Key(j); k != "" && !number(s, j) {
			return "next=", k
		}
		return "next-number", ""
	case c.Any(patterns.AnyVerb):
		if k := strings.TrimPrefix(s.Key(j), "و"); present(k) || strings.HasPrefix(k, "س") {
			return "next-verb-present", ""
		}
		return "next-verb-past", ""
	case c.Any(patterns.Adverb):
		return "next-adverb", ""
	case c.Any(patterns.Time):
		return "next-time", ""
	case c.Any(patterns.PrepLi):
		return "next-li", ""
	case c.Any(patterns.Prep):
		return "next-prep", ""
	case c.Any(patterns.Title | patterns.Honorific | patterns.Name):
		return "next-person", ""
	case c.Any(patterns.Organization | patterns.Place):
		return "next-organization", ""
	case c.Any(patterns.Article):
		return "next-definite", ""
	case c.Any(patterns.Common | patterns.Noun):
		return "next-noun", ""
	}
	return "next-word", ""
}

// present reports whether a folded verb without clitics looks like one of the
// third person in the present tense: يقول، تقول.
func present(key string) bool { return strings.HasPrefix(key, "ي") || strings.HasPrefix(key, "ت") }

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
		return andForm[form]
	}
	return form
}

// andForm names the forms of cues behind و.
var andForm = map[string]string{"other": "and-other", "source": "and-source", "verb": "and-verb", "participle": "and-participle", "noun": "and-noun"}

// cueSoon returns how many units behind j the next cue of the sentence begins,
// 0 if none does before a comma.
func cueSoon(s *patterns.Scan, j int, starts starts) int {
	const soon = 8
	for k := j + 1; k < min(len(s.Units), j+soon); k++ {
		if s.Units[k].Class.Any(patterns.Stop | patterns.Break | patterns.Comma | patterns.An) {
			return 0
		}
		if g := starts.frame(k); g != nil && !s.Units[k].Class.Any(patterns.Conj) {
			return k - j
		}
	}
	return 0
}

// words tells what stands in a report up to a unit.
type words struct {
	to                  int
	marked, firstPerson bool
}

// reach takes in the units up to unit i.
func (w *words) reach(s *patterns.Scan, i int) {
	for ; w.to < i; w.to++ {
		w.marked = w.marked || s.Units[w.to].Class.Any(patterns.Quoted)
		w.firstPerson = w.firstPerson || firstPerson(s, w.to)
	}
}

// firstPerson reports whether unit i speaks in the first person.
func firstPerson(s *patterns.Scan, i int) bool {
	k := strings.TrimPrefix(s.Key(i), "و")
	return s.Lexicon.In(patterns.FirstPerson, k) || s.Units[i].Class.Any(patterns.AnyVerb) && (strings.HasPrefix(k, "ن") || strings.HasSuffix(k, "نا")) && !s.Units[i].Class.Any(patterns.Common)
}
