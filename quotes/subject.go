package quotes

import (
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// subject finds the explicit speaker of a frame and fills the resolver's view
// of the cue.
func subject(s *patterns.Scan, a *speakers.Article, f *frame) speakers.Cue {
	c := speakers.Cue{Unit: f.cue.Start, Content: f.content.Start, Mention: -1, How: speakers.ByElision, Silent: f.kind == ""}
	c.Direct = f.kind == "quote" || f.kind == "speech" || f.kind == "bare"
	if f.form != nil {
		c.Gender, c.Number, c.Class = f.form.Gender, f.form.Number, f.form.Class
	}
	class := s.Units[f.cue.Start].Class
	c.Continues = f.form != nil && (f.form.Class == "add" || f.form.Class == "continue")
	c.Noun = class.Any(patterns.Noun) && !class.Any(patterns.Verb)
	c.Aside = f.kind == "sentence"
	if i := f.cue.Start - 1; i > 0 {
		c.Aside = c.Aside || s.Units[i].Class.Any(patterns.Ma) && s.Units[i-1].Class.Any(patterns.Source)
	}
	switch {
	case f.kind == "headline", f.rule != nil && class.Any(patterns.Colon):
		c.How = speakers.ByHeadline
		if isAnswer(s, f) {
			return c // ج: whoever the interview is with
		}
		c.Mention = headlineSubject(s, a, f)
		return c
	case !f.via.Empty():
		c.Mention = explicit(s, a, patterns.Range{Start: f.gap.Start + 1, End: f.gap.End}, false)
		if c.Mention >= 0 {
			a.Extend(c.Mention, f.gap.End)
			c.How = how(s, a, c.Mention)
		}
		return c
	case class.Any(patterns.Participle) && !class.Any(patterns.Verb):
		c.How = speakers.ByParticiple
		return c
	case class.Any(patterns.Noun) && class.Any(patterns.WithPronoun) && !class.Any(patterns.Verb):
		c.How = speakers.ByPronoun
		return c
	}
	if f.kind == "sentence" && f.gap.Start < f.gap.End && s.Units[f.gap.Start].Class.Any(patterns.PrepLi) {
		c.Mention = behindLi(s, a, f.gap) // وفقا لـ
		if c.Mention >= 0 {
			c.How = how(s, a, c.Mention)
		}
		return c
	}
	objects := f.kind == "phrase" || f.kind == "" || f.form != nil && f.form.Class == "describe"
	if k := explicit(s, a, f.gap, objects); k >= 0 && !described(s, a, f, k) && !(class.Any(patterns.Verb) && a.Object(k, agrees(f.form, c.Gender))) {
		a.AddName(k, f.gap.End)
		a.Extend(k, f.gap.End)
		if refersBack(s, a, k, &c) {
			return c
		}
		a.Join(k, f.gap.End)
		if m := &a.Mentions[k]; c.Gender == 'f' && c.Number != 'p' && m.Gender == 'm' && !m.Name.Empty() {
			m.Gender = 'f' // قالت عضو المجلس هدى الراوي
		}
		if c.Number == 'p' && a.Mentions[k].Name.Empty() {
			a.Mentions[k].Plural = true
		}
		c.Mention, c.How = k, how(s, a, k)
		return c
	}
	if class.Any(patterns.Verb) {
		if i := f.cue.Start - 1; i >= 0 && s.Lexicon.In(patterns.SubjectPronoun, s.Key(i)) {
			c.How = speakers.ByPronoun
			return c
		}
		if k := before(s, a, f.cue.Start); k >= 0 {
			if c.Number == 'p' && a.Mentions[k].Name.Empty() {
				a.Mentions[k].Plural = true
			}
			c.Mention, c.How = k, how(s, a, k)
			return c
		}
	}
	c.Turn = turn(s, f.cue.Start)
	return c
}

// agrees returns the gender that the subject of a cue shows. Verbs of saying take
// no person as their object, so that a title of the other gender is of the
// subject all the same: قالت عضو المجلس هدى الراوي.
func agrees(form *patterns.Form, gender byte) byte {
	if form != nil {
		switch form.Class {
		case "say", "add", "affirm", "explain", "note", "continue", "conclude":
			return 0
		}
	}
	return gender
}

// described reports whether mention k is not who describes but what is
// described: it is all that stands between ووصف and بأنه.
func described(s *patterns.Scan, a *speakers.Article, f *frame, k int) bool {
	i := f.cue.Start
	if f.form == nil || f.form.Class != "describe" || !s.Units[i].Class.Any(patterns.Verb) || s.Units[i].Class.Any(patterns.WithPronoun) {
		return false
	}
	return a.Mentions[k].Whole.End >= f.gap.End && !a.CutObject(k) || s.Units[f.gap.Start].Class.Any(patterns.Ma) // ووصف ما جرى بأنه
}

// refersBack reports whether the mention only points to somebody named before:
// سموه. It then leaves c without a mention.
func refersBack(s *patterns.Scan, a *speakers.Article, k int, c *speakers.Cue) bool {
	w := a.Mentions[k].Whole
	class := s.Units[w.Start].Class
	switch {
	case w.End != w.Start+1:
		return false
	case class.Has(patterns.Honorific | patterns.WithPronoun):
		c.Honoured = true
	case class.Has(patterns.Latter | patterns.Article):
		c.Latter = true
	default:
		return false
	}
	c.How = speakers.ByTitle
	return true
}

// how says how the mention realises its speaker.
func how(s *patterns.Scan, a *speakers.Article, k int) speakers.How {
	m := a.Mentions[k]
	if !m.Name.Empty() {
		return speakers.ByName
	}
	if m.Kind == speakers.Organization && m.Whole.End-m.Whole.Start > 1 {
		return speakers.ByName
	}
	if s.Units[m.Whole.Start].Class.Any(patterns.Place) {
		return speakers.ByName
	}
	return speakers.ByTitle
}

// explicit parses the subject in the units between cue and content. Adverbs,
// expressions of time and the paper spoken to may stand before it.
func explicit(s *patterns.Scan, a *speakers.Article, zone patterns.Range, objects bool) int {
	for i := zone.Start; i < zone.End; {
		c := s.Units[i].Class
		switch {
		case c.Any(patterns.Function) && s.Lexicon.In(patterns.SubjectPronoun, s.Key(i)):
			return -1 // قالت وهي تبكي إنها
		case c.Any(patterns.PrepLi) && (c.Any(patterns.Media) || i+1 < zone.End && s.Units[i+1].Span >= 0):
			// لـ«الشرق الأوسط» or لصحيفة «…»
			i++
			for i < zone.End && s.Units[i].Class.Any(patterns.QuotedName|patterns.Quoted|patterns.Nisba|patterns.Media|patterns.Organization|patterns.Place) {
				i++
			}
			if i+1 < zone.End && s.Units[i].Class.Any(patterns.Comma) && s.Units[i+1].Class.Any(patterns.Word) {
				i++ // يقول لـ«الشرق الأوسط»، فلان الخبير إن
			}
			if i < zone.End && s.Units[i].Class.Any(patterns.Title|patterns.Honorific|patterns.Name|patterns.Anonymous) && !s.Units[i].Class.Any(patterns.Organization|patterns.Prep|patterns.PrepLi) {
				continue
			}
			if i < zone.End && s.Units[i-1].Class.Any(patterns.Comma) {
				return named(s, a, i, zone.End)
			}
			return -1
		case c.Any(patterns.Negation):
			return -1 // وأضاف لم نبع شيئا
		case i == zone.Start && c.Any(patterns.Dash) && i+1 < zone.End: // وقال - سامي العلي - إن
			i++
			continue
		case i == zone.Start && c.Any(patterns.Comma) && i+1 < zone.End && s.Units[i+1].Class.Any(patterns.Word): // قال، فلان: «…»
			return named(s, a, i+1, zone.End)
		case c.Any(patterns.Prep|patterns.PrepLi|patterns.Preposition|patterns.Comma|patterns.Relative|patterns.Adverb) && !c.Any(patterns.Title|patterns.Name):
			return -1
		case c.Any(patterns.Function) && !c.Any(patterns.Quantity|patterns.NameLink) && !number(s, i) && !c.Any(patterns.Title|patterns.Honorific|patterns.Organization|patterns.Place), c.Any(patterns.Time) && !c.Any(patterns.Name|patterns.Title):
			i++
			continue
		}
		return mention(s, a, i, zone.End, objects)
	}
	return -1
}

// named is the phrase at unit i as a subject where it has a name, or -1.
func named(s *patterns.Scan, a *speakers.Article, i, end int) int {
	const other = patterns.Prep | patterns.PrepLi | patterns.Preposition | patterns.Function | patterns.Verb | patterns.AnyVerb
	if s.Units[i].Class.Any(other) && !s.Units[i].Class.Any(patterns.Title|patterns.Honorific|patterns.Name) {
		return -1
	}
	if k := mention(s, a, i, end, true); k >= 0 && !a.Mentions[k].Name.Empty() {
		return k
	}
	return -1
}

// behindLi parses the source behind ل, attached or not.
func behindLi(s *patterns.Scan, a *speakers.Article, zone patterns.Range) int {
	if s.Key(zone.Start) == "ل" {
		return mention(s, a, zone.Start+1, zone.End, false)
	}
	if zone.Start+1 < zone.End && s.Units[zone.Start].Class.Any(patterns.Function) && s.Units[zone.Start+1].Class.Any(patterns.Article) {
		return mention(s, a, zone.Start+1, zone.End, false) // وفقا لهذه النتائج
	}
	if k, ok := a.ObjectAt(zone.Start, zone.End); ok {
		return k
	}
	return -1
}

// number reports whether unit i is written in digits.
func number(s *patterns.Scan, i int) bool {
	return s.Units[i].Span < 0 && s.Text.Tokens[s.Units[i].First].Kind == arabic.Number
}

// mention is the phrase at unit i as a subject, or -1. Where a verb takes an
// object that its own words describe, a plain noun is that object.
func mention(s *patterns.Scan, a *speakers.Article, i, end int, objects bool) int {
	k, ok := a.SubjectAt(i, end)
	if !ok {
		return -1
	}
	m := a.Mentions[k]
	c := s.Units[m.Whole.Start].Class
	known := c.Any(patterns.Title|patterns.Honorific|patterns.Organization|patterns.Anonymous|patterns.Document|patterns.Place|patterns.Name|patterns.QuotedName) || !m.Name.Empty()
	if objects && !known {
		return -1
	}
	return k
}

// lookLeft bounds how far before its verb a subject may begin, in units.
const lookLeft = 30

// before finds a subject that stands before its verb: وكان الوزير قال إن, or
// the noun that الذي قال refers to.
func before(s *patterns.Scan, a *speakers.Article, cue int) int {
	if s.Units[cue].Class.Any(patterns.Conj) {
		return asFor(s, a, cue)
	}
	j := cue - 1
	for j >= 0 && s.Units[j].Class.Any(patterns.Qad|patterns.Auxiliary|patterns.Time) {
		j--
	}
	if j >= 0 && s.Units[j].Class.Any(patterns.Relative) {
		return endingAt(a, j)
	}
	// the start of the clause
	start := -1
	for i := j; i >= 0 && i > cue-lookLeft; i-- {
		c := s.Units[i].Class
		if c.Any(patterns.Break | patterns.Stop | patterns.Auxiliary | patterns.An | patterns.Quoted | patterns.Colon) {
			start = i + 1
			break
		}
		if c.Any(patterns.Verb|patterns.Participle) && !c.Any(patterns.Title|patterns.Relative) {
			return -1
		}
		if c.Any(patterns.Function) && s.Lexicon.In(patterns.Contrast, s.BareKey(i)) {
			start = i + 1
			break
		}
		if i == 0 {
			start = 0
		}
	}
	if start < 0 || start > j {
		return -1
	}
	for start <= j && s.Units[start].Class.Any(patterns.Function|patterns.Comma|patterns.Dash|patterns.Time|patterns.Qad) && !s.Units[start].Class.Any(patterns.Title|patterns.Preposition|patterns.Quantity) && !number(s, start) {
		start++
	}
	c := s.Units[start].Class
	if c.Any(patterns.Preposition|patterns.Prep|patterns.PrepLi|patterns.AnyVerb) && !c.Any(patterns.Title|patterns.Name|patterns.Organization|patterns.Place) {
		return -1
	}
	k, ok := a.SubjectAt(start, j+1)
	if !ok {
		return -1
	}
	end := a.Mentions[k].Whole.End
	if end == j+1 {
		return k
	}
	if acts(s, end, j+1) && !(s.Units[end].Class.Any(patterns.Comma) && s.Units[j].Class.Any(patterns.Comma)) {
		return -1
	}
	n := s.Units[end].Class
	if n.Any(patterns.Comma|patterns.Relative|patterns.Preposition|patterns.Time|patterns.Function) || s.Units[end].Class.Any(patterns.Prep|patterns.PrepLi) {
		return k
	}
	return -1
}

// acts reports whether units from to limit hold the verb of another clause: what
// stands before it is no subject of a verb behind it. A clause that الذي opens
// belongs to the phrase before it.
func acts(s *patterns.Scan, from, limit int) bool {
	for i := from; i < limit; i++ {
		c := s.Units[i].Class
		switch {
		case c.Any(patterns.Relative):
			return false
		case c.Any(patterns.Qad), c.Any(patterns.Function) && s.Lexicon.In(patterns.SubjectPronoun, s.Key(i)):
			return i < limit-1
		case c.Any(patterns.AnyVerb) && !c.Any(patterns.Common|patterns.Name|patterns.Title|patterns.Nisba|patterns.Place):
			return true
		}
	}
	return false
}

// asFor finds the subject of أما فلان، مدير الشركة، فقال, or -1.
func asFor(s *patterns.Scan, a *speakers.Article, cue int) int {
	if !strings.HasPrefix(s.Key(cue), "ف") {
		return -1
	}
	for i := cue - 1; i >= 0 && i > cue-lookLeft && !endsSentence(s, i); i-- {
		if k := s.Key(i); k == "اما" || k == "واما" {
			if k, ok := a.SubjectAt(i+1, cue); ok {
				return k
			}
			return -1
		}
	}
	return -1
}

// endingAt returns the mention whose phrase ends before unit j (a comma may
// stand between), or -1.
func endingAt(a *speakers.Article, j int) int {
	if j > 0 && a.Scan.Units[j-1].Class.Any(patterns.Comma) {
		j--
	}
	return a.Ending(j)
}

// turn reports whether من جهته and the like stand before the cue in its sentence.
func turn(s *patterns.Scan, cue int) bool {
	for i := min(cue, len(s.Units)) - 1; i >= 0 && i > cue-8; i-- {
		c := s.Units[i].Class
		if c.Any(patterns.Stop | patterns.Break) {
			return false
		}
		if c.Any(patterns.Turn) {
			return true
		}
	}
	return false
}

// isAnswer reports whether the colon follows the ج of an interview.
func isAnswer(s *patterns.Scan, f *frame) bool {
	return f.gap.End > f.gap.Start && s.Key(f.gap.End-1) == "ج" && (f.gap.End-f.gap.Start == 1 || s.Units[f.gap.End-2].Class.Any(patterns.Dash))
}

// headlineSubject makes a mention of what stands before the colon of a
// headline, if it names somebody.
func headlineSubject(s *patterns.Scan, a *speakers.Article, f *frame) int {
	if f.gap.Empty() {
		return -1
	}
	i := f.gap.Start
	for i < f.gap.End && s.Units[i].Class.Any(patterns.Dash|patterns.Comma) {
		i++
	}
	if i >= f.gap.End {
		return -1
	}
	s.Units[i].Class &^= patterns.Prep | patterns.PrepLi // a headline begins with no preposition: ليان
	if s.Units[i].Class.Any(patterns.Elsewhere) {
		return -1 // المصدر: …
	}
	for j := i; j < f.gap.End; j++ {
		if s.Units[j].Class.Any(patterns.Dash) && (s.Text.Tokens[s.Units[j].First].Spaced || s.Units[j+1].Span >= 0) {
			return -1 // a dateline: تايبيه - «الشرق الأوسط»: …
		}
	}
	// behind an introduction: شارك في اجتماع.. نائب الوزير: …
	for j := f.gap.End - 1; j > i; j-- {
		if s.Units[j].Class.Any(patterns.Comma) && s.Units[j-1].Class.Any(patterns.Comma) {
			i = j + 1
			break
		}
	}
	c := s.Units[i].Class
	if c.Any(patterns.Function|patterns.Preposition|patterns.Prep|patterns.PrepLi|patterns.AnyVerb|patterns.Time) && !c.Any(patterns.Title|patterns.Name) {
		return -1
	}
	if s.Units[i].Span < 0 && len(s.Key(i)) <= len("س") && i == f.gap.End-1 {
		return -1 // a question: س
	}
	k, ok := a.SubjectAt(i, f.gap.End)
	if !ok {
		return -1
	}
	if m := a.Mentions[k]; m.Name.Empty() && !c.Any(patterns.Title|patterns.Organization|patterns.Anonymous|patterns.Document|patterns.Place|patterns.Honorific|patterns.Quantity) {
		return -1 // a topic, no speaker: سيول الأودية: …
	}
	if next := f.content.Start + 1; s.Units[f.content.Start].Class.Any(patterns.QuotedName) && (next == len(s.Units) || s.Units[next].Class.Any(patterns.Break)) {
		return -1 // دبي: «الخليج»
	}
	return k
}
