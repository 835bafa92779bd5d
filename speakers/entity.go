package speakers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// Entity is one source of the article.
type Entity struct {
	Name     string // the fullest name, as the article spells it; only للأمم is completed to الأمم
	Role     string // the title, a slice of the article
	Kind     Kind
	Gender   byte // 'm', 'f' or 0
	Plural   bool
	Mentions []int // indexes in Article.Mentions

	words    []string       // folded words of Name
	name     patterns.Range // units of Name
	cue      bool           // Name stands beside a cue
	together bool           // two without a name, in one phrase
	closed   bool           // Name comes from a mention with a sure end
	titles   [][]string     // folded words, without ال, of the titles it bears, most of them once
	stems    []string       // of those words if it has a name, most of them once
	marked   uint64         // bits of those words, see wordBits
	speaks   bool           // a mention is the explicit speaker of a cue

	nations []string // stems of the countries and nationalities in its titles
	asked   int      // how many of Mentions were asked for nations

	settled int // how many of Mentions settle has put in text order
}

// Article holds the mentions of a text and the entities they make.
type Article struct {
	Scan     *patterns.Scan
	Mentions []Mention // in text order
	Entities []Entity
	Bearers  map[int][]Bearer // who was weighed as the bearer of a bare title, by mention

	phrases  *Phrases
	titles   *patterns.Table
	at       []int32  // for every unit one more than the mention that begins there, 0 for none
	wall     []int    // number of article boundaries before a unit
	sentence []int    // number of sentence ends before a unit
	clauses  []int    // number of conjunctions that open a reported clause before a unit
	byName   postings // entities by the words of their names
	byTitle  postings // entities by the first words of their titles, without ال
	order    []int    // mentions in text order, from Merge on

	resolver *resolver
	before   []Mention       // those before readAgain
	family   map[string]bool // words of names, scratch
	given    map[string]bool // scratch
	folded   []string        // what words returned
	keys     []uint64        // scratch
	found    []int           // scratch
	persons  []person        // scratch
	bearing  bearing
	shapes   shapes
	labels   [LongestPhrase]PhraseLabel
	met      int   // the last of the numbers in metAt
	metAt    []int // by entity: who was met already
}

// NewArticle finds the mentions of s: every phrase with a title, an honorific
// or a personal name.
func NewArticle(s *patterns.Scan, phrases *Phrases) *Article {
	a := &Article{}
	a.Reset(s, phrases)
	return a
}

// Reset makes a the article of s, as [NewArticle] does, in the memory of the
// one it was.
func (a *Article) Reset(s *patterns.Scan, phrases *Phrases) {
	a.Scan, a.phrases, a.Entities = s, phrases, a.Entities[:0]
	a.findWalls()
	a.folded = a.folded[:0]
	a.shapes.reset(s, a.wall)
	a.byName.reset(len(s.Units))
	a.byTitle.reset(len(s.Units))
	const every = 8 // units there is a mention, or fewer
	a.Mentions, a.at = slices.Grow(a.Mentions[:0], len(s.Units)/every), zeros(a.at, len(s.Units)+1)
	a.findMentions(patterns.Range{End: len(s.Units)})
	if known := a.knowFamilyNames(); len(known) > 0 {
		a.readAgain(known)
	}
	a.findFamilyNames()
	a.nameTitles()
	a.cutObjects()
}

// findMentions adds the mentions in r, which is whole paragraphs.
func (a *Article) findMentions(r patterns.Range) {
	s, p := a.Scan, a.parser()
	for i := r.Start; i < r.End; i++ {
		c := s.Units[i].Class
		if !c.Any(heads|patterns.Name|patterns.QuotedName) && !(c.Any(patterns.Place) && a.subjectPosition(i)) {
			continue
		}
		if c.Any(patterns.QuotedName) && !a.subjectPosition(i) {
			continue
		}
		if c.Any(patterns.Function|patterns.Preposition|patterns.Verb) && !c.Any(patterns.Title|patterns.Honorific) {
			continue
		}
		m, ok := p.parseAnywhere(i)
		if !ok || m.Whole.End == i+1 && len(s.Key(i)) <= len("سي") && m.Kind == Organization && !c.Any(patterns.QuotedName) {
			continue
		}
		if m.Name.End == m.Name.Start+1 && m.Name.Start == i && c.Any(patterns.Time) && !a.subjectPosition(i) {
			continue // صباح الاثنين
		}
		m.Subject = a.subjectPosition(i)
		a.add(m)
		if !m.Name.Empty() || m.Whole.End > i+1 {
			i = m.Whole.End - 1
		}
	}
}

// knowFamilyNames finds the family names of the article where they stand alone
// behind a verb and are other words by their looks: أوس الشرقي … وأكد الشرقي
// أن. It returns the units where they do.
func (a *Article) knowFamilyNames() (known []int) {
	family, names := set(&a.family), a.fullNames()
	for i := 1; i < len(a.Scan.Units); i++ {
		u := &a.Scan.Units[i]
		for m := names.next(i); m != nil; m = names.next(i) {
			family[a.Scan.Key(m.Name.End-1)] = true
		}
		if u.Span >= 0 || !u.Class.Any(otherThanName) || !a.Scan.Units[i-1].Class.Any(patterns.Verb|patterns.AnyVerb) ||
			i+1 < len(a.Scan.Units) && !a.Scan.Units[i+1].Class.Any(PhraseEnds|patterns.Comma|patterns.Preposition|patterns.Prep|patterns.PrepLi|patterns.Time) ||
			!family[a.Scan.Key(i)] {
			continue
		}
		u.Class = u.Class&^otherThanName | patterns.Name
		a.shapes.named(i)
		known = append(known, i)
	}
	return known
}

// readAgain finds the mentions anew in the paragraphs where units are known as
// names now.
func (a *Article) readAgain(known []int) {
	before := a.Mentions
	a.Mentions = slices.Grow(a.before[:0], len(before)+len(known))
	a.before = before
	k := 0
	keep := func(end int) { // those that begin before end
		for ; k < len(before) && before[k].Whole.Start < end; k++ {
			a.add(before[k])
		}
	}
	for read := 0; len(known) > 0; known = known[1:] {
		if known[0] < read {
			continue
		}
		r := a.paragraph(known[0])
		keep(r.Start)
		for ; k < len(before) && before[k].Whole.Start < r.End; k++ {
			a.at[before[k].Whole.Start] = 0
		}
		a.findMentions(r)
		read = r.End
	}
	keep(len(a.Scan.Units))
}

// paragraph returns the paragraph of unit i, without the break that ends it.
func (a *Article) paragraph(i int) patterns.Range {
	breaks := func(i int) bool { return a.Scan.Units[i].Class.Any(patterns.Break) }
	r := patterns.Range{Start: i, End: i}
	for r.Start > 0 && !breaks(r.Start-1) {
		r.Start--
	}
	for r.End < len(a.Scan.Units) && !breaks(r.End) {
		r.End++
	}
	return r
}

// findFamilyNames adds mentions of the persons of the article by a family name
// that no list has: أليكس ستاموس … ولم ينف ستاموس ذلك.
func (a *Article) findFamilyNames() {
	family, names := set(&a.family), a.fullNames()
	behind := 0 // the last of the mentions before
	p := a.parser()
	end := 0
	for i, n := 0, len(a.Mentions); i < len(a.Scan.Units); i++ {
		for m := names.next(i); m != nil; m = names.next(i) {
			if last := m.Name.End - 1; a.unlisted(last) {
				family[a.Scan.Key(last)] = true
			}
		}
		for behind < n && a.Mentions[a.order[behind]].Whole.Start <= i {
			end = max(end, a.Mentions[a.order[behind]].Whole.End)
			behind++
		}
		if i < end || !a.unlisted(i) || !family[a.Scan.Key(i)] {
			continue
		}
		a.Scan.Units[i].Class |= patterns.Name
		a.shapes.named(i)
		m, ok := p.parse(i, len(a.Scan.Units))
		if !ok || m.Name.Start != i {
			continue
		}
		if m.Name.End > i+1 { // ونفى ستاموس ترك
			m = Mention{Whole: patterns.Range{Start: i, End: i + 1}, Name: patterns.Range{Start: i, End: i + 1}, Kind: Person, Entity: -1, closed: true}
		}
		m.Subject = a.subjectPosition(i)
		a.add(m)
		end = m.Whole.End
	}
}

// unlisted reports whether no list has the word at unit i.
func (a *Article) unlisted(i int) bool {
	return a.Scan.Units[i].Span < 0 && a.Scan.Units[i].Class&^(patterns.Word|patterns.MaybeName) == 0
}

// cutObjects takes off names what stands behind a name that is a family name
// elsewhere in the article: واتهم جنبلاط الأسد beside وليد جنبلاط, and what is no
// name by its looks: حملة بوتين الانتخابية beside فلاديمير بوتين, or أدان بنيامين
// نتنياهو الهجوم where نتنياهو stands without it elsewhere.
func (a *Article) cutObjects() {
	s := a.Scan
	family, given := set(&a.family), set(&a.given)
	names := a.fullNames()
	for _, i := range a.order {
		m := &a.Mentions[i]
		for f := names.next(m.Whole.Start); f != nil; f = names.next(m.Whole.Start) {
			n := f.Name
			family[s.Key(n.End-1)] = true
			if (n.Start > f.Whole.Start || s.Units[n.Start].Class.Any(patterns.Name) && n.End-n.Start > 2) && !a.otherWord(n.Start+1) {
				given[s.Key(n.Start)] = true
			}
		}
		for j := m.Name.Start + 1; j < m.Name.End; j++ {
			k := s.Key(j - 1)
			object := j == m.Name.Start+1 && m.Name.End == j+1 && m.Name.Start == m.Whole.Start && m.Whole.End == m.Name.End && !s.Units[j].Class.Any(patterns.NameLink)
			behindFamily := family[k] && !given[k] && (object || a.otherWord(j))
			behindFull := j > m.Name.Start+1 && a.otherWord(j) && a.shapes.recur.of(j)&(1<<otherBehind) != 0
			if !behindFamily && !behindFull {
				continue
			}
			if m.Whole.End == m.Name.End {
				m.Whole.End = j
			}
			m.Name.End = j
		}
	}
}

// otherWord reports whether unit i is no part of a name by its looks.
func (a *Article) otherWord(i int) bool {
	return a.Scan.Units[i].Class.Any(otherThanName) && !a.Scan.Units[i].Class.Any(names)
}

// set returns an empty set in the memory of m.
func set(m *map[string]bool) map[string]bool {
	if *m == nil {
		*m = map[string]bool{}
	}
	clear(*m)
	return *m
}

// otherThanName are readings of a word that is a family name too.
const otherThanName = heads | patterns.Common | patterns.Nisba | patterns.Place | patterns.Noun | patterns.Time | patterns.MaybeName

func (a *Article) parser() parser { return parser{a.Scan, a.phrases, &a.shapes, a.labels[:0]} }

// add adds a mention and returns its index.
func (a *Article) add(m Mention) int {
	a.Mentions = append(a.Mentions, m)
	a.at[m.Whole.Start] = int32(len(a.Mentions))
	return len(a.Mentions) - 1
}

// mentionAt returns the mention that begins at unit i.
func (a *Article) mentionAt(i int) (k int, ok bool) {
	if i >= len(a.at) {
		return 0, false
	}
	return int(a.at[i]) - 1, a.at[i] > 0
}

// newEntity adds an entity, in the memory of one of an earlier article, and
// returns its index.
func (a *Article) newEntity(e Entity) int {
	n := len(a.Entities)
	if n < cap(a.Entities) {
		old := &a.Entities[:n+1][n]
		e.Mentions, e.titles, e.stems, e.nations = old.Mentions[:0], old.titles[:0], old.stems[:0], old.nations[:0]
	}
	a.Entities = append(a.Entities, e)
	return n
}

// findWalls counts the sentence ends and the boundaries to other articles of
// the page before each unit.
func (a *Article) findWalls() {
	units := a.Scan.Units
	a.wall, a.sentence = slices.Grow(a.wall[:0], len(units)+1), slices.Grow(a.sentence[:0], len(units)+1)
	a.clauses = slices.Grow(a.clauses[:0], len(units)+1)
	walls, ends, clauses := 0, 0, 0
	for i := range units {
		a.wall, a.sentence, a.clauses = append(a.wall, walls), append(a.sentence, ends), append(a.clauses, clauses)
		if units[i].Class.Any(patterns.An) {
			clauses++
		}
		if units[i].Class.Any(patterns.Break|patterns.Stop) || a.endsInMarks(i) {
			ends++
			if units[i].Class.Any(patterns.Break) && a.Scan.Boundary(i+1) {
				walls++
			}
		}
	}
	a.wall, a.sentence, a.clauses = append(a.wall, walls), append(a.sentence, ends), append(a.clauses, clauses)
}

// endsInMarks reports whether the marked unit i ends a sentence by a full stop
// before the closing mark: وقال «نعم.» وأضاف.
func (a *Article) endsInMarks(i int) bool {
	s := a.Scan
	if k := s.Units[i].Span; k < 0 || s.Spans[k].First >= s.Spans[k].Last || !strings.ContainsRune(".!؟?", s.Text.Tokens[s.Spans[k].Last-1].Rune) {
		return false
	}
	return i+1 < len(s.Units) && s.Units[i+1].Class.Any(patterns.Conj) && s.Units[i+1].Class.Any(patterns.Verb|patterns.AnyVerb)
}

// parseAnywhere is parse for a phrase that may stand behind a preposition.
func (p parser) parseAnywhere(i int) (Mention, bool) {
	c := p.class(i)
	if c.Any(patterns.Prep | patterns.PrepLi) {
		// the clitic does not belong to the phrase; the words behind it do
		p.s.Units[i].Class = c &^ (patterns.Prep | patterns.PrepLi)
		m, ok := p.parse(i, len(p.s.Units))
		p.s.Units[i].Class = c
		return m, ok
	}
	return p.parse(i, len(p.s.Units))
}

// subjectPosition reports whether a phrase at unit i stands where subjects do:
// behind a finite verb, or first in its sentence.
func (a *Article) subjectPosition(i int) bool {
	s := a.Scan
	if s.Units[i].Class.Any(patterns.Prep | patterns.PrepLi) {
		return false
	}
	j := i - 1
	if j > 0 && s.Units[j].Class.Any(patterns.Comma) && s.Units[j-1].Class.Any(patterns.Turn) {
		j--
	}
	for j >= 0 && s.Units[j].Class.Any(patterns.Qad|patterns.Auxiliary|patterns.Time|patterns.Turn) {
		j--
	}
	if j < 0 {
		return true
	}
	c := s.Units[j].Class
	if c.Any(patterns.Break | patterns.Stop | patterns.Verb | patterns.AnyVerb | patterns.Auxiliary) {
		return true
	}
	if c.Any(patterns.Preposition | patterns.Prep | patterns.PrepLi) {
		return false
	}
	// an unknown word that begins a sentence is a verb more often than not
	return c.Any(patterns.Word) && !c.Any(patterns.Function|heads|names|patterns.Common|patterns.Nisba|patterns.Place) &&
		(j == 0 || s.Units[j-1].Class.Any(patterns.Break|patterns.Stop))
}

// SubjectAt returns the mention whose phrase begins at unit i and ends before
// limit, found before or parsed now.
func (a *Article) SubjectAt(i, limit int) (int, bool) {
	if k, ok := a.mentionAt(i); ok && a.Mentions[k].Whole.End <= limit {
		a.Mentions[k].Subject = true
		a.Mentions[k].cue = true
		a.Mentions[k].closed = a.Mentions[k].closed || a.Mentions[k].Whole.End == limit
		return k, true
	}
	m, ok := a.parser().parse(i, limit)
	if !ok {
		return 0, false
	}
	m.Subject, m.cue = true, true
	m.closed = m.closed || m.Whole.End == limit
	return a.add(m), true
}

// Named returns the mention that is all of the units from i to end and has a name,
// found before or parsed now, or -1.
func (a *Article) Named(i, end int) int {
	m, ok := Mention{}, false
	if k, known := a.mentionAt(i); known {
		m, ok = a.Mentions[k], a.Mentions[k].Whole.End <= end
	}
	if !ok {
		m, ok = a.parser().parse(i, end)
	}
	if !ok || m.Name.Empty() || m.Whole.End != end {
		return -1
	}
	k, _ := a.SubjectAt(i, end)
	return k
}

// longest bounds a mention in units, where one is looked for by its end.
const longest = 40

// Ending returns the mention whose phrase ends before unit j, or -1: of
// several the shortest.
func (a *Article) Ending(j int) int {
	for i := j - 1; i >= max(0, j-longest); i-- {
		if k, ok := a.mentionAt(i); ok && a.Mentions[k].Whole.End == j {
			return k
		}
	}
	return -1
}

// ObjectAt is SubjectAt for a phrase behind ل or ب at unit i.
func (a *Article) ObjectAt(i, limit int) (int, bool) {
	units := a.Scan.Units
	c := units[i].Class
	units[i].Class = c &^ (patterns.Prep | patterns.PrepLi)
	m, ok := a.parser().parse(i, limit)
	units[i].Class = c
	if !ok {
		return 0, false
	}
	m.closed = true
	return a.add(m), true
}

// Object reports whether mention k, behind a verb of the given gender and
// number, must be its object: an oblique plural, a verbal noun, or a title
// that does not agree with the verb.
func (a *Article) Object(k int, gender byte) bool {
	m := a.Mentions[k]
	p := a.parser()
	i := m.Whole.Start
	if p.oblique(i) || p.class(i).Any(patterns.Noun) && !p.class(i).Any(heads|names) {
		return true
	}
	if gender == 0 || m.Gender == 0 || m.Plural || m.Joint || !p.class(i).Any(patterns.Title|patterns.Organization) {
		return false
	}
	return m.Gender != gender
}

// AddPhrase adds a mention for units r as they stand.
func (a *Article) AddPhrase(r patterns.Range, kind Kind) int {
	return a.add(Mention{Whole: r, Title: r, Kind: kind, Subject: true, Entity: -1})
}

// Merge makes entities of the mentions. Named persons come first, then titles
// find their bearers, by the weights of title.yaml.
func (a *Article) Merge(titles *patterns.Table) {
	a.titles = titles
	if a.Scan.Reasons {
		a.Bearers = map[int][]Bearer{}
	}
	a.reread()
	a.Entities = slices.Grow(a.Entities, len(a.Mentions)/2)
	order := a.textOrder()
	for _, k := range order { // full names before short ones
		if m := &a.Mentions[k]; !m.Name.Empty() && m.Name.End-m.Name.Start > 1 {
			a.mergeNamed(k)
		}
	}
	a.settle()
	for _, k := range order {
		if m := &a.Mentions[k]; !m.Name.Empty() && m.Entity < 0 {
			a.mergeNamed(k)
		}
	}
	a.settle()
	for _, k := range order {
		if m := &a.Mentions[k]; m.Entity < 0 {
			a.mergeTitled(k)
		}
	}
	a.settle()
}

// textOrder returns the mentions in the order of where they begin, until the
// next call.
func (a *Article) textOrder() []int {
	a.order = a.order[:0]
	for i := range a.Mentions {
		a.order = append(a.order, i)
	}
	a.sortByPlace(a.order)
	return a.order
}

// words returns the folded words of units r, without proclitics on the first.
func (a *Article) words(r patterns.Range) []string {
	first := len(a.folded)
	for i := r.Start; i < r.End; i++ {
		u := &a.Scan.Units[i]
		if u.Span >= 0 {
			a.folded = append(a.folded, strings.Fields(arabic.Fold(a.Scan.SpanText(u.Span)))...)
			continue
		}
		if !u.Class.Any(patterns.Word) {
			continue
		}
		k := a.Scan.Key(i)
		if i == r.Start {
			k = a.stripProclitics(i)
		}
		switch last := len(a.folded) - 1; {
		case k == "":
		case last >= first && a.folded[last] == "عبد":
			a.folded[last] += k // عبد السلام is عبدالسلام
		default:
			a.folded = append(a.folded, k)
		}
	}
	return slices.Clip(a.folded[first:])
}

// title is words without proclitics, and with synonyms unified.
func (a *Article) title(r patterns.Range) []string {
	words := a.words(r)
	if len(words) == r.End-r.Start { // a word a unit
		for i := r.Start + 1; i < r.End; i++ {
			if a.Scan.Units[i].Class.Any(patterns.Conj | patterns.Prep | patterns.PrepLi) {
				words[i-r.Start] = a.stripProclitics(i)
			}
		}
	}
	for i, w := range words {
		b := bare(w)
		if c := a.Scan.Lexicon.Canonical(b); c != b {
			words[i] = w[:len(w)-len(b)] + c
		}
	}
	return words
}

func (a *Article) stripProclitics(i int) string {
	c, k := a.Scan.Units[i].Class, a.Scan.Key(i)
	if c.Any(patterns.Conj) {
		k = k[2:]
	}
	if c.Any(patterns.Prep) {
		k = k[2:]
	}
	if c.Any(patterns.PrepLi) {
		if strings.HasPrefix(k, "لل") {
			return "ا" + k
		}
		k = k[2:]
	}
	return k
}

// text returns the words of units r as a name: a slice of the article, without
// proclitics on the first word and without the marks of a name in marks.
func (a *Article) text(r patterns.Range) string {
	if r.Empty() {
		return ""
	}
	s := a.Scan
	if r.End == r.Start+1 && s.Units[r.Start].Span >= 0 {
		return s.SpanText(s.Units[r.Start].Span)
	}
	start := int(s.Text.Tokens[s.Units[r.Start].First].Start)
	end := int(s.Text.Tokens[s.Units[r.End-1].Last-1].End)
	text := s.Text.Source[start:end]
	c := s.Units[r.Start].Class
	n := 0
	if c.Any(patterns.Conj) {
		n++
	}
	if k := s.Key(r.Start); c.Any(patterns.PrepLi) && strings.HasPrefix(k[min(2*n, len(k)):], "لل") {
		// للأمم is written without the ا of الأمم
		return "ا" + afterLetters(text, n+1)
	}
	if c.Any(patterns.Prep) || c.Any(patterns.PrepLi) && !strings.HasPrefix(s.Key(r.Start)[min(2*n, len(s.Key(r.Start))):], "لل") {
		n++
	}
	return afterLetters(text, n)
}

// afterLetters returns text without its first n letters.
func afterLetters(text string, n int) string {
	for i, r := range text {
		if arabic.IsIgnorable(r) {
			continue
		}
		if n == 0 {
			return text[i:]
		}
		n--
	}
	return text
}

func (a *Article) mergeNamed(k int) {
	m := &a.Mentions[k]
	words := a.words(m.Name)
	best := -1
	if len(words) == 1 {
		best = a.namesake(m, words)
	} else {
		for _, e := range a.named(words) {
			ent := &a.Entities[e]
			if m.Joint == (ent.Plural && ent.Kind == Person) && sameName(words, ent.words) {
				best = e
				break
			}
		}
	}
	if best < 0 {
		best = a.newEntity(Entity{Name: a.text(m.Name), Kind: m.Kind, Gender: m.Gender, Plural: m.Joint})
	}
	a.join(k, best, words)
}

// namesake returns the entity that a one-word name means: of those that bear
// it, the one mentioned last before it, else the first one behind it.
func (a *Article) namesake(m *Mention, words []string) int {
	var bearers []int
	for _, e := range a.named(words) {
		if ent := &a.Entities[e]; m.Joint == (ent.Plural && ent.Kind == Person) && sameName(words, ent.words) {
			bearers = append(bearers, e)
		}
	}
	return a.nearest(bearers, m.Whole.Start, false)
}

// named returns the entities that words may be the name of, in the order they
// were made, until the next call.
func (a *Article) named(words []string) []int {
	a.keys = appendNameKeys(a.keys[:0], words)
	a.found = a.byName.find(a.found[:0], a.keys...)
	return a.found
}

// titled returns the entities of which a title begins with about the given
// word, in the order they were made, until the next call.
func (a *Article) titled(word string) []int {
	a.found = a.byTitle.find(a.found[:0], titleKey(word))
	return a.found
}

func (a *Article) join(k, e int, words []string) {
	m, ent := &a.Mentions[k], &a.Entities[e]
	m.Entity = e
	ent.take(m, k)
	if len(words) > 0 {
		a.rename(ent, m, words)
		a.indexName(e)
	}
	if m.Gender != 0 && ent.Gender == 0 {
		ent.Gender = m.Gender
	}
	if m.Kind == Person {
		ent.Kind = Person
	}
	for _, r := range []patterns.Range{m.Title, m.After} {
		if r.Empty() || m.Name.Empty() {
			continue
		}
		for at := r.Start; at < r.End; at = a.nextTitle(at, r.End) {
			title := a.title(patterns.Range{Start: at, End: r.End})
			a.indexTitle(e, title)
			ent.bear(title)
		}
		if text := a.text(r); longer(text, ent.Role) {
			ent.Role = text
		}
	}
}

// longer reports whether x has more letters than y, however they are spelled.
func longer(x, y string) bool { return arabic.FoldedLen(x) > arabic.FoldedLen(y) }

// nextTitle returns where behind unit at the next of several titles begins that
// one phrase lists, or end: الناطق الإعلامي للمرور ومدير إدارة السلامة.
func (a *Article) nextTitle(at, end int) int {
	units := a.Scan.Units
	for at++; at < end; at++ {
		c := units[at].Class
		if c.Any(patterns.Title) && !c.Any(patterns.Prep|patterns.PrepLi) && (c.Any(patterns.Conj) || units[at-1].Class.Any(patterns.Comma|patterns.Dash)) {
			return at
		}
	}
	return end
}

// rename lets the entity take its name from m where that is fuller. A mention
// with a sure end shows where one without must be cut: رئيس الوزراء نتنياهو
// الهجوم beside نتنياهو.
func (a *Article) rename(ent *Entity, m *Mention, words []string) {
	name := m.Name
	switch {
	case len(ent.words) == 0:
	case len(words) == len(ent.words) && len(ent.words[0]) == len(words[0])+2 && strings.HasSuffix(ent.words[0], words[0]):
		// the name was first met behind a proclitic that looked like its first letter
	case m.closed == ent.closed:
		if len(words) <= len(ent.words) {
			return
		}
	case ent.closed:
		n := lastIndex(words, ent.words[len(ent.words)-1]) + 1
		if n <= len(ent.words) || len(words) != name.End-name.Start {
			return
		}
		words, name.End = words[:n], name.Start+n
	default:
		n := lastIndex(ent.words, words[len(words)-1]) + 1
		if n > len(words) && len(ent.words) == ent.name.End-ent.name.Start {
			words, name = ent.words[:n], patterns.Range{Start: ent.name.Start, End: ent.name.Start + n}
		}
	}
	ent.closed = ent.closed || m.closed
	ent.words, ent.name, ent.Name = words, name, a.text(name)
}

func lastIndex(words []string, w string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if sameWord(words[i], w) {
			return i
		}
	}
	return -1
}

// isLink reports whether a folded word is a part of names that alone proves nothing.
func isLink(word string) bool {
	switch word {
	case "بن", "ابن", "ال", "ابو", "عبد", "بنت", "ام", "دي", "فان":
		return true
	}
	return false
}

// sameName reports whether the words of one name fit into the other's in
// order, spelling mistakes in long words forgiven.
func sameName(x, y []string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	proof := false
	j := 0
	for i, w := range x {
		for j < len(y) && !sameWord(w, y[j]) {
			j++
		}
		if j == len(y) || i == 0 && j > 0 && isPatronymic(y[j-1]) {
			return false // سلمان is not محمد بن سلمان
		}
		proof = proof || !isLink(w)
		j++
	}
	return proof
}

// isPatronymic reports whether a folded word is the link before a father's name.
func isPatronymic(word string) bool { return word == "بن" || word == "ابن" || word == "بنت" }

// sameWord compares folded words; one letter may differ in long ones.
func sameWord(x, y string) bool {
	if x == y || len(bare(x)) >= 5*len("ا") && bare(x) == bare(y) {
		return true // المذبوح and مذبوح
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > utf8.UTFMax {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	for i > 0 && i < len(x) && !utf8.RuneStart(x[i]) {
		i--
	}
	x, y, i = x[i:], y[i:], utf8.RuneCountInString(x[:i])
	if i+utf8.RuneCountInString(x) >= 5 && swapped(x, y) {
		return true // زاخروفا and زخاروفا
	}
	nx, ny := utf8.RuneCountInString(x), utf8.RuneCountInString(y)
	if nx > ny {
		x, y, nx, ny = y, x, ny, nx
	}
	if i+nx < 5 || ny-nx > 1 {
		return false
	}
	_, size := utf8.DecodeRuneInString(y)
	y = y[size:]
	if nx == ny {
		_, size = utf8.DecodeRuneInString(x)
		x = x[size:]
	}
	return x == y
}

// swapped reports whether the first two letters of x and y are the same the
// other way round, and all others the same.
func swapped(x, y string) bool {
	_, n := utf8.DecodeRuneInString(x)
	_, m := utf8.DecodeRuneInString(y)
	return len(x) == len(y) && len(x) >= n+m && x[:n] == y[m:m+n] && y[:m] == x[n:n+m] && x[n+m:] == y[n+m:]
}

// mergeTitled finds the bearer of a bare title, or the entity that the same
// description made before.
func (a *Article) mergeTitled(k int) {
	m := &a.Mentions[k]
	words := a.title(m.Title)
	if len(words) == 0 {
		return
	}
	e := a.familyBearer(m, words)
	if e < 0 {
		e = a.bearer(m, words)
	}
	if e < 0 && a.titleOfPerson(m) {
		e = a.chooseBearer(k, words)
	}
	if e >= 0 {
		m.Entity = e
		ent := &a.Entities[e]
		ent.take(m, k)
		if text := a.text(m.Title); len(ent.words) == 0 && m.cue && (!ent.cue || longer(text, ent.Name)) {
			ent.Name, ent.cue = text, true // what stands beside a cue has a sure end
		}
		return
	}
	m.Entity = a.newEntity(Entity{cue: m.cue, Name: a.text(m.Title), Kind: m.Kind, Gender: m.Gender, Plural: m.Plural, together: a.together(m)})
	a.indexTitle(m.Entity, words)
	ent := &a.Entities[m.Entity]
	ent.bear(words)
	ent.take(m, k)
}

// bearer returns the entity with a title that holds the words of a bare one in
// order: the last before the mention, else the first behind it; -1 for none.
func (a *Article) bearer(m *Mention, words []string) int {
	var bearers []int
	asked := wordBits(words)
	one := len(words) == 1 && !indefinite(words) // it stands in a title of all that are found by it
	a.bearing.nations = a.nations(a.bearing.nations[:0], m.Title, patterns.Nisba)
	for _, e := range a.titled(words[0]) {
		ent := &a.Entities[e]
		if ent.marked&asked != asked {
			continue
		}
		if ent.Kind == Person && m.Kind == Organization {
			continue // الشرطة is not the spokesman of الشرطة
		}
		if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender || !one && !slices.ContainsFunc(ent.titles, func(t []string) bool { return titleFits(words, t) }) {
			continue
		}
		if !m.Plural && !m.Joint && ent.together {
			continue // الصحيفة is not صحيفة الغد وصحيفة الفجر
		}
		if ent.Kind == Person {
			if before, _ := a.near(e, m.Whole.Start); a.speaksAt(before, m.Whole.Start) || a.foreign(a.bearing.nations, ent) {
				continue
			}
		}
		bearers = append(bearers, e)
	}
	return a.nearest(bearers, m.Whole.Start, true) // a title of another article has another bearer
}

// together reports whether m, which has no name, are two who spoke together: one
// phrase holds و and another institution.
func (a *Article) together(m *Mention) bool {
	for i := m.Title.Start + 1; i < m.Title.End; i++ {
		if c := a.Scan.Units[i].Class; c.Any(patterns.Conj) && c.Any(patterns.Organization|patterns.Anonymous) && !c.Any(patterns.Prep|patterns.PrepLi) {
			return m.Joint || c.Any(patterns.Names)
		}
	}
	return m.Joint
}

// familyBearer returns the person whose family name the last word of the title
// phrase is, though it reads as another word: الوزير العمر; or -1.
func (a *Article) familyBearer(m *Mention, words []string) int {
	if m.Joint || len(words) > 2 || len(words) == 2 && a.Scan.Lexicon.In(patterns.Relation, a.Scan.BareKey(m.Title.Start)) {
		return -1 // إدارة العمر is not العمر
	}
	word := words[len(words)-1]
	for _, e := range a.byName.find(a.found[:0], key(word)) {
		if w := a.Entities[e].words; len(w) > 1 && a.Entities[e].Kind == Person && !a.Entities[e].Plural && w[len(w)-1] == word {
			return e
		}
	}
	return -1
}

// titleFits reports whether the bare title short means the bearer of full, a
// title without ال: same head, its other words among those of full in order.
func titleFits(short, full []string) bool {
	if len(short) == 0 || len(full) == 0 || len(short) > len(full) {
		return false
	}
	if indefinite(short) && len(short) < len(full) {
		return false // متحدث باسم الحكومة is not any spokesman named before
	}
	j := 0
	for i, w := range short {
		w = bare(w)
		for j < len(full) && w != full[j] {
			if i == 0 && j >= titleDepth {
				return false
			}
			j++
		}
		if j == len(full) {
			return false
		}
		j++
	}
	return true
}

// indefinite reports whether the words are those of an indefinite phrase:
// neither the head nor the noun behind it has ال.
func indefinite(words []string) bool {
	return !strings.HasPrefix(words[0], "ال") && (len(words) == 1 || !strings.HasPrefix(words[1], "ال"))
}

// take adds mention k to those of e.
func (e *Entity) take(m *Mention, k int) {
	e.Mentions = append(e.Mentions, k)
	e.speaks = e.speaks || m.cue
}

// bear adds a title to those that e bears, and takes ال off its words.
func (e *Entity) bear(words []string) {
	if len(e.titles) >= titleLimit {
		return
	}
	e.marked |= wordBits(words)
	for i, w := range words {
		if len(e.words) > 0 { // nobody without a name is weighed as a bearer
			if s := stem(w); !slices.Contains(lately(e.stems), s) {
				e.stems = append(e.stems, s)
			}
		}
		words[i] = bare(w)
	}
	if !slices.ContainsFunc(lately(e.titles), func(t []string) bool { return slices.Equal(t, words) }) {
		e.titles = append(e.titles, words)
	}
}

// titleLimit bounds how many titles of one person are kept, so that a text that
// calls somebody a hundred thousand things takes linear time.
const titleLimit = 500

// lately returns the last of list, among which is looked whether a title or a
// stem is there already.
func lately[T any](list []T) []T { return list[max(0, len(list)-recall):] }

// wordBits returns a set of bits, one for each word without ال. Words whose bits an
// entity lacks stand in none of its titles.
func wordBits(words []string) (set uint64) {
	for _, w := range words {
		set |= 1 << (titleKey(w) >> 58)
	}
	return set
}
