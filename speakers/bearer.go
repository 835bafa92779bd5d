package speakers

import (
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
	a.Bearers[k] = bearers
	best := -1
	for i := range bearers {
		if best < 0 || bearers[i].Weighing.P > bearers[best].Weighing.P {
			best = i
		}
	}
	return bearers[best].Entity
}

// bearers weighs the persons of the article as bearers of the bare title k.
func (a *Article) bearers(k int, words []string) []Bearer {
	m := &a.Mentions[k]
	at := m.Whole.Start
	near := a.nearPersons(at)
	out := make([]Bearer, 0, len(near)+1)
	traits := a.titleTraits(m, words)
	for _, e := range near {
		ent := &a.Entities[e]
		if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender || a.speaksOf(e, at) || a.foreign(m, ent) {
			continue
		}
		out = append(out, Bearer{Entity: e, Weighing: patterns.Weighing{Features: a.bearerFeatures(m, words, e, traits)}})
	}
	a.markNearest(out, at)
	sole := len(out) == 1
	nobody := []string{"nobody"}
	for _, t := range traits {
		nobody = append(nobody, "nobody+"+t)
	}
	if sole {
		nobody = append(nobody, "nobody+sole")
	}
	out = append(out, Bearer{Entity: -1, Weighing: patterns.Weighing{Features: nobody}})
	weighings := make([]*patterns.Weighing, len(out))
	for i := range out {
		if sole && out[i].Entity >= 0 {
			out[i].Weighing.Features = append(out[i].Weighing.Features, "sole")
		}
		weighings[i] = &out[i].Weighing
	}
	a.titles.Choose(weighings)
	return out
}

// markNearest adds a feature to whoever, of those whose titles match equally
// well, is mentioned last before unit at.
func (a *Article) markNearest(bearers []Bearer, at int) {
	last := map[string]int{} // index in bearers by match
	where := func(i int) int {
		before, _ := a.near(bearers[i].Entity, at)
		return before
	}
	for i := range bearers {
		match := bearers[i].Weighing.Features[0]
		if k, ok := last[match]; !ok || where(i) > where(k) {
			last[match] = i
		}
	}
	for match, i := range last {
		if where(i) >= 0 {
			f := &bearers[i].Weighing.Features
			*f = append(*f, "nearest", match+"+nearest")
		}
	}
}

// nearPersons returns the named persons mentioned nearest to unit at.
func (a *Article) nearPersons(at int) []int {
	type person struct{ entity, distance int }
	var all []person
	seen := map[int]bool{}
	add := func(k int) {
		e := a.Mentions[k].Entity
		if e < 0 || seen[e] || a.Entities[e].Kind != Person || a.Entities[e].Plural || a.wall[a.Mentions[k].Whole.Start] != a.wall[at] {
			return
		}
		seen[e] = true
		d := a.Mentions[k].Whole.Start - at
		all = append(all, person{e, max(d, -d)})
	}
	i := sort.Search(len(a.order), func(i int) bool { return a.Mentions[a.order[i]].Whole.Start >= at })
	for n, j := 0, i-1; j >= 0 && n < 4*bearerLimit; n, j = n+1, j-1 {
		add(a.order[j])
	}
	for n, j := 0, i; j < len(a.order) && n < 4*bearerLimit; n, j = n+1, j+1 {
		add(a.order[j])
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].distance < all[j].distance })
	out := make([]int, 0, bearerLimit)
	for _, p := range all[:min(len(all), bearerLimit)] {
		out = append(out, p.entity)
	}
	return out
}

// titleTraits names what a bare title is like.
func (a *Article) titleTraits(m *Mention, words []string) []string {
	var out []string
	class := a.Scan.Units[m.Whole.Start].Class
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
	return out
}

// bearerFeatures names what speaks for entity e's bearing the bare title m.
func (a *Article) bearerFeatures(m *Mention, words []string, e int, traits []string) []string {
	ent := &a.Entities[e]
	var out []string
	head, shared, fits, titled := false, 0, false, false
	own := map[string]bool{}
	for _, t := range ent.titles {
		titled = titled || len(t) > 0
		if len(t) == 0 {
			continue
		}
		head = head || bare(t[0]) == bare(words[0])
		fits = fits || titleFits(words, t)
		for _, w := range t {
			own[stem(w)] = true
		}
	}
	for _, w := range words[1:] {
		if own[stem(w)] {
			shared++
		}
	}
	match := "no-title"
	switch {
	case fits:
		match = "fits"
	case head && len(words) > 1 && shared == len(words)-1:
		match = "all-words"
	case head && shared > 0:
		match = "head-and-words"
	case head && len(words) == 1:
		match = "head-alone"
	case head:
		match = "head"
	case own[stem(words[0])]:
		match = "head-inside"
	case shared > 0:
		match = "words"
	case titled:
		match = "other-title"
	}
	out = append(out, match)
	for _, t := range traits {
		out = append(out, match+"+"+t)
	}
	if theirs := a.nations(m.Title, patterns.Nisba); len(theirs) > 0 {
		switch {
		case len(a.nationsOf(ent)) == 0:
			out = append(out, "nation-unknown")
		default:
			out = append(out, "nation-agrees")
		}
	}
	if n := len(ent.words); n > 1 && slices.Contains(words, ent.words[n-1]) {
		out = append(out, "name-in-title")
	}
	before, after := a.near(e, m.Whole.Start)
	place := "later"
	d := 0
	switch {
	case before >= 0:
		place, d = "before", a.sentencesBetween(before, m.Whole.Start)
	case after >= 0:
		d = a.sentencesBetween(m.Whole.Start, after)
	}
	where := place + [...]string{"=0", "=1", "=2", "=3", "=4+"}[min(d, 4)]
	out = append(out, place, where, match+"+"+where, traits[0]+"+"+where)
	if before >= 0 && a.lastPerson(m.Whole.Start) == e {
		out = append(out, "last-person", match+"+last-person")
	}
	if after >= 0 && a.sentencesBetween(m.Whole.Start, after) <= 2 {
		out = append(out, "soon-named", match+"+soon-named")
	}
	speaks := false
	for _, k := range ent.Mentions {
		speaks = speaks || a.Mentions[k].cue
	}
	if speaks {
		out = append(out, "speaks", match+"+speaks", place+"+speaks")
	}
	if len(ent.Mentions) > 2 {
		out = append(out, "mentioned-often")
	}
	if m.Gender != 0 && m.Gender == ent.Gender {
		out = append(out, "gender-agrees")
	}
	return out
}

// foreign reports whether the title m is of another country than all titles of ent.
func (a *Article) foreign(m *Mention, ent *Entity) bool {
	theirs, own := a.nations(m.Title, patterns.Nisba), a.nationsOf(ent)
	return len(theirs) > 0 && len(own) > 0 && !slices.ContainsFunc(theirs, func(n string) bool { return slices.Contains(own, n) })
}

// nations returns the stems of the words of the given classes in r.
func (a *Article) nations(r patterns.Range, of patterns.Class) []string {
	var out []string
	for i := r.Start; i < r.End; i++ {
		if a.Scan.Units[i].Span < 0 && a.Scan.Units[i].Class.Any(of) {
			out = append(out, stem(a.Scan.BareKey(i)))
		}
	}
	return out
}

// nationsOf returns the stems of countries and nationalities in the titles of an entity.
func (a *Article) nationsOf(ent *Entity) []string {
	var out []string
	for _, k := range ent.Mentions[:min(len(ent.Mentions), bearerLimit)] {
		out = append(out, a.nations(a.Mentions[k].Title, patterns.Nisba|patterns.Place)...)
		out = append(out, a.nations(a.Mentions[k].After, patterns.Nisba|patterns.Place)...)
	}
	return out
}

// stem takes off a folded word what tells an adjective of nationality from its
// country: ألمانيا، ألماني، الألمانية.
func stem(w string) string {
	b := bare(w)
	for _, suffix := range [...]string{"يه", "يا", "ي", "ا", "ه"} {
		if s, ok := strings.CutSuffix(b, suffix); ok && len(s) >= 3*len("ا") {
			return s
		}
	}
	return b
}

// speaksOf reports whether entity e is the subject of a cue whose clause, in the
// same sentence, holds unit at: who speaks does not mean himself by a title.
func (a *Article) speaksOf(e, at int) bool {
	before, _ := a.near(e, at)
	if before < 0 || a.sentencesBetween(before, at) > 0 || !a.clauseBetween(before, at) {
		return false
	}
	k, ok := a.at[before]
	return ok && a.Mentions[k].cue
}

// clauseBetween reports whether a reported clause begins between units i and j.
func (a *Article) clauseBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.Scan.Units[i].Class.Any(patterns.An) {
			return true
		}
	}
	return false
}

// sentencesBetween counts the sentence ends from unit i to unit j, five at most.
func (a *Article) sentencesBetween(i, j int) int {
	n := 0
	for ; i < j && n < 5; i++ {
		if a.Scan.Units[i].Class.Any(patterns.Stop | patterns.Break) {
			n++
		}
	}
	return n
}

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
