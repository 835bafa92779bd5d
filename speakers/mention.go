// Package speakers finds who is named beside a cue, merges the mentions of an
// article into entities, and resolves bare titles, pronouns and missing
// subjects to the one meant.
package speakers

import (
	"slices"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// Kind is the kind of an entity, in the words of the JSON contract.
type Kind string

// The kinds of speaker.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Anonymous    Kind = "anonymous"
	Document     Kind = "document"
)

// Mention is a noun phrase that names or describes somebody. Ranges are of
// units.
type Mention struct {
	Whole  patterns.Range // all of it, appositions included
	Name   patterns.Range // the personal or proper name, may be empty
	Title  patterns.Range // title or description, may be empty
	After  patterns.Range // title behind the name, where one stands before it too
	Kind   Kind
	Gender byte // 'm', 'f' or 0
	Plural bool
	Joint  bool // two sources together
	// Subject says how the mention stands in its sentence.
	Subject bool
	Entity  int // index in Article.Entities, -1 while unknown
	// Bearer is what spoke for who bears a title without a name; P is 0 where nobody was weighed.
	Bearer patterns.Weighing

	limit  int  // the unit before which parse was to end it, 0 where more than parse read it
	cue    bool // the explicit speaker of a cue
	closed bool // a sign or a function word ends it, not a word that may have been taken along
}

// parser reads noun phrases.
type parser struct {
	s       *patterns.Scan
	phrases *Phrases
	shapes  *shapes
	labels  []PhraseLabel // memory for them
}

const (
	heads = patterns.Title | patterns.Honorific | patterns.Organization | patterns.Anonymous | patterns.Document
	names = patterns.Name | patterns.MaybeName | patterns.NameLink
	// ends are classes that no phrase goes on through, whatever else the word may be.
	ends = patterns.An | patterns.BiAn | patterns.Relative | patterns.Negation | patterns.Turn |
		patterns.Colon | patterns.Comma | patterns.Stop | patterns.Dash | patterns.Break | patterns.Quoted
)

func (p parser) class(i int) patterns.Class {
	if i < 0 || i >= len(p.s.Units) {
		return patterns.Break
	}
	return p.s.Units[i].Class
}

// nameLike reports whether unit i can be part of a personal name.
func (p parser) nameLike(i int) bool {
	c := p.class(i)
	if c.Any(patterns.Prep) && !c.Any(patterns.Article|patterns.Function|heads) && len(p.s.Key(i)) <= 8 && p.class(i-1).Any(patterns.Name) && !p.class(i-2).Any(patterns.Name) {
		return true // بارز in عبدالستار بارز only looks like ب with a noun
	}
	if c.Any(patterns.AnyVerb) && p.class(i-1).Any(patterns.Verb) && !c.Any(patterns.Conj|patterns.Function|patterns.Common|heads|patterns.Place) {
		return true // no verb stands right behind a reporting verb: وأكد تابيا
	}
	if c.Any(ends|patterns.Prep|patterns.PrepLi|patterns.Conj|patterns.QuotedName|patterns.TitleLink) || !c.Any(patterns.Word) {
		return false
	}
	if c.Any(patterns.Name | patterns.NameLink | patterns.MaybeName) {
		return true
	}
	if p.class(i+1).Any(patterns.NameLink) && !c.Any(patterns.Article|heads|patterns.Function) {
		return true // رحمة الله، واصل أبو يوسف
	}
	if c.Any(patterns.AnyVerb) && !c.Any(patterns.Function|heads|patterns.Common) && p.class(i-1).Any(patterns.Name|patterns.NameLink) && p.class(i+1).Any(patterns.Comma|patterns.An|patterns.Colon|patterns.Quoted|patterns.Title) {
		return true // تشاك تود،: what a comma follows is no verb
	}
	if c.Any(patterns.Function | patterns.Common | patterns.Verb | patterns.AnyVerb | patterns.Participle |
		patterns.Adverb | patterns.Time | heads | patterns.Nisba | patterns.Noun | patterns.Place | patterns.Names | patterns.Media |
		patterns.Quoting | patterns.Source | patterns.Auxiliary | patterns.Preposition | patterns.Withhold) {
		return false
	}
	return !p.verbLike(i)
}

// verbLike reports whether the unknown word at i looks like a verb in the
// present: ي or ت first, and a noun behind it: الوزير يدشن محطة.
func (p parser) verbLike(i int) bool {
	k := p.s.Key(i)
	if len(k) < len("يدشن") || k[:2] != "ي" && k[:2] != "ت" {
		return false
	}
	next := p.class(i + 1)
	return next.Any(patterns.Common|heads|patterns.Preposition|patterns.Place|patterns.Noun) && !next.Any(names|patterns.Time)
}

// stopsPhrase reports whether a noun phrase ends before unit i.
func (p parser) stopsPhrase(i int) bool {
	c := p.class(i)
	switch {
	case c.Any(ends) || !c.Any(patterns.Word|patterns.QuotedName), c.Any(patterns.Withhold) && !c.Any(patterns.Article):
		return true
	case c.Any(patterns.TitleLink):
		return false
	case c.Any(patterns.Noun) && c.Any(patterns.WithPronoun|patterns.Article) && c.Any(patterns.TakesAn|patterns.TakesQuote) && !c.Any(heads|names|patterns.Place):
		return true // قوله، التأكيد
	case c.Any(patterns.NameLink) && p.class(i+1).Any(patterns.Name|patterns.MaybeName) && !c.Any(patterns.Verb):
		return false // أم سالم
	case c.Any(heads | names):
		return c.Any(patterns.Function|patterns.Preposition) && !c.Any(patterns.Title)
	case c.Any(patterns.Function | patterns.Preposition | patterns.Verb | patterns.Adverb | patterns.Time | patterns.Source | patterns.Auxiliary):
		return true
	case c.Any(patterns.Common) && (p.class(i+1).Any(patterns.Time) && c.Any(patterns.Article) || p.number(i+1)):
		return p.s.BareKey(i) == "عام" // العام الماضي، عام 2015
	case c.Any(patterns.AnyVerb) && !p.nameLike(i) && !c.Any(patterns.Common|patterns.Place|patterns.Nisba):
		return true
	case c.Any(patterns.Participle) && !c.Any(patterns.Title|patterns.Common|patterns.Article):
		return true
	}
	return false
}

// parse reads the noun phrase that begins at unit i and ends before limit.
func (p parser) parse(i, limit int) (Mention, bool) {
	limit = min(limit, i+LongestPhrase, len(p.s.Units))
	if i >= limit || p.stopsPhrase(i) && !p.class(i).Any(patterns.Quantity) && !p.number(i) || p.class(i).Any(patterns.Prep|patterns.PrepLi) {
		return Mention{}, false
	}
	m := Mention{Entity: -1, limit: limit}
	labels := p.phrases.label(p.labels[:0], p.s, i, limit, p.shapes)
	if j, ok := p.toldTo(i, i+len(labels)); ok {
		if labels = labels[:j-i]; j == i+1 {
			labels[0] = NamePart
		}
	}
	if j, ok := p.object(i, i+len(labels)); ok {
		labels = labels[:j-i]
	}
	end := i + len(labels)
	for end > i+1 && p.class(end-1).Any(patterns.Comma|patterns.Dash|patterns.Time|patterns.Same) && labels[end-1-i] != NamePart {
		end--
	}
	for p.class(end-1).Any(patterns.NameLink) && labels[end-1-i] == NamePart && end < limit && p.class(end).Any(patterns.Word) && !p.class(end).Any(ends|patterns.Preposition) {
		labels = append(labels[:end-i], NamePart) // whatever follows بن or أبو
		end++
	}
	m.Whole = patterns.Range{Start: i, End: end}
	for k, l := range labels[:end-i] {
		switch {
		case i+k >= end:
		case l != NamePart:
			if !m.Name.Empty() && i+k == m.Name.End && p.class(i+k).Any(patterns.Title|patterns.Honorific) && !p.class(i+k).Any(patterns.Article|patterns.Conj) &&
				slices.Contains(labels[k:end-i], NamePart) {
				end = i + k // another person follows, an object: التقى الوزير فلان السفير فلانا
			}
		case m.Name.Empty():
			m.Name = patterns.Range{Start: i + k, End: i + k + 1}
		case m.Name.End == i+k:
			m.Name.End++
			m.Joint = m.Joint || p.class(i+k).Any(patterns.Conj)
		}
	}
	if p.lacksFamilyName(&m, limit) {
		m.Name.End++
		end = max(end, m.Name.End)
		m.Whole.End = end
	}
	switch {
	case !m.Name.Empty():
	case p.class(i).Any(patterns.QuotedName) && p.class(i+1).Any(patterns.Article) && !p.class(i+1).Any(heads&^patterns.Title):
		m.Name = patterns.Range{Start: i, End: i + 1} // «فجر» المستثمرة في القناة
	default:
		m.Name = p.nameByApposition(i, end)
	}
	if p.noName(&m) {
		m.Name = patterns.Range{}
	}
	if p.borrowedName(&m) {
		borrowed := m.Name
		m.Name, m.Joint = nextName(labels[:end-i], i, borrowed.End), false
		if m.Name.Empty() && borrowed.Start == i+1 {
			end = borrowed.End
			m.Whole.End = end
		}
	}
	if k := m.Name.Start; k > i+1 && p.class(k-1).Any(patterns.Comma) {
		p.s.Units[k].Class &^= patterns.Prep | patterns.PrepLi // بريانا, not ب with ريانا
	}
	m.Title = m.Whole
	if !m.Name.Empty() {
		m.Title = p.withoutSigns(patterns.Range{Start: i, End: m.Name.Start})
		after := p.withoutSigns(patterns.Range{Start: m.Name.End, End: end})
		if m.Title.Empty() {
			m.Title = after
		} else {
			m.After = after
		}
	}
	m.closed = p.class(end).Any(ends | patterns.Preposition | patterns.Function | patterns.Verb)
	p.classify(&m)
	p.issuer(&m, limit)
	return m, true
}

// lacksFamilyName reports whether m ends its name in one given name, and behind
// it stands one word more before what ends the phrase (a sign, a conjunction with
// a name, a verb, a title, an occasion): nothing but a family name can stand
// there, whatever the word means else.
func (p parser) lacksFamilyName(m *Mention, limit int) bool {
	j := m.Name.End
	if m.Name.End-m.Name.Start != 1 || m.Whole.End > j+1 || j >= limit || !p.class(j-1).Any(patterns.Name) && p.class(j-1)&^unspecific != 0 || p.class(j-1).Any(patterns.Place|patterns.Title) {
		return false
	}
	const other = patterns.Function | patterns.Preposition | patterns.Verb | patterns.Participle | patterns.Adverb | patterns.Turn |
		patterns.Conj | patterns.Prep | patterns.PrepLi | patterns.Quoting | patterns.WithPronoun | patterns.Same | patterns.QuotedName | PhraseEnds
	c := p.class(j)
	if !c.Any(patterns.Word) || c.Any(other) || c.Any(patterns.Title|patterns.Organization|patterns.Time) && !c.Any(patterns.Name|patterns.MaybeName) {
		return false
	}
	next := p.class(j + 1)
	if (next.Any(patterns.Verb) || next.Has(patterns.Media|patterns.PrepLi)) && !c.Any(patterns.Article|patterns.Nisba|patterns.Organization|patterns.Title|patterns.Place) {
		return true // سامي ترويس للصحفيين, خالد بارز يقول
	}
	if next.Any(patterns.Title) && c&^unspecific == 0 && !c.Any(patterns.Article) || m.Name.Start > m.Whole.Start && p.occasion(j+1) {
		return true // هدى كارينا مديرة الشركة, الوزير خالد حرب خلال
	}
	return j+1 == limit || next.Any(PhraseEnds|patterns.Comma) || next.Any(patterns.Conj) && next.Any(patterns.Name|patterns.Honorific) || next.Any(patterns.Preposition) && c.Any(patterns.Article)
}

// withoutSigns takes signs off both ends of a range.
func (p parser) withoutSigns(r patterns.Range) patterns.Range {
	for !r.Empty() && p.class(r.Start).Any(patterns.Comma|patterns.Dash) {
		r.Start++
	}
	for !r.Empty() && p.class(r.End-1).Any(patterns.Comma|patterns.Dash) {
		r.End--
	}
	return r
}

// number reports whether unit i is a number in digits.
func (p parser) number(i int) bool {
	if i < 0 || i >= len(p.s.Units) || p.s.Units[i].Span >= 0 {
		return false
	}
	return p.s.Text.Tokens[p.s.Units[i].First].Kind == arabic.Number
}

// issuer finds who issued the document that m is, and makes m that one: بيان
// الوزارة، بيان صادر عن الوزارة، بيان للوزارة.
func (p parser) issuer(m *Mention, limit int) {
	i := m.Whole.Start
	if p.class(i).Any(patterns.Common|patterns.Quantity) && i+1 < m.Whole.End {
		i++ // آخر استطلاع
	}
	if !p.class(i).Any(patterns.Document) || p.class(i).Any(patterns.Organization|patterns.Title) {
		return
	}
	definite := p.class(i).Any(patterns.Article)
	for j := i + 1; j < min(limit, i+6); j++ {
		c := p.class(j)
		if c.Any(ends &^ patterns.Relative) {
			return
		}
		if c.Any(patterns.Relative) && p.s.BareKey(i) == "بيان" {
			return // who publishes a statement is not who makes it
		}
		if !c.Any(patterns.Organization|patterns.Title) || c.Any(patterns.Verb) || j == i+1 && !definite && p.adjective(j) {
			continue
		}
		k := j
		var found Mention
		ok := false
		if c.Any(patterns.Prep | patterns.PrepLi) {
			p.s.Units[j].Class = c &^ (patterns.Prep | patterns.PrepLi)
			found, ok = p.parse(k, limit)
			p.s.Units[j].Class = c
		} else {
			found, ok = p.parse(k, limit)
		}
		if ok {
			found.Whole.Start = m.Whole.Start
			found.Subject = m.Subject
			*m = found
		}
		return
	}
}

// adjective reports whether the word at j can be an adjective of the indefinite
// feminine noun before it: تقارير إعلامية.
func (p parser) adjective(j int) bool {
	return !p.class(j).Any(patterns.Article|patterns.Prep|patterns.PrepLi|patterns.QuotedName) && hasSuffix(p.s.Key(j), "يه")
}

// classify sets kind, gender and number by the head word.
func (p parser) classify(m *Mention) {
	head := m.Whole.Start
	c := p.class(head)
	switch {
	case !m.Name.Empty() && p.class(m.Name.Start).Any(patterns.QuotedName) && !c.Any(patterns.Title|patterns.Honorific):
		m.Kind = Organization
	case !m.Name.Empty():
		m.Kind = Person
	case c.Any(patterns.Anonymous):
		m.Kind = Anonymous
	case c.Any(patterns.Organization | patterns.Place):
		m.Kind = Organization
	case c.Any(patterns.Document):
		m.Kind = Document
	default:
		m.Kind = Anonymous
	}
	key := p.s.Key(head)
	if c.Any(patterns.Title) && !c.Any(patterns.Name) {
		switch {
		case c.Any(patterns.WithPronoun): // نظيره
			if hasSuffix(key, "ته") || hasSuffix(key, "تها") {
				m.Gender = 'f'
			} else {
				m.Gender = 'm'
			}
		case hasSuffix(key, "ه"):
			if stem, _ := p.s.Lexicon.Lookup([]byte(key[:len(key)-len("ه")])); stem.Any(patterns.Title | patterns.Honorific) {
				m.Gender = 'f' // وزيرة, but not شخصية or أسطورة
			}
		case hasSuffix(key, "تان"), hasSuffix(key, "تين"):
			m.Gender, m.Plural = 'f', true
		case hasSuffix(key, "ون"), hasSuffix(key, "ين"), hasSuffix(key, "ات"), hasSuffix(key, "ان"), hasSuffix(key, "اء") && len(p.s.BareKey(head)) > len("لواء"):
			m.Plural = true
		default:
			m.Gender = 'm'
		}
	}
	if m.Kind == Organization && m.Name.Empty() && c.Any(patterns.Organization) && hasSuffix(key, "ه") {
		m.Gender = 'f'
	}
}

// oblique reports whether unit i is a plural in ين, which can't be the subject
// that follows its verb.
func (p parser) oblique(i int) bool {
	c, k := p.class(i), p.s.Key(i)
	if !hasSuffix(k, "ين") || c.Any(patterns.Name|patterns.Place) {
		return false
	}
	if c.Any(patterns.Article) && len(k) >= len("المحتجين") {
		return true
	}
	stem, _ := p.s.Lexicon.Lookup([]byte(k[:len(k)-len("ين")]))
	return stem.Any(patterns.Title | patterns.Nisba | patterns.Anonymous)
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
