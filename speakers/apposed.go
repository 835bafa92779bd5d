package speakers

import (
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// apposedLimit bounds how far behind a bare title its name may stand, in units.
const apposedLimit = 14

// AddName completes mention k, a title without a name, by a name that stands
// further on before limit: behind a comma that adjuncts of the title precede
// (القنصل البريطاني في القدس، فيليب هول), or behind an honorific.
func (a *Article) AddName(k, limit int) {
	m := &a.Mentions[k]
	p := a.parser()
	if !m.Name.Empty() || p.class(m.Whole.Start).Any(patterns.Organization|patterns.Anonymous|patterns.Document|patterns.Place|patterns.Common) && !p.class(m.Whole.Start).Any(patterns.Title) {
		return
	}
	for i := m.Whole.End; i < min(limit, m.Whole.End+apposedLimit); i++ {
		c := p.class(i)
		if i > m.Whole.Start+1 && p.markedName(i) && p.class(m.Whole.Start).Any(patterns.Title) {
			m.Title = patterns.Range{Start: m.Whole.Start, End: m.Whole.End}
			m.Name = patterns.Range{Start: i, End: i + 1}
			m.Whole.End, m.Kind, m.closed, m.limit = i+1, Person, true, 0
			return
		}
		if c.Any(patterns.Verb|patterns.AnyVerb|patterns.Relative|patterns.Stop|patterns.Break|patterns.Quoted|patterns.Turn) || p.occasion(i) {
			return
		}
		name := i + 1
		for p.class(name).Has(patterns.Nisba|patterns.Article) && c.Any(patterns.Comma) {
			name++ // الأمين العام، النرويجي ينس شتولتنبرغ
		}
		begins := c.Any(patterns.Comma) && p.nameLike(name) && p.nameLike(name+1) || c.Any(patterns.Honorific) && p.nameLike(i+1) && !p.borrows(i-1)
		if !begins {
			continue
		}
		start := i
		if c.Any(patterns.Comma) {
			start = name
		}
		n, ok := p.parse(start, limit)
		if !ok || n.Name.Empty() || n.Whole.End < limit && !p.class(n.Whole.End).Any(patterns.Comma|ends|patterns.Preposition|patterns.PrepLi|patterns.Time) {
			return
		}
		m.Name = n.Name
		m.Title = patterns.Range{Start: m.Whole.Start, End: m.Whole.End}
		m.Whole.End = n.Whole.End
		m.Kind = Person
		m.closed, m.limit = true, 0
		return
	}
}

// markedName reports whether unit i is a personal name of several words in
// marks: المبعوث الدولي إلى اليمن «خالد المرزوقي».
func (p parser) markedName(i int) bool {
	if !p.class(i).Any(patterns.QuotedName) || p.s.Units[i].Span < 0 {
		return false
	}
	words := strings.Fields(arabic.Fold(p.s.SpanText(p.s.Units[i].Span)))
	if len(words) < 2 {
		return false
	}
	c, _ := p.s.Lexicon.Lookup([]byte(words[0]))
	return c.Any(patterns.Name) && !c.Any(heads|patterns.Place)
}

// nameTitles completes titles without a name by a name that stands between
// commas behind them: وجه وزير الزراعة، سامي الحداد، انتقادات.
func (a *Article) nameTitles() {
	p := a.parser()
	for k := range a.Mentions {
		m := &a.Mentions[k]
		i := m.Whole.End
		if !m.Name.Empty() || m.Plural || !p.class(m.Whole.Start).Any(patterns.Title) || p.class(m.Whole.Start).Any(patterns.Organization) || !p.class(i).Any(patterns.Comma) {
			continue
		}
		if !p.nameLike(i+1) || p.class(i+1).Any(patterns.Place) {
			continue
		}
		n, ok := p.parse(i+1, len(p.s.Units))
		if !ok || n.Name.Start != i+1 || n.Name.End-n.Name.Start < 2 || n.Whole.End != n.Name.End || n.Joint || !p.class(n.Whole.End).Any(patterns.Comma|ends) {
			continue
		}
		m.Name, m.Title = n.Name, patterns.Range{Start: m.Whole.Start, End: i}
		m.Whole.End, m.Kind, m.closed, m.limit = n.Whole.End, Person, true, 0
	}
}

// extendLimit bounds what is added to the description of a source without a name.
const extendLimit = 14

// Extend lets mention k, a source without a name, take what stands between it
// and limit where nothing but a description can: مصادر بين المقاتلين المحليين
// إن, دبلوماسي عربي يشارك في المشاورات: «…».
func (a *Article) Extend(k, limit int) {
	m := &a.Mentions[k]
	p := a.parser()
	for limit > m.Whole.End && p.class(limit-1).Any(patterns.Preposition) && !p.class(limit-1).Any(patterns.WithPronoun) {
		limit-- // that of إلى أن
	}
	if m.Kind != Anonymous && m.Kind != Organization || !m.Name.Empty() || !p.extends(m) || limit-m.Whole.End > extendLimit {
		return
	}
	i, definite := m.Whole.End, p.class(m.Whole.Start).Any(patterns.Article)
	for ; i < limit && !p.endsDescription(i); i++ {
		c := p.class(i)
		switch clause := c.Any(patterns.AnyVerb); {
		case c.Any(patterns.Verb | patterns.Same | patterns.PrepLi | patterns.Auxiliary),
			c.Any(patterns.Function) && !c.Any(patterns.Preposition|patterns.Quantity|patterns.Article),
			definite && (clause || c.Any(patterns.WithPronoun)),
			clause && (c.Any(patterns.Conj) || p.class(i-1).Any(patterns.Article|names)): // only an indefinite noun has one without الذي
			return
		}
	}
	if definite && i < limit {
		return // المصدر نفسه أمس
	}
	if _, ok := p.object(m.Whole.Start, i); ok {
		return
	}
	for i > m.Whole.End && p.class(i-1).Any(patterns.Preposition) && !p.class(i-1).Any(patterns.WithPronoun) {
		i--
	}
	if i > m.Whole.End {
		m.Whole.End, m.Title.End = i, i
		m.closed, m.limit = true, 0
	}
}

// extends reports whether what is behind m can describe it: it is a source, a
// share, or somebody of whom nothing says who is meant.
func (p parser) extends(m *Mention) bool {
	i := m.Whole.Start
	switch c := p.class(i); {
	case m.Kind == Organization:
		return !c.Any(patterns.Article|patterns.Place) && hasSuffix(p.s.Key(i), "ات") && !p.class(i+1).Any(patterns.Article|patterns.Organization|patterns.Place)
	case c.Any(patterns.Anonymous | patterns.Quantity), p.number(i):
		return true
	case p.s.Units[i].Span >= 0, c.Any(patterns.Article | patterns.WithPronoun | patterns.Organization | patterns.Document | patterns.Place | names):
		return false
	}
	return i+1 == m.Whole.End || !p.class(i+1).Any(patterns.Article|patterns.Organization|patterns.Place|patterns.TitleLink)
}

// endsDescription reports whether what stands at unit i belongs to the report,
// not to the source: whom it is told, when and on which occasion.
func (p parser) endsDescription(i int) bool {
	c := p.class(i)
	switch {
	case c.Any(patterns.Time) && p.class(i+1).Any(patterns.Ala):
		return false // مصدر مطلع على الملف
	case !c.Any(patterns.Word), c.Has(patterns.Prep | patterns.Quoting), c.Any(patterns.Time | patterns.Relative | patterns.Adverb | patterns.Media | patterns.Turn | patterns.Withhold):
		return true
	case c.Any(patterns.Preposition):
		return c.Any(patterns.SkipAn) || p.class(i+1).Any(patterns.Quoting|patterns.Time|patterns.QuotedName) && !p.class(i+1).Any(heads&^patterns.Document)
	}
	return false
}

// occasion reports whether an adjunct of the cue, not of the title, begins at i:
// مع, خلال, في تصريح.
func (p parser) occasion(i int) bool {
	c := p.class(i)
	if !c.Any(patterns.Preposition) {
		return c.Any(patterns.PrepLi) && c.Any(patterns.Media)
	}
	return !c.Any(patterns.Fi|patterns.Ala) || p.class(i+1).Any(patterns.Quoting|patterns.Time)
}

// Join lets mention k, a speaker beside a cue, take in a second one that و joins
// to it and that ends where the subject does: شكري ونظيره الأميركي كيري.
func (a *Article) Join(k, limit int) {
	m := &a.Mentions[k]
	p := a.parser()
	j := m.Whole.End
	if j >= limit || !p.class(j).Any(patterns.Conj) || !p.class(j).Any(heads|patterns.Name|patterns.Place) || p.class(j).Any(patterns.Verb|patterns.Prep|patterns.PrepLi) {
		return
	}
	second, ok := p.parse(j, limit)
	if !ok || second.Whole.End < limit && !p.class(second.Whole.End).Any(patterns.Comma|ends|patterns.Preposition|patterns.PrepLi|patterns.Time) {
		return
	}
	switch {
	case !m.Name.Empty() && !second.Name.Empty():
		m.Name.End = second.Name.End
	case m.Name.Empty() && second.Name.Empty():
		m.Title.End = second.Title.End
		m.Plural = true
	default:
		return
	}
	m.Whole.End, m.After, m.Joint, m.closed, m.limit = second.Whole.End, patterns.Range{}, true, true, 0
}
