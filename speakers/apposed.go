package speakers

import "github.com/qawl-nlp/qawl/patterns"

// apposedLimit bounds how far behind a bare title its name may stand, in units.
const apposedLimit = 14

// AddName completes mention k, a title without a name, by a name that stands
// further on before limit: behind a comma that adjuncts of the title precede
// (القنصل البريطاني في القدس، فيليب هول), or behind an honorific.
func (a *Article) AddName(k, limit int) {
	m := &a.Mentions[k]
	p := parser{a.Scan}
	if !m.Name.Empty() || p.class(m.Whole.Start).Any(patterns.Organization|patterns.Anonymous|patterns.Document|patterns.Place|patterns.Common) && !p.class(m.Whole.Start).Any(patterns.Title) {
		return
	}
	for i := m.Whole.End; i < min(limit, m.Whole.End+apposedLimit); i++ {
		c := p.class(i)
		if c.Any(patterns.Verb|patterns.AnyVerb|patterns.Relative|patterns.Stop|patterns.Break|patterns.Quoted|patterns.Turn) || p.occasion(i) {
			return
		}
		name := i + 1
		for p.class(name).Has(patterns.Nisba|patterns.Article) && c.Any(patterns.Comma) {
			name++ // الأمين العام، النرويجي ينس شتولتنبرغ
		}
		begins := c.Any(patterns.Comma) && p.nameLike(name) && p.nameLike(name+1) || c.Any(patterns.Honorific) && p.nameLike(i+1)
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
		m.closed = true
		return
	}
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
