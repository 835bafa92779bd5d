package speakers

import (
	"slices"
	"sort"
	"strings"

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

	words  []string       // folded words of Name
	name   patterns.Range // units of Name
	cue    bool           // Name stands beside a cue
	closed bool           // Name comes from a mention with a sure end
	titles [][]string     // folded words of the titles it bears

	settled int // how many of Mentions settle has put in text order
}

// Article holds the mentions of a text and the entities they make.
type Article struct {
	Scan     *patterns.Scan
	Mentions []Mention // in text order
	Entities []Entity
	Bearers  map[int][]Bearer // who was weighed as the bearer of a bare title, by mention

	phrases *Phrases
	titles  patterns.Weights
	order   []int       // mentions in text order, from Merge on
	at      map[int]int // mention by first unit
	wall    []int       // number of article boundaries before a unit
	byName  postings    // entities by the words of their names
	byTitle postings    // entities by the first words of their titles, without ال
}

// NewArticle finds the mentions of s: every phrase with a title, an honorific
// or a personal name.
func NewArticle(s *patterns.Scan, phrases *Phrases) *Article {
	a := &Article{Scan: s, phrases: phrases, wall: walls(s), byName: postings{}, byTitle: postings{}}
	a.findMentions()
	if a.knowFamilyNames() {
		a.findMentions()
	}
	a.cutObjects()
	return a
}

func (a *Article) findMentions() {
	s, p := a.Scan, a.parser()
	a.Mentions, a.at = nil, map[int]int{}
	for i := 0; i < len(s.Units); i++ {
		c := s.Units[i].Class
		if !c.Any(heads | patterns.Name | patterns.QuotedName) {
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
		a.at[i] = len(a.Mentions)
		a.Mentions = append(a.Mentions, m)
		if !m.Name.Empty() || m.Whole.End > i+1 {
			i = m.Whole.End - 1
		}
	}
}

// knowFamilyNames finds the family names of the article where they stand alone
// behind a verb and are other words by their looks: أوس الشرقي … وأكد الشرقي
// أن. It reports whether there are any.
func (a *Article) knowFamilyNames() bool {
	family := map[string]bool{}
	for _, m := range a.Mentions {
		if m.Name.End-m.Name.Start > 1 {
			family[a.Scan.Key(m.Name.End-1)] = true
		}
	}
	found := false
	for i := 1; i < len(a.Scan.Units); i++ {
		u := &a.Scan.Units[i]
		if u.Span >= 0 || !u.Class.Any(otherThanName) || !family[a.Scan.Key(i)] || !a.Scan.Units[i-1].Class.Any(patterns.Verb|patterns.AnyVerb) ||
			i+1 < len(a.Scan.Units) && !a.Scan.Units[i+1].Class.Any(PhraseEnds|patterns.Comma|patterns.Preposition|patterns.Prep|patterns.PrepLi|patterns.Time) {
			continue
		}
		u.Class = u.Class&^otherThanName | patterns.Name
		found = true
	}
	return found
}

// cutObjects takes the second word off names of two whose first is a family
// name elsewhere in the article: واتهم جنبلاط الأسد beside وليد جنبلاط.
func (a *Article) cutObjects() {
	family, given := map[string]bool{}, map[string]bool{}
	for i := range a.Mentions {
		if n := a.Mentions[i].Name; n.End-n.Start > 1 {
			family[a.Scan.Key(n.End-1)] = true
			if n.Start > a.Mentions[i].Whole.Start || a.Scan.Units[n.Start].Class.Any(patterns.Name) && n.End-n.Start > 2 {
				given[a.Scan.Key(n.Start)] = true
			}
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		first := m.Name.Start
		if m.Name.End-first != 2 || first != m.Whole.Start || m.Whole.End != m.Name.End {
			continue
		}
		if k := a.Scan.Key(first); family[k] && !given[k] && !a.Scan.Units[first+1].Class.Any(patterns.NameLink) {
			m.Name.End--
			m.Whole.End--
		}
	}
}

// otherThanName are readings of a word that is a family name too.
const otherThanName = heads | patterns.Common | patterns.Nisba | patterns.Place | patterns.Noun | patterns.Time | patterns.MaybeName

func (a *Article) parser() parser { return parser{a.Scan, a.phrases} }

// walls counts the boundaries to other articles of the page before each unit.
func walls(s *patterns.Scan) []int {
	w := make([]int, len(s.Units)+1)
	n := 0
	for i := range s.Units {
		w[i] = n
		if s.Units[i].Class.Any(patterns.Break) && s.Boundary(i+1) {
			n++
		}
	}
	w[len(s.Units)] = n
	return w
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
	if k, ok := a.at[i]; ok && a.Mentions[k].Whole.End <= limit {
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
	k := len(a.Mentions)
	a.Mentions = append(a.Mentions, m)
	a.at[i] = k
	return k, true
}

// longest bounds a mention in units, where one is looked for by its end.
const longest = 40

// Ending returns the mention whose phrase ends before unit j, or -1: of
// several the shortest.
func (a *Article) Ending(j int) int {
	for i := j - 1; i >= max(0, j-longest); i-- {
		if k, ok := a.at[i]; ok && a.Mentions[k].Whole.End == j {
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
	a.Mentions = append(a.Mentions, m)
	a.at[i] = len(a.Mentions) - 1
	return len(a.Mentions) - 1, true
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
	m := Mention{Whole: r, Title: r, Kind: kind, Subject: true, Entity: -1}
	a.at[r.Start] = len(a.Mentions)
	a.Mentions = append(a.Mentions, m)
	return len(a.Mentions) - 1
}

// Merge makes entities of the mentions. Named persons come first, then titles
// find their bearers, by the weights of title.yaml.
func (a *Article) Merge(titles patterns.Weights) {
	a.titles, a.Bearers = titles, map[int][]Bearer{}
	order := a.textOrder()
	a.order = order
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

func (a *Article) textOrder() []int {
	order := make([]int, len(a.Mentions))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		return a.Mentions[order[i]].Whole.Start < a.Mentions[order[j]].Whole.Start
	})
	return order
}

// words returns the folded words of units r, without proclitics on the first.
func (a *Article) words(r patterns.Range) []string {
	var out []string
	for i := r.Start; i < r.End; i++ {
		u := a.Scan.Units[i]
		if u.Span >= 0 {
			out = append(out, strings.Fields(arabic.Fold(a.Scan.SpanText(u.Span)))...)
			continue
		}
		if !u.Class.Any(patterns.Word) {
			continue
		}
		k := a.Scan.Key(i)
		if i == r.Start {
			k = a.stripProclitics(i)
		}
		switch {
		case k == "":
		case len(out) > 0 && out[len(out)-1] == "عبد":
			out[len(out)-1] += k // عبد السلام is عبدالسلام
		default:
			out = append(out, k)
		}
	}
	return out
}

// title is words with ال taken off all but a single word, and synonyms unified.
func (a *Article) title(r patterns.Range) []string {
	words := a.words(r)
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
		for _, e := range a.byName.any(nameKeys(words)) {
			ent := &a.Entities[e]
			if m.Joint == (ent.Plural && ent.Kind == Person) && sameName(words, ent.words) {
				best = e
				break
			}
		}
	}
	if best < 0 {
		a.Entities = append(a.Entities, Entity{Name: a.text(m.Name), Kind: m.Kind, Gender: m.Gender, Plural: m.Joint})
		best = len(a.Entities) - 1
	}
	a.join(k, best, words)
}

// namesake returns the entity that a one-word name means: of those that bear
// it, the one mentioned last before it, else the first one behind it.
func (a *Article) namesake(m *Mention, words []string) int {
	var bearers []int
	for _, e := range a.byName.any(nameKeys(words)) {
		if ent := &a.Entities[e]; m.Joint == (ent.Plural && ent.Kind == Person) && sameName(words, ent.words) {
			bearers = append(bearers, e)
		}
	}
	return a.nearest(bearers, m.Whole.Start, false)
}

func (a *Article) join(k, e int, words []string) {
	m, ent := &a.Mentions[k], &a.Entities[e]
	m.Entity = e
	ent.Mentions = append(ent.Mentions, k)
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
		title := a.title(r)
		ent.titles = append(ent.titles, title)
		a.indexTitle(e, title)
		if text := a.text(r); len(text) > len(ent.Role) {
			ent.Role = text
		}
	}
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

// links are the parts of names that alone prove nothing.
var links = map[string]bool{"بن": true, "ابن": true, "ال": true, "ابو": true, "عبد": true, "بنت": true, "ام": true, "دي": true, "فان": true}

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
		if j == len(y) || i == 0 && j > 0 && patronymic[y[j-1]] {
			return false // سلمان is not محمد بن سلمان
		}
		proof = proof || !links[w]
		j++
	}
	return proof
}

// patronymic are the links before the name of a father.
var patronymic = map[string]bool{"بن": true, "ابن": true, "بنت": true}

// sameWord compares folded words; one letter may differ in long ones.
func sameWord(x, y string) bool {
	if x == y || len(bare(x)) >= 5*len("ا") && bare(x) == bare(y) {
		return true // المذبوح and مذبوح
	}
	rx, ry := []rune(x), []rune(y)
	if len(rx) > len(ry) {
		rx, ry = ry, rx
	}
	if len(rx) < 5 || len(ry)-len(rx) > 1 {
		return false
	}
	i := 0
	for i < len(rx) && rx[i] == ry[i] {
		i++
	}
	if len(rx) == len(ry) {
		return string(rx[i+1:]) == string(ry[i+1:])
	}
	return string(rx[i:]) == string(ry[i+1:])
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
		ent.Mentions = append(ent.Mentions, k)
		if text := a.text(m.Title); len(ent.words) == 0 && m.cue && (!ent.cue || len(text) > len(ent.Name)) {
			ent.Name, ent.cue = text, true // what stands beside a cue has a sure end
		}
		return
	}
	a.Entities = append(a.Entities, Entity{
		cue: m.cue, Name: a.text(m.Title), Kind: m.Kind, Gender: m.Gender, Plural: m.Plural,
		titles: [][]string{words}, Mentions: []int{k},
	})
	m.Entity = len(a.Entities) - 1
	a.indexTitle(m.Entity, words)
}

// bearer returns the entity with a title that holds the words of a bare one in
// order: the last before the mention, else the first behind it; -1 for none.
func (a *Article) bearer(m *Mention, words []string) int {
	var bearers []int
	for _, e := range a.byTitle.any([]string{bare(words[0])}) {
		ent := &a.Entities[e]
		if ent.Kind == Person && (m.Kind == Organization || a.speaksOf(e, m.Whole.Start) || a.foreign(m, ent)) {
			continue // الشرطة is not the spokesman of الشرطة
		}
		if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender {
			continue
		}
		if slices.ContainsFunc(ent.titles, func(t []string) bool { return titleFits(words, t) }) {
			bearers = append(bearers, e)
		}
	}
	return a.nearest(bearers, m.Whole.Start, true) // a title of another article has another bearer
}

// familyBearer returns the person whose family name the last word of the title
// phrase is, though it reads as another word: الوزير العمر; or -1.
func (a *Article) familyBearer(m *Mention, words []string) int {
	if m.Joint || len(words) > 2 {
		return -1
	}
	word := words[len(words)-1]
	for _, e := range a.byName.any([]string{word}) {
		if w := a.Entities[e].words; len(w) > 1 && a.Entities[e].Kind == Person && !a.Entities[e].Plural && w[len(w)-1] == word {
			return e
		}
	}
	return -1
}

// titleFits reports whether the bare title short means the bearer of full:
// same head, its other words among those of full in order.
func titleFits(short, full []string) bool {
	if len(short) == 0 || len(full) == 0 || len(short) > len(full) {
		return false
	}
	if indefinite(short) && len(short) < len(full) {
		return false // متحدث باسم الحكومة is not any spokesman named before
	}
	j := 0
	for i, w := range short {
		for j < len(full) && bare(w) != bare(full[j]) {
			if i == 0 && (j >= titleDepth || len(full[0]) == 0) {
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
