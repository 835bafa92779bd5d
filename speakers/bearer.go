package speakers

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
)

// Who bears a title that stands without a name? رئيس الوزراء القطري may be a man
// whom the article names before or behind it, or somebody it never names. Each
// person of the article is weighed as the bearer against nobody's being it
// (patterns/weights/title.yaml).

// bearerLimit bounds how many persons are weighed for a title: those mentioned
// nearest to it.
const bearerLimit = 16

// Bearer is a person who may bear a title; Entity is -1 for nobody.
type Bearer struct {
	Entity   int
	Weighing patterns.Weighing
}

// titleOfPerson reports whether mention m is the title of one person, without a name.
func (a *Article) titleOfPerson(m *Mention) bool {
	c := a.Scan.Units[m.Whole.Start].Class
	return m.Name.Empty() && !m.Plural && !m.Joint && c.Any(patterns.Title|patterns.Honorific) && !c.Any(patterns.Organization|patterns.Document)
}

// chooseBearer returns the person whom the bare title k means, or -1.
func (a *Article) chooseBearer(k int, words []string) int {
	bearers := a.bearers(k, words)
	if a.Scan.Reasons {
		a.Bearers[k] = bearers
	}
	best := -1
	for i := range bearers {
		if best < 0 || bearers[i].Weighing.P > bearers[best].Weighing.P {
			best = i
		}
	}
	a.Mentions[k].Bearer = bearers[best].Weighing
	return bearers[best].Entity
}

// bearers weighs the persons of the article as bearers of the bare title k.
func (a *Article) bearers(k int, words []string) []Bearer {
	m := &a.Mentions[k]
	b := &a.bearing
	b.Article, b.mention, b.words, b.last = a, m, words, a.lastPerson(m.Whole.Start)
	b.stems, b.head, b.links, b.linked = b.stems[:0], wordBits(words[:1]), b.links[:0], 0
	for i, w := range words {
		b.stems = append(b.stems, stem(w))
		if i > 0 {
			link := b.isTitleLink(w)
			b.links = append(b.links, link)
			if link {
				b.linked++
			}
		}
	}
	b.titleTraits()
	b.nations, b.candidates = a.nations(b.nations[:0], m.Title, patterns.Nisba), b.candidates[:0]
	out, evidence := b.list[:0], b.evidence[:0]
	if a.Scan.Reasons { // somebody keeps them
		out = nil
	}
	for _, e := range a.nearPersons(m.Whole.Start) {
		ent := &a.Entities[e]
		if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender {
			continue
		}
		before, after := a.near(e, m.Whole.Start)
		if a.speaksAt(before, m.Whole.Start) {
			continue
		}
		out = append(out, Bearer{Entity: e})
		evidence = append(evidence, a.titles.Evidence(a.Scan.Reasons))
		b.features(e, before, after, &evidence[len(evidence)-1])
	}
	b.markNearest(evidence)
	nobody := a.titles.Evidence(a.Scan.Reasons)
	nobody.Add("nobody")
	for _, t := range b.traits {
		nobody.Add("nobody+", t)
	}
	if len(out) == 1 {
		evidence[0].Add("sole")
		nobody.Add("nobody+sole")
	}
	out, evidence = append(out, Bearer{Entity: -1}), append(evidence, nobody)
	sums := b.sums[:0]
	for i := range out {
		sums = append(sums, evidence[i].Sum)
	}
	patterns.Normalize(sums)
	for i := range out {
		out[i].Weighing = patterns.Weighing{Features: evidence[i].Names, P: sums[i]}
	}
	b.list, b.evidence, b.sums = out, evidence, sums
	return out
}

// bearing is a bare title whose bearer is looked for.
type bearing struct {
	*Article
	mention *Mention
	words   []string // folded, of the title
	stems   []string // of these
	links   []bool   // whether those behind the first only join parts
	linked  int      // how many do
	head    uint64   // bit of the first
	traits  []string // what the title is like
	nations []string // stems of countries and nationalities in it
	last    int      // the person mentioned last before it, or -1

	list       []Bearer    // memory for the next
	candidates []candidate // those in list
	evidence   []patterns.Evidence
	sums       []float64
}

// candidate is a possible bearer: how well his titles match, and where he is
// mentioned last before the title, -1 for nowhere.
type candidate struct {
	match  string
	before int
}

// markNearest adds a feature to whoever, of those whose titles match equally
// well, is mentioned last before the title.
func (b *bearing) markNearest(evidence []patterns.Evidence) {
	for i, c := range b.candidates {
		if slices.ContainsFunc(b.candidates[:i], func(o candidate) bool { return o.match == c.match }) {
			continue
		}
		last := i
		for k := i + 1; k < len(b.candidates); k++ {
			if o := b.candidates[k]; o.match == c.match && o.before > b.candidates[last].before {
				last = k
			}
		}
		if b.candidates[last].before >= 0 {
			evidence[last].Add("nearest")
			evidence[last].Add(c.match, "+nearest")
		}
	}
}

// nearPersons returns the named persons mentioned nearest to unit at.
func (a *Article) nearPersons(at int) []int {
	a.persons, a.met = a.persons[:0], a.met+1
	for len(a.metAt) < len(a.Entities) {
		a.metAt = append(a.metAt, 0)
	}
	add := func(k int) {
		e := a.Mentions[k].Entity
		if e < 0 || a.metAt[e] == a.met || a.Entities[e].Kind != Person || a.Entities[e].Plural || a.wall[a.Mentions[k].Whole.Start] != a.wall[at] {
			return
		}
		a.metAt[e] = a.met
		d := a.Mentions[k].Whole.Start - at
		a.persons = append(a.persons, person{e, max(d, -d)})
	}
	i := sort.Search(len(a.order), func(i int) bool { return a.Mentions[a.order[i]].Whole.Start >= at })
	for n, j := 0, i-1; j >= 0 && n < 4*bearerLimit; n, j = n+1, j-1 {
		add(a.order[j])
	}
	for n, j := 0, i; j < len(a.order) && n < 4*bearerLimit; n, j = n+1, j+1 {
		add(a.order[j])
	}
	slices.SortStableFunc(a.persons, func(x, y person) int { return cmp.Compare(x.distance, y.distance) })
	a.found = a.found[:0]
	for _, p := range a.persons[:min(len(a.persons), bearerLimit)] {
		a.found = append(a.found, p.entity)
	}
	return a.found
}

// person is somebody and how far from a title, in units.
type person struct{ entity, distance int }

// titleTraits notes what a bare title is like.
func (b *bearing) titleTraits() {
	out, m, words := b.traits[:0], b.mention, b.words
	class := b.Scan.Units[m.Whole.Start].Class
	switch {
	case indefinite(words):
		out = append(out, "indefinite")
	case class.Any(patterns.Article):
		out = append(out, "definite")
	default:
		out = append(out, "idafa")
	}
	switch n := len(words); {
	case n == 1:
		out = append(out, "words=1")
	case n == 2:
		out = append(out, "words=2")
	case n <= 4:
		out = append(out, "words=3-4")
	default:
		out = append(out, "words>4")
	}
	if class.Any(patterns.Anonymous) {
		out = append(out, "anonymous")
	}
	if class.Any(patterns.Honorific) {
		out = append(out, "honorific")
	}
	if m.cue {
		out = append(out, "cue")
	}
	b.traits = out
}

// features gathers what speaks for bearing the title by entity e, which is
// mentioned at the units before and after it.
func (b *bearing) features(e, before, after int, to *patterns.Evidence) {
	a, m, words := b.Article, b.mention, b.words
	ent := &a.Entities[e]
	head, shared, fits, titled, kind := false, 0, false, len(ent.stems) > 0, false
	for _, t := range ent.titles {
		if len(t) == 0 {
			continue
		}
		head = head || t[0] == bare(words[0]) || stem(t[0]) == b.stems[0]
		fits = fits || ent.marked&b.head != 0 && titleFits(words, t)
		kind = kind || a.Scan.Lexicon.IsA(t[0], bare(words[0]))
	}
	for i, s := range b.stems[1:] {
		if !b.links[i] && slices.Contains(ent.stems, s) {
			shared++
		}
	}
	match := "no-title"
	switch {
	case fits:
		match = "fits"
	case head && len(words) > 1 && shared == len(words)-1-b.linked:
		match = "all-words"
	case head && shared > 0:
		match = "head-and-words"
	case head && len(words) == 1:
		match = "head-alone"
	case head:
		match = "head"
	case slices.Contains(ent.stems, b.stems[0]):
		match = "head-inside"
	case shared > 0:
		match = "words"
	case kind:
		match = "kind"
	case titled:
		match = "other-title"
	}
	b.candidates = append(b.candidates, candidate{match, before})
	to.Add(match)
	for _, t := range b.traits {
		to.Add(match, "+", t)
	}
	if len(b.nations) > 0 {
		switch {
		case len(a.nationsOf(ent)) == 0:
			to.Add("nation-unknown")
		case a.foreign(b.nations, ent):
			to.Add("nation-clashes")
			to.Add(match, "+nation-clashes")
		default:
			to.Add("nation-agrees")
			to.Add(match, "+nation-agrees")
		}
	}
	if n := len(ent.words); n > 1 && slices.Contains(words, ent.words[n-1]) {
		to.Add("name-in-title")
	}
	place := "later"
	d := 0
	switch {
	case before >= 0:
		place, d = "before", a.sentencesBetween(before, m.Whole.Start)
	case after >= 0:
		d = a.sentencesBetween(m.Whole.Start, after)
	}
	far := [...]string{"=0", "=1", "=2", "=3", "=4+"}[min(d, 4)]
	to.Add(place)
	to.Add(place, far)
	to.Add(match, "+", place, far)
	to.Add(b.traits[0], "+", place, far)
	if before >= 0 && b.last == e {
		to.Add("last-person")
		to.Add(match, "+last-person")
	}
	if after >= 0 && a.sentencesBetween(m.Whole.Start, after) <= 2 {
		to.Add("soon-named")
		to.Add(match, "+soon-named")
	}
	if ent.speaks {
		to.Add("speaks")
		to.Add(match, "+speaks")
		to.Add(place, "+speaks")
	}
	if len(ent.Mentions) > 2 {
		to.Add("mentioned-often")
	}
	if m.Gender != 0 && m.Gender == ent.Gender {
		to.Add("gender-agrees")
	}
}

// isTitleLink reports whether a word of a title only joins its parts: باسم، لشؤون.
func (b *bearing) isTitleLink(word string) bool {
	c, _ := b.Scan.Lexicon.Lookup([]byte(word))
	return c.Any(patterns.TitleLink | patterns.Preposition)
}

// foreign reports whether a title that names the given nationalities is of
// another country than all titles of ent.
func (a *Article) foreign(nations []string, ent *Entity) bool {
	if len(nations) == 0 {
		return false
	}
	own := a.nationsOf(ent)
	return len(own) > 0 && !slices.ContainsFunc(nations, func(n string) bool { return slices.Contains(own, n) })
}

// nations appends the stems of the words of the given classes in r.
func (a *Article) nations(out []string, r patterns.Range, of patterns.Class) []string {
	for i := r.Start; i < r.End; i++ {
		if a.Scan.Units[i].Span < 0 && a.Scan.Units[i].Class.Any(of) {
			out = append(out, stem(a.Scan.BareKey(i)))
		}
	}
	return out
}

// nationsOf returns the stems of countries and nationalities in the titles of an entity.
func (a *Article) nationsOf(ent *Entity) []string {
	const of = patterns.Nisba | patterns.Place
	for ; ent.asked < min(len(ent.Mentions), bearerLimit); ent.asked++ {
		m := &a.Mentions[ent.Mentions[ent.asked]]
		if i := m.Whole.Start - 1; a.nationality(i) {
			ent.nations = a.nations(ent.nations, patterns.Range{Start: i, End: i + 1}, of)
		}
		ent.nations = a.nations(a.nations(ent.nations, m.Title, of), m.After, of)
	}
	return ent.nations
}

// nationality reports whether unit i is an adjective by itself before a name:
// مع الصربي ألكسندر, where it belongs to no noun before it.
func (a *Article) nationality(i int) bool {
	if i < 0 || !a.Scan.Units[i].Class.Has(patterns.Nisba|patterns.Article) {
		return false
	}
	const open = patterns.Preposition | patterns.Verb | patterns.AnyVerb | patterns.Function | ends
	return a.Scan.Units[i].Class.Any(patterns.Prep|patterns.PrepLi|patterns.Conj) || i == 0 || a.Scan.Units[i-1].Class.Any(open)
}

// stem takes off a folded word what tells an adjective of nationality from its
// country: ألمانيا، ألماني، الألمانية.
func stem(w string) string {
	b := bare(w)
	if len(b) < len("ا") {
		return b
	}
	switch b[len(b)-len("ا"):] {
	case "ا", "ه", "ي", "م":
	default:
		return b
	}
	for _, own := range [...]string{"تها", "ته", "تهم"} { // خارجيتها is خارجية
		if s, ok := strings.CutSuffix(b, own); ok && len(s) >= 3*len("ا") {
			b = s + "ه"
			break
		}
	}
	for _, own := range [...]string{"ها", "هم"} { // وزيرها is وزير
		if s, ok := strings.CutSuffix(b, own); ok && len(s) >= 3*len("ا") {
			return s
		}
	}
	for _, suffix := range [...]string{"يه", "يا", "ي", "ا", "ه"} {
		if s, ok := strings.CutSuffix(b, suffix); ok && len(s) >= 3*len("ا") {
			return s
		}
	}
	return b
}

// speaksAt reports whether who is mentioned last before unit at, in the unit
// before, is there the subject of a cue whose clause, in the same sentence, holds
// unit at: who speaks does not mean himself by a title.
func (a *Article) speaksAt(before, at int) bool {
	if before < 0 || a.sentencesBetween(before, at) > 0 || a.clauses[before] == a.clauses[at] {
		return false
	}
	k, ok := a.mentionAt(before)
	return ok && a.Mentions[k].cue
}

// sentencesBetween counts the sentence ends from unit i to unit j.
func (a *Article) sentencesBetween(i, j int) int { return a.sentence[j] - a.sentence[i] }

// lastPerson returns the person mentioned last before unit at, or -1.
func (a *Article) lastPerson(at int) int {
	i := sort.Search(len(a.order), func(i int) bool { return a.Mentions[a.order[i]].Whole.Start >= at })
	for n := 0; i > 0 && n < 4*bearerLimit; n++ {
		i--
		m := &a.Mentions[a.order[i]]
		if m.Entity >= 0 && a.Entities[m.Entity].Kind == Person {
			return m.Entity
		}
	}
	return -1
}
