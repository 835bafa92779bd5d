package quotes

import (
	"math"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// Where a content begins that no conjunction opens. What rests on marked words may
// begin with them or with a word of the phrase they stand in: أعلنت الشركة عزمها تأسيس
// «أكبر منصة». Each of these words is weighed (patterns/weights/start.yaml). Where
// no sign parts the content from the speaker, it depends on where the phrase of the
// speaker ends.

// startReach is how far before the marks a content may begin, in units.
const startReach = 16

// begin finds where the content of a frame begins that rests on marked words
// behind the cue. Where that is before the marks, they are a fragment.
func (e *Extractor) begin(s *patterns.Scan, a *speakers.Article, f *frame, mention int) {
	first := firstStart(s, a, f, mention)
	if first < 0 {
		return
	}
	best, top := f.quote, math.Inf(-1)
	for j := first; j <= f.quote; j++ {
		if !mayStart(s, j, f.quote) {
			continue
		}
		starts := e.tables.start.Evidence(false)
		startFeatures(s, f, j, first, &starts)
		if starts.Sum >= top {
			best, top = j, starts.Sum
		}
	}
	if best < f.quote {
		f.kind, f.content.Start = "phrase", best
	}
}

// behindSubject returns the first unit from i on that stands behind the subject.
func behindSubject(a *speakers.Article, i, mention int) int {
	if mention >= 0 && a.Mentions[mention].Whole.Start >= i {
		return a.Mentions[mention].Whole.End
	}
	return i
}

// firstStart returns the first unit at which the content of f may begin, -1 if there is no
// choice.
func firstStart(s *patterns.Scan, a *speakers.Article, f *frame, mention int) int {
	if f.kind != "quote" && f.kind != "phrase" || f.colon || f.quote < f.cue.End {
		return -1
	}
	if i := behindSubject(a, f.cue.End, mention); i < f.quote {
		return max(i, f.quote-startReach)
	}
	return -1
}

// mayStart reports whether a content that rests on the marked unit quote may begin at
// unit j.
func mayStart(s *patterns.Scan, j, quote int) bool {
	return j == quote || s.Units[j].Class.Any(patterns.Word|patterns.QuotedName|patterns.Quoted)
}

// startFeatures gathers what speaks for and against the content of f beginning at
// unit j. It may begin at first at the earliest.
func startFeatures(s *patterns.Scan, f *frame, j, first int, to *patterns.Evidence) {
	class := "none"
	if f.form != nil {
		class = f.form.Class
	}
	before, word := "subject", ""
	switch {
	case j == f.cue.End:
		before = "cue"
	case j > first:
		before, word = nextFeature(s, j-1)
	}
	where := "inside"
	switch {
	case j == f.quote:
		where = "marks"
	case j == first:
		where = "first"
	}
	next, nextWord := nextFeature(s, j)
	to.Add(where)
	to.Add(where, "+", f.kind)
	to.Add(where, "+class=", class)
	to.Add(where, "+before-", before, word)
	to.Add(where, "+", next, nextWord)
	to.Add(before, word, "+", next)
	to.Add("class=", class, "+before-", before, word)
	to.Add("class=", class, "+", next)
	if f.form != nil {
		to.Add("lemma=", f.form.Lemma, "+before-", before, word)
	}
	switch n := f.quote - j; {
	case n == 0:
		p := level(s.Speech[s.Units[f.quote].Span].P, coarseSteps)
		to.Add("speech", p)
		to.Add("class=", class, "+speech", p)
		words := wordsOf(s, f.quote)
		to.Add("words=", words)
		to.Add("words=", words, "+", f.kind)
		to.Add("words=", words, "+before-", before, word)
	case n == 1:
		to.Add("off=1")
	case n <= 3:
		to.Add("off<=3")
	case n <= 7:
		to.Add("off<=7")
	default:
		to.Add("off>7")
	}
}

// wordsOf tells how much stands in the marked unit i.
func wordsOf(s *patterns.Scan, i int) string {
	sp := s.Spans[s.Units[i].Span]
	switch n := sp.Last - sp.First; {
	case n <= 1:
		return "1"
	case n <= 2:
		return "2"
	case n <= 6:
		return "3-6"
	}
	return "7-"
}

// StartDecision is where a content may begin that no conjunction opens, for fitting the
// weights.
type StartDecision struct {
	Within Span // words that stand in it in any case
	Places []StartPlace
}

// StartPlace is a word at which a content may begin.
type StartPlace struct {
	Start    int // byte offset
	Features []string
}

// StartDecisions lists the places for each frame that has several.
func (a *Analysis) StartDecisions() []StartDecision {
	s := a.Scan
	none := patterns.Weights{}.Table()
	var out []StartDecision
	for i := range a.frames {
		f := a.frames[i]
		first := firstStart(s, a.Article, &f, a.cues[i].Mention)
		if first < 0 {
			continue
		}
		d := StartDecision{Within: unitSpan(s, patterns.Range{Start: f.quote, End: f.quote + 1})}
		for j := first; j <= f.quote; j++ {
			if mayStart(s, j, f.quote) {
				e := none.Evidence(true)
				startFeatures(s, &f, j, first, &e)
				d.Places = append(d.Places, StartPlace{unitSpan(s, patterns.Range{Start: j, End: j + 1}).Start, e.Names})
			}
		}
		out = append(out, d)
	}
	return out
}

// behindSpeaker puts the content of a frame behind the speaker, where no sign and
// no conjunction parts the two: وقال المدير نحن سعداء, وبحسب الوزارة ارتفعت الأسعار.
func behindSpeaker(s *patterns.Scan, a *speakers.Article, f *frame, mention int) {
	i := behindSubject(a, f.gap.Start, mention)
	switch f.kind {
	case "sentence":
		// a verb behind an indefinite noun may be a relative clause: وفقا لشهادة قدمت
		const definite = patterns.Article | patterns.Name | patterns.Organization | patterns.Place | patterns.QuotedName
		if i > f.gap.Start && i < f.gap.End && s.Units[i-1].Class.Any(definite) && s.Units[i].Class.Any(patterns.AnyVerb|patterns.Verb) && opensSentence(s, f.cue.Start) {
			f.gap.End = i
		}
	case "bare":
		f.kind = ""
		for i < f.gap.End && s.Units[i].Class.Any(patterns.Comma|patterns.Time|patterns.Dash) {
			i++
		}
		const least = 3 // words
		if i+least <= f.gap.End && opensSpeech(s, i) {
			f.kind, f.gap.End, f.content = "speech", i, patterns.Range{Start: i, End: i}
		}
	}
}

// opensSpeech reports whether somebody's words are told at unit i without a sign
// before them: by a verb, لقد, a negation or نحن. What begins otherwise is an
// object or goes on with the speaker: وأضاف الهدف الثاني, وقال في كلمته.
func opensSpeech(s *patterns.Scan, i int) bool {
	const other = patterns.Relative | patterns.Preposition | patterns.Prep | patterns.PrepLi | patterns.Conj | patterns.Name | patterns.Title | patterns.Participle
	c := s.Units[i].Class
	return s.Lexicon.In(patterns.FirstPerson, s.Key(i)) || c.Any(patterns.AnyVerb|patterns.Qad|patterns.Negation) && !c.Any(other)
}
