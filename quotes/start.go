package quotes

import (
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// Where a content begins that no sign and no conjunction opens depends on where
// the phrase of the speaker ends.

// widen makes a quote the fragment that it is where, without a colon, a noun of
// its own stands between the subject and the marks: أعلنت الشركة عزمها تأسيس
// «أكبر منصة». The content begins with that noun.
func widen(s *patterns.Scan, a *speakers.Article, f *frame, mention int) {
	if f.kind != "quote" || f.colon || f.cue.Start > f.quote || f.form == nil || !s.Units[f.cue.Start].Class.Any(patterns.Verb) {
		return
	}
	switch f.form.Class {
	case "announce", "affirm", "reveal", "promise", "deny", "note":
	default:
		return
	}
	i := f.gap.Start
	if mention >= 0 && a.Mentions[mention].Whole.Start >= i {
		i = a.Mentions[mention].Whole.End
	}
	for i < f.quote && s.Units[i].Class.Any(patterns.Comma|patterns.Time|patterns.Function) && !s.Units[i].Class.Any(patterns.Preposition) {
		i++
	}
	if i >= f.quote || !s.Units[i].Class.Any(patterns.Word) || s.Units[i].Class.Any(patterns.Preposition|patterns.Prep|patterns.PrepLi|patterns.Adverb) {
		return
	}
	f.kind = "phrase"
	f.content.Start = i
}

// behindSpeaker puts the content of a frame behind the speaker, where no sign and
// no conjunction parts the two: وقال المدير نحن سعداء, وبحسب الوزارة ارتفعت الأسعار.
func behindSpeaker(s *patterns.Scan, a *speakers.Article, f *frame, mention int) {
	i := f.gap.Start
	if mention >= 0 && a.Mentions[mention].Whole.Start >= i {
		i = a.Mentions[mention].Whole.End
	}
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
