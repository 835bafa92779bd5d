package speakers

import "github.com/qawl-nlp/qawl/patterns"

// What the tagger takes along that is no part of the phrase, and names in it
// that are not the speaker's: grammar knows where the weights have seen too little.

// toldTo finds whom the speech is made to in the phrase of its source from unit i
// to end: behind a lone name (حدادين للقاضي), or behind the nationality of an
// institution whose name is complete with it (وزارة الصحة التونسية لفريق التحقيق).
func (p parser) toldTo(i, end int) (at int, ok bool) {
	if i+1 < end && p.class(i)&^(unspecific|names) == 0 && !p.class(i).Any(patterns.Article|patterns.NameLink) && p.class(i+1).Has(patterns.PrepLi|patterns.Article) {
		return i + 1, true
	}
	if !p.class(i).Any(patterns.Organization) || p.class(i).Any(patterns.Article|patterns.Title) {
		return 0, false
	}
	for j := i + 3; j < end; j++ {
		if p.class(j).Any(patterns.PrepLi) && !p.class(j).Any(patterns.Article) && p.class(j-1).Has(patterns.Nisba|patterns.Article) && p.class(j-2).Any(patterns.Article) {
			return j, true
		}
	}
	return 0, false
}

// object finds the object of the verb in what looks like one phrase from unit i to
// end: no noun goes on behind a complete one that does not agree with it.
// الحكومة العراقية الغارات, الرابطة العربية مفوضية اللاجئين, صحفي هولندي وزير الصحة.
func (p parser) object(i, end int) (at int, ok bool) {
	const joined = patterns.Article | patterns.Prep | patterns.PrepLi | patterns.Conj | patterns.Nisba | patterns.Place | names
	head := p.class(i)
	for j := i + 1; j < end; j++ {
		c, before := p.class(j), p.class(j-1)
		switch {
		case head.Any(patterns.Organization|patterns.Title) && c.Has(patterns.Article|patterns.Common) && !c.Any(heads|patterns.Prep|patterns.PrepLi|patterns.Conj) &&
			hasSuffix(p.s.Key(j), "ات") && before.Any(patterns.Article) && hasSuffix(p.s.Key(j-1), "يه"):
			return j, true
		case head.Any(patterns.Article) && c.Any(patterns.Organization) && (c.Any(patterns.Names) || hasSuffix(p.s.Key(j), "ه")) && !c.Any(joined|patterns.Title) && before.Any(patterns.Article):
			return j, true
		case j > i+1 && head.Any(patterns.Title) && !head.Any(patterns.Article) && c.Any(patterns.Title) && !c.Any(joined|patterns.Common|patterns.Honorific) &&
			before.Any(patterns.Nisba) && !before.Any(joined&^patterns.Nisba):
			return j, true
		}
	}
	return 0, false
}

// nameByApposition returns the two or three words from unit i behind a reporting
// verb where a comma and a title follow: whatever they mean, they are a name.
// وقال دليل غصن، عضو المجلس، إن.
func (p parser) nameByApposition(i, end int) patterns.Range {
	const other = heads | patterns.Nisba | patterns.Place | patterns.Quantity | patterns.Function | patterns.Preposition | patterns.Verb |
		patterns.Prep | patterns.PrepLi | patterns.Conj | patterns.Quoting | patterns.WithPronoun | patterns.Noun | patterns.Media
	if !p.class(i - 1).Any(patterns.Verb) {
		return patterns.Range{}
	}
	j := i
	for j < end && p.class(j).Any(patterns.Word) && !p.class(j).Any(other) && !(j == i && p.class(j).Any(patterns.Article)) {
		j++
	}
	if j < i+2 || j > i+3 || !p.class(j).Any(patterns.Comma) || !p.class(j+1).Any(patterns.Title) {
		return patterns.Range{}
	}
	return patterns.Range{Start: i, End: j}
}

// noName reports whether the name in m is one word that describes: a rank
// (ضابط برتبة عقيد), or an adjective in the dual behind a dual (مسؤولان كبيران).
func (p parser) noName(m *Mention) bool {
	i := m.Name.Start
	if m.Name.End != i+1 || i == m.Whole.Start || p.class(i).Any(patterns.Name|patterns.MaybeName|patterns.QuotedName) {
		return false
	}
	if p.class(i).Any(patterns.Honorific) {
		return true
	}
	return p.class(m.Whole.Start).Any(patterns.Title) && hasSuffix(p.s.Key(m.Whole.Start), "ان") && hasSuffix(p.s.Key(i), "ان")
}

// borrowedName reports whether the name in m is not of who speaks but part of
// the description: والدة خالد, أستاذ في جامعة الملك سعود.
func (p parser) borrowedName(m *Mention) bool {
	j := m.Name.Start - 1
	if m.Name.Empty() || j < m.Whole.Start {
		return false
	}
	if p.borrows(j) {
		return true
	}
	for j > m.Whole.Start && p.class(j).Has(patterns.Nisba|patterns.Article) {
		j--
	}
	return j > m.Whole.Start && p.class(j).Any(patterns.Title|patterns.Honorific) && p.class(j).Any(patterns.Article) &&
		p.class(j-1).Any(patterns.Organization) && p.borrows(j-1) // إدارة الرئيس التونسي
}

// borrows reports whether the name behind unit i says whose it is, or what an
// institution is called.
func (p parser) borrows(i int) bool {
	c := p.class(i)
	if p.s.Units[i].Span >= 0 || c.Any(patterns.Article) {
		return false
	}
	institution := c.Has(patterns.Organization|patterns.Names) && !c.Any(patterns.Nisba|patterns.Place|patterns.Title)
	return institution || p.s.Lexicon.In(patterns.Relation, p.s.BareKey(i))
}

// nextName returns the name behind unit end in a phrase that begins at unit i.
func nextName(labels []PhraseLabel, i, end int) (name patterns.Range) {
	for k := end - i; k < len(labels); k++ {
		switch {
		case labels[k] != NamePart && !name.Empty():
			return name
		case labels[k] != NamePart:
		case name.Empty():
			name = patterns.Range{Start: i + k, End: i + k + 1}
		default:
			name.End++
		}
	}
	return name
}

// CutObject takes off mention k the last word behind two names or more, if that is
// none by its looks, where the verb must have an object: ووصف وليد جنبلاط القرار بأنه.
// It reports whether there was one.
func (a *Article) CutObject(k int) bool {
	m := &a.Mentions[k]
	last := m.Name.End - 1
	if m.Name.End-m.Name.Start < 3 || m.Whole.End != m.Name.End || !a.otherWord(last) {
		return false
	}
	m.Name.End, m.Whole.End, m.limit = last, last, 0
	return true
}
