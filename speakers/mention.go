// Package speakers finds who is named beside a cue, merges the mentions of an
// article into entities, and resolves bare titles, pronouns and missing
// subjects to the one meant.
package speakers

import (
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
	Kind   Kind
	Gender byte // 'm', 'f' or 0
	Plural bool
	Joint  bool // two sources together
	// Subject says how the mention stands in its sentence.
	Subject bool
	Entity  int // index in Article.Entities, -1 while unknown

	cue    bool // the explicit speaker of a cue
	closed bool // a sign or a function word ends it, not a word that may have been taken along
}

// maxPhrase bounds a noun phrase, in units.
const maxPhrase = 24

// parser reads noun phrases.
type parser struct{ s *patterns.Scan }

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

// certainName reports whether unit i is known as a name.
func (p parser) certainName(i int) bool {
	return p.class(i).Any(patterns.Name|patterns.NameLink) && p.nameLike(i)
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
	limit = min(limit, i+maxPhrase, len(p.s.Units))
	if i >= limit || p.stopsPhrase(i) && !p.class(i).Any(patterns.Quantity) && !p.number(i) || p.class(i).Any(patterns.Prep|patterns.PrepLi) {
		return Mention{}, false
	}
	if m, ok := p.quantity(i, limit); ok {
		return m, true
	}
	m := Mention{Entity: -1}
	first := p.class(i)
	j := i
	inName := false
	head := first // the last head word seen
	nameStart, nameEnd := -1, -1
	for j < limit {
		c := p.class(j)
		linked := inName && p.class(j-1).Any(patterns.NameLink) && c.Any(patterns.Word) && !c.Any(ends|patterns.Preposition|patterns.Verb)
		if j > i && p.stopsPhrase(j) && !linked {
			if c.Any(patterns.Preposition) && !inName && p.complement(head, j, limit) {
				j++
				continue
			}
			if inName && nameStart > i && c.Any(patterns.Time) && p.familyName(i, nameStart, j) {
				nameEnd = j + 1 // a day of the week: أحمد الخميس
				j++
				break
			}
			if p.class(j-1).Any(patterns.Honorific) && c.Any(patterns.Word) && !c.Any(ends|patterns.Preposition|patterns.Verb) && p.nameLike(j+1) {
				inName, nameStart, nameEnd = true, j, j+1 // الشيخ خلف المطلق
				j++
				continue
			}
			if !inName && first.Any(patterns.Title) && j > i+1 && c.Any(patterns.Function) && !c.Any(ends|patterns.Preposition) && p.nameLike(j+1) && p.stopsPhrase(j+2) {
				inName, nameStart, nameEnd = true, j, j+1 // a name that is a particle too: لو كانغ
				j++
				continue
			}
			if c.Any(patterns.Name|patterns.NameLink) && p.nameLike(j) && !c.Any(ends) {
				// a word that is a particle too, in the middle of a name
				if inName || p.class(j-1).Any(patterns.Honorific|patterns.Title) {
					j++
					continue
				}
			}
			break
		}
		switch {
		case c.Any(patterns.QuotedName):
			if j > i && inName && !p.class(j-1).Any(patterns.NameLink) {
				goto done
			}
			if j == i || p.class(j-1).Any(patterns.Honorific) || p.class(i).Any(patterns.Title) && nameStart < 0 && j == i+1 {
				nameStart, nameEnd = j, j+1
				inName = true
			}
		case j > i && c.Any(patterns.Conj) && inName:
			if p.joins(j, limit) {
				m.Joint = true
				rest, ok := p.parse2(j, limit)
				if ok {
					j = rest
					nameEnd = rest
				}
			}
			goto done
		case j > i && c.Any(patterns.Conj) && !c.Any(heads|patterns.Article|patterns.Common|patterns.Place|patterns.Nisba):
			goto done
		case j > i && !inName && p.newPhrase(i, j):
			goto done
		case j > i && !c.Any(patterns.TitleLink) && c.Any(patterns.Prep|patterns.PrepLi) && (inName && !p.nameLike(j) || c.Any(patterns.Quoting) || c.Any(patterns.Media) && c.Any(patterns.PrepLi) || p.addressee(j, first)):
			goto done
		case linked && !c.Any(patterns.Conj):
			nameEnd = j + 1 // whatever follows آل or بن
		case inName && p.familyName(i, nameStart, j):
			nameEnd = j + 1
		case inName && (c.Any(patterns.Title|patterns.Organization) && !p.certainName(j) || c.Any(patterns.Article) && !c.Any(names) && c.Any(patterns.Common|patterns.Nisba|patterns.Noun) || c.Any(patterns.Common|patterns.Nisba|patterns.Place|patterns.Quoting|patterns.Document|patterns.Noun|patterns.FalseAn) && !c.Any(patterns.Name|patterns.MaybeName)):
			// a title behind the name: the name ends here
			if c.Any(patterns.Title) && (nameStart == i || nameStart == i+1 && first.Any(patterns.Honorific)) {
				if t, ok := p.parseTitle(j, limit); ok {
					m.Title = t
					j = t.End
				}
			}
			goto done
		case inName && c.Any(patterns.Honorific) && nameStart > i && p.nameLike(j+1):
			nameStart, nameEnd = j+1, j+2 // وكيل الأمين المهندس إبراهيم
			j++
		case !inName && j > i && p.commonGivenName(i, j):
			inName = true
			nameStart, nameEnd = j, j+1
		case !inName && p.beginsName(i, j, head):
			inName = true
			nameStart, nameEnd = j, j+1
		case inName:
			nameEnd = j + 1
		}
		if c.Any(heads) {
			head = c
		}
		j++
	}
done:
	if j == i {
		return Mention{}, false
	}
	m.Whole = patterns.Range{Start: i, End: j}
	m.closed = p.class(j).Any(ends | patterns.Preposition | patterns.Function | patterns.Verb)
	if nameStart >= 0 {
		m.Name = patterns.Range{Start: nameStart, End: nameEnd}
	}
	if nameStart > i && m.Title.Empty() {
		m.Title = patterns.Range{Start: i, End: nameStart}
	}
	if nameStart < 0 {
		m.Title = patterns.Range{Start: i, End: j}
	}
	p.apposition(&m, limit)
	p.classify(&m)
	p.issuer(&m, limit)
	return m, true
}

// number reports whether unit i is a number in digits.
func (p parser) number(i int) bool {
	if i < 0 || i >= len(p.s.Units) || p.s.Units[i].Span >= 0 {
		return false
	}
	return p.s.Text.Tokens[p.s.Units[i].First].Kind == arabic.Number
}

// quantity reads unnamed people that are counted: بعض النواب، عدد من الطلاب،
// 36 في المائة من الناخبين.
func (p parser) quantity(i, limit int) (Mention, bool) {
	j := i
	switch {
	case p.number(i):
		j++
		if p.class(j).Any(patterns.Fi) && j+1 < limit {
			j += 2
		}
	case p.class(i).Any(patterns.Quantity):
		j++
	default:
		return Mention{}, false
	}
	if p.class(j).Any(patterns.Min) && !p.class(j).Any(patterns.Relative) || p.s.Key(min(j, len(p.s.Units)-1)) == "من" {
		j++
	}
	end := j
	if t, ok := p.parseTitle(j, limit); ok && !p.stopsPhrase(j) {
		end = t.End
	} else if !p.class(i).Any(patterns.Quantity) && j == i+1 {
		return Mention{}, false
	}
	if end == i+1 && p.class(i).Any(patterns.Function) {
		return Mention{}, false
	}
	r := patterns.Range{Start: i, End: end}
	return Mention{Whole: r, Title: r, Kind: Anonymous, Entity: -1}, true
}

// issuer finds who issued the document that m is, and makes m that one: بيان
// الوزارة، بيان صادر عن الوزارة، بيان للوزارة.
func (p parser) issuer(m *Mention, limit int) {
	i := m.Whole.Start
	if !p.class(i).Any(patterns.Document) || p.class(i).Any(patterns.Organization|patterns.Title) {
		return
	}
	for j := i + 1; j < min(limit, i+6); j++ {
		c := p.class(j)
		if c.Any(ends &^ patterns.Relative) {
			return
		}
		if !c.Any(patterns.Organization|patterns.Title) || c.Any(patterns.Verb) {
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
			found.Whole.Start = i
			found.Subject = m.Subject
			*m = found
		}
		return
	}
}

// parse2 reads the second of two names joined by و and returns its end.
func (p parser) parse2(j, limit int) (int, bool) {
	k := j + 1
	for k < limit && !p.stopsPhrase(k) && !p.class(k).Any(patterns.Conj|patterns.Prep|patterns.PrepLi) {
		k++
	}
	return k, k > j
}

// familyName reports whether the definite word at j is the family name behind
// the one given name at start, though it is a common word: إبراهيم العمر.
func (p parser) familyName(i, start, j int) bool {
	c := p.class(j)
	if start == j-1 && p.class(start).Any(patterns.Name) && c.Any(patterns.Common) && !c.Any(patterns.Article|patterns.Conj|patterns.Prep|patterns.PrepLi|heads|patterns.Quoting|patterns.Noun) {
		next := p.class(j + 1)
		return next.Any(patterns.Comma|patterns.An|patterns.Colon|patterns.Quoted) || next.Any(patterns.PrepLi) && next.Any(patterns.Media) // عبدالستار بارز
	}
	if start != j-1 || !p.class(start).Any(patterns.Name) || !c.Any(patterns.Article) || c.Any(heads|patterns.Nisba|patterns.Noun|ends|patterns.Conj) || !p.stopsPhrase(j+1) {
		return false
	}
	stem, _ := p.s.Lexicon.Lookup([]byte(p.s.BareKey(j)))
	return stem.Any(names) || c.Any(patterns.Time) && start > i
}

// newPhrase reports whether a phrase of its own begins at j: an indefinite
// noun behind a definite one, which is no name, can't belong to it.
func (p parser) newPhrase(i, j int) bool {
	if p.commonGivenName(i, j) {
		return false
	}
	c, prev, first := p.class(j), p.class(j-1), p.class(i)
	if c.Any(patterns.Conj) && c.Any(patterns.WithPronoun) {
		return true // الاتحاد ومقره جنيف
	}
	if p.disagrees(i, j) {
		return true
	}
	if prev.Any(patterns.Honorific) || !prev.Any(patterns.Article|patterns.QuotedName|patterns.Place) ||
		c.Any(patterns.Article|patterns.Conj|patterns.Prep|patterns.PrepLi|patterns.TitleLink|patterns.QuotedName|names) ||
		c.Any(patterns.Place) && !c.Any(patterns.Common) {
		return false
	}
	if prev.Any(patterns.Place) && !prev.Any(patterns.Article) {
		return c.Any(patterns.Noun|patterns.FalseAn|patterns.Common) && !c.Any(heads) && first.Any(patterns.Organization)
	}
	if p.nameLike(j) && p.stopsPhrase(j+1) && j > i+1 {
		return false // شرطة العاصمة تايبيه
	}
	if p.nameLike(j) && !first.Any(patterns.Organization|patterns.Document|patterns.Anonymous|patterns.Place|patterns.Common) {
		return false
	}
	if first.Any(patterns.Title) {
		return c.Any(patterns.Common|patterns.Noun|patterns.Organization|patterns.Document) && !c.Any(patterns.Title|patterns.Honorific)
	}
	return true
}

// commonGivenName reports whether the common word at j is the given name behind
// a definite title, for no indefinite noun else can stand there before a name:
// الكاتب إدوار ملحم.
func (p parser) commonGivenName(i, j int) bool {
	c := p.class(j)
	return p.class(i).Has(patterns.Title|patterns.Article) && p.class(j-1).Any(patterns.Article) &&
		c.Any(patterns.Common) && !c.Any(patterns.Article|patterns.Adverb|patterns.Conj|patterns.Prep|patterns.PrepLi|patterns.Quoting|patterns.Noun|heads) &&
		p.nameLike(j+1) && (p.stopsPhrase(j+2) || p.certainName(j+1))
}

// disagrees reports whether the definite word at j can't be an adjective of the
// definite feminine head at i, so that it's the object of the verb: الشرطة
// الوصول.
func (p parser) disagrees(i, j int) bool {
	head, c := p.class(i), p.class(j)
	if !head.Has(patterns.Organization|patterns.Article) || !c.Any(patterns.Article) || c.Any(patterns.Conj|patterns.Prep|patterns.PrepLi|names|patterns.Place) || !hasSuffix(p.s.Key(i), "ه") {
		return false
	}
	k := p.s.Key(j)
	if c.Has(patterns.Organization|patterns.Names) || c.Any(patterns.Title) {
		return true // الحركة الحكومة
	}
	return !hasSuffix(k, "ه") && !hasSuffix(k, "ا") && !hasSuffix(k, "ي")
}

// joins reports whether the word with و at j begins a second person.
func (p parser) joins(j, limit int) bool {
	c := p.class(j)
	return c.Any(patterns.Name|patterns.Honorific) && !c.Any(patterns.Title|patterns.Function|patterns.Verb) && j < limit
}

// complement reports whether the preposition at j continues a title: عضو في
// اللجنة, but not قال الوزير في تصريح. Behind a definite title it does so only
// where a name follows: المتحدث باسم الحركة في القدس رأفت عليان.
func (p parser) complement(head patterns.Class, j, limit int) bool {
	if !head.Any(patterns.Title|patterns.Anonymous|patterns.Organization|patterns.TitleLink) || j+1 >= limit || !p.class(j).Any(patterns.Fi) {
		return false
	}
	n := p.class(j + 1)
	if n.Any(patterns.Quoting|patterns.Time|patterns.Function) || !n.Any(patterns.Word|patterns.QuotedName) {
		return false
	}
	if head.Any(patterns.Anonymous) || head.Any(patterns.Title) && !head.Any(patterns.Article) {
		return true
	}
	if n.Any(patterns.Organization) && !n.Any(patterns.Place) {
		return true
	}
	for k := j + 2; k < min(limit, j+5); k++ {
		if p.nameLike(k) && !p.class(k).Any(patterns.Article) {
			return true
		}
		if p.stopsPhrase(k) {
			break
		}
	}
	return false
}

// addressee reports whether the word with ل at j is one spoken to.
func (p parser) addressee(j int, first patterns.Class) bool {
	c := p.class(j)
	if !c.Any(patterns.PrepLi) {
		return false
	}
	return c.Any(patterns.Name) && !c.Any(patterns.Place|patterns.Organization) || c.Any(patterns.Title|patterns.Anonymous) && first.Any(patterns.Article)
}

// beginsName reports whether a personal name begins at j of the phrase from i.
func (p parser) beginsName(i, j int, head patterns.Class) bool {
	if !p.nameLike(j) {
		return false
	}
	c := p.class(j)
	if j == i && c.Any(patterns.NameLink) && p.class(j+1).Any(patterns.Name|patterns.MaybeName) {
		return true // أم سالم
	}
	if j == i && (c.Any(patterns.Article) && !c.Any(names) && plural(p.s.Key(j)) || !c.Any(names) && hasSuffix(p.s.Key(j), "ون") && p.stopsPhrase(j+1)) {
		return false // المعترضون، الوسطاء، ناجون
	}
	if j == i && c.Any(patterns.Article) && !c.Any(names) {
		return p.stopsPhrase(j+1) || p.class(j+1).Any(patterns.Prep|patterns.PrepLi) // القحطاني, but not المستثمر العقاري معتز الخياط
	}
	if j == i {
		return !c.Any(heads) || c.Any(patterns.Name) && !c.Any(patterns.Title|patterns.Organization)
	}
	first, prev := p.class(i), p.class(j-1)
	if prev.Any(patterns.Honorific) {
		return true
	}
	if first.Any(patterns.Organization|patterns.Document|patterns.Anonymous) && !first.Any(patterns.Title) && !(first.Any(patterns.Anonymous) && p.certainName(j)) {
		return false
	}
	if prev.Any(patterns.Organization) && !prev.Any(patterns.Article) && !p.certainName(j) {
		return false
	}
	if c.Has(patterns.Article) && c.Any(heads) {
		return false // وكيل الأمين
	}
	if c.Any(patterns.Article) && !c.Any(patterns.Name) {
		// a definite word is a name only behind a bare title: العميد العسيري
		return j == i+1 && first.Any(patterns.Article|patterns.Honorific) && !c.Any(patterns.Common|patterns.Nisba|patterns.MaybeName|patterns.Noun) &&
			first.Any(patterns.Honorific)
	}
	if c.Any(patterns.Nisba) && (c.Any(patterns.Article) && !p.stopsPhrase(j+1) || !c.Any(patterns.Article) && !prev.Any(patterns.Article) && !p.nameLike(j+1)) {
		return false // وزير الخارجية المصري سامح شكري، مسؤول تركي
	}
	if c.Any(patterns.Article) && j == i+1 && !first.Any(patterns.Article|patterns.Honorific) {
		return false // idafa: رئيس الأهلي
	}
	if c.Any(patterns.MaybeName) && !c.Any(patterns.Name) {
		return p.nameLike(j+1) || first.Any(patterns.Article)
	}
	if !c.Any(names) && !prev.Any(patterns.Article|patterns.Nisba|names) && !p.nameLike(j+1) && first.Any(patterns.Title) && !first.Any(patterns.Article) {
		return false // مدرب ليفربول
	}
	return true
}

// parseTitle reads the title that begins at j.
func (p parser) parseTitle(j, limit int) (patterns.Range, bool) {
	k := j
	head := p.class(j)
	for k < limit && k < j+maxPhrase {
		if k > j && p.stopsPhrase(k) {
			if p.class(k).Any(patterns.Preposition) && p.complement(head, k, limit) {
				k++
				continue
			}
			break
		}
		c := p.class(k)
		if k > j && (c.Any(patterns.Media|patterns.Quoting) && c.Any(patterns.Prep|patterns.PrepLi)) {
			break
		}
		if c.Any(heads) {
			head = c
		}
		k++
	}
	return patterns.Range{Start: j, End: k}, k > j
}

// apposition adds what stands behind a comma: a title behind a name, a name
// behind a title.
func (p parser) apposition(m *Mention, limit int) {
	j := m.Whole.End
	if j >= limit || !p.class(j).Any(patterns.Comma) {
		return
	}
	k := j + 1
	c := p.class(k)
	if k >= limit {
		return
	}
	switch {
	case !m.Name.Empty() && c.Any(patterns.Title) && !c.Any(patterns.Prep|patterns.PrepLi|patterns.Conj):
		if t, ok := p.parseTitle(k, limit); ok {
			if m.Title.Empty() || m.Title.End == m.Title.Start+1 {
				m.Title = t
			}
			m.Whole.End = t.End
		}
	case (m.Name.Empty() || p.possessor(m)) && (c.Any(names|patterns.Honorific) || p.nameLike(k)) && !c.Any(patterns.Conj|patterns.Prep|patterns.PrepLi):
		inner := parser{p.s}
		n, ok := inner.parse(k, limit)
		if size := n.Name.End - n.Name.Start; ok && size > 0 && size <= 7 && (size > 1 || p.class(n.Whole.End).Any(patterns.Comma|patterns.An|patterns.Colon|patterns.Quoted|patterns.Stop|patterns.Break)) {
			m.Name = n.Name
			m.Whole.End = n.Whole.End
		}
	}
}

// possessor reports whether the name in m is that of the one whose lawyer,
// wife or coach is meant: محامي فلان.
func (p parser) possessor(m *Mention) bool {
	c := p.class(m.Whole.Start)
	return c.Any(patterns.Title) && !c.Any(patterns.Article) && m.Name.Start == m.Whole.Start+1 && m.Name.End == m.Whole.End
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
		case hasSuffix(key, "ون"), hasSuffix(key, "ين"), hasSuffix(key, "ات"), hasSuffix(key, "ان"):
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

// plural reports whether a folded word ends like a plural of persons.
func plural(key string) bool {
	return hasSuffix(key, "ون") || hasSuffix(key, "ين") || hasSuffix(key, "اء")
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
