package speakers

import (
	"sort"

	"github.com/qawl-nlp/qawl/patterns"
)

// How says how the text realises a speaker beside the cue.
type How string

// The ways a speaker shows beside a cue.
const (
	ByName       How = "name"
	ByTitle      How = "title"
	ByPronoun    How = "pronoun"
	ByElision    How = "elided"
	ByParticiple How = "participle"
	ByHeadline   How = "headline"
)

// Cue is what the resolver knows of a reporting expression.
type Cue struct {
	Unit    int  // first unit
	Content int  // first unit of what it reports
	Mention int  // the explicit speaker, or -1
	How     How  // set for every cue
	Gender  byte // agreement: 'm', 'f' or 0
	Number  byte // 's', 'd', 'p' or 0
	Turn    bool // من جهته: somebody else's turn
	Noun    bool // the cue is a noun: التأكيد على أن
	// Continues is set for أضاف, تابع: a bare title beside them is who spoke last.
	Continues bool
	Silent    bool // reports nothing itself, but says who is spoken of
	Honoured  bool // the subject is سموه: somebody with such a title
	Latter    bool // the subject is الأخير: who was named last

	Entity     int         // the speaker, -1 for none
	Candidate  *Candidate  // the antecedent, for a cue without an explicit speaker
	Candidates []Candidate // all that were weighed
}

// Candidate is a possible antecedent with the features that decided.
type Candidate struct {
	Entity   int
	Mention  int
	Weighing patterns.Weighing
}

// backLimit bounds, in sentences, how far back an antecedent is looked for.
const backLimit = 8

// cueLimit bounds the same in cues, for texts without a full stop.
const cueLimit = 200

// Resolve gives every cue of the article its speaker. Cues must be in text
// order and Merge must have run.
func (a *Article) Resolve(cues []Cue, w patterns.Weights) {
	r := resolver{Article: a, weights: w, order: a.order}
	r.index()
	for i := range cues {
		c := &cues[i]
		c.Entity = -1
		if c.Mention >= 0 {
			c.Entity = a.Mentions[c.Mention].Entity
		}
	}
	r.agree(cues)
	for i := range cues {
		c := &cues[i]
		switch {
		case c.Mention < 0:
			r.antecedent(cues[:i], c)
		case r.epithet(c):
			r.bearerBefore(cues[:i], c)
		}
	}
}

// epithet reports whether the explicit speaker of c is a short definite title
// that no name in the article bears: اللاعب الصربي، الدبلوماسي.
func (r *resolver) epithet(c *Cue) bool {
	m := r.Mentions[c.Mention]
	if m.Name.Empty() && r.same(c) {
		return true // المتحدث نفسه، ذات المصدر
	}
	if c.Entity < 0 || r.Entities[c.Entity].Kind == Person || !m.Name.Empty() || m.Plural {
		return false
	}
	if c.Continues && r.Scan.Units[m.Whole.Start].Class.Any(patterns.Title) && len(r.Entities[c.Entity].Mentions) == 1 {
		return true
	}
	if m.Whole.End-m.Whole.Start > 2 {
		return false
	}
	class := r.Scan.Units[m.Whole.Start].Class
	return class.Has(patterns.Title|patterns.Article) && !class.Any(patterns.Organization|patterns.Anonymous|patterns.Document)
}

// same reports whether the explicit speaker of c is said to be the one just
// named.
func (r *resolver) same(c *Cue) bool {
	w := r.Mentions[c.Mention].Whole
	return w.End < len(r.Scan.Units) && r.Scan.Units[w.End].Class.Any(patterns.Same) || w.Start > 0 && r.Scan.Units[w.Start-1].Class.Any(patterns.Same)
}

// bearerBefore gives c the person who spoke last, whom an epithet means.
func (r *resolver) bearerBefore(before []Cue, c *Cue) {
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		b := before[i]
		if b.Entity < 0 || b.Silent {
			continue
		}
		e := r.Entities[b.Entity]
		if r.sentence[c.Unit]-r.sentence[b.Unit] > backLimit || r.wall[b.Unit] != r.wall[c.Unit] || e.Kind != Person && !r.same(c) || b.Mention >= 0 && r.Mentions[b.Mention].Joint {
			return
		}
		if g := r.Mentions[c.Mention].Gender; g != 0 && e.Gender != 0 && g != e.Gender {
			return
		}
		c.Entity = b.Entity
		return
	}
}

type resolver struct {
	*Article
	weights  patterns.Weights
	order    []int
	sentence []int            // sentence number by unit
	para     []int            // paragraph number by unit
	opening  map[int]int      // unit of the first mention by sentence
	sources  map[int][]string // quality by entity
}

func (r *resolver) index() {
	n := len(r.Scan.Units)
	r.sentence, r.para = make([]int, n+1), make([]int, n+1)
	sent, para := 0, 0
	for i := range n {
		r.sentence[i], r.para[i] = sent, para
		c := r.Scan.Units[i].Class
		switch {
		case c.Any(patterns.Break):
			sent++
			para++
		case c.Any(patterns.Stop):
			sent++
		}
	}
	r.sentence[n], r.para[n] = sent, para
	r.opening, r.sources = map[int]int{}, map[int][]string{}
	for i := range r.at {
		if first, ok := r.opening[r.sentence[i]]; !ok || i < first {
			r.opening[r.sentence[i]] = i
		}
	}
}

// agree lets entities learn their gender from the verbs of their cues. The
// majority counts; it overrides a title, for a title in the masculine may be a
// woman's (عضو المجلس ريما).
func (r *resolver) agree(cues []Cue) {
	votes := map[int]int{}
	for _, c := range cues {
		if c.Entity < 0 || c.Number != 's' || r.Entities[c.Entity].Kind != Person {
			continue
		}
		switch c.Gender {
		case 'm':
			votes[c.Entity]--
		case 'f':
			votes[c.Entity]++
		}
	}
	for e, n := range votes {
		switch {
		case n > 0:
			r.Entities[e].Gender = 'f'
		case n < 0:
			r.Entities[e].Gender = 'm'
		}
	}
}

// antecedent finds who is meant by a cue without a subject.
func (r *resolver) antecedent(before []Cue, c *Cue) {
	if c.Latter {
		if e := r.lastNamed(c); e >= 0 {
			c.Entity = e
			return
		}
	}
	c.Candidates = r.candidates(before, c)
	var best *Candidate
	for i := range c.Candidates {
		if best == nil || c.Candidates[i].Weighing.P > best.Weighing.P {
			best = &c.Candidates[i]
		}
	}
	if best != nil {
		c.Candidate = best
		c.Entity = best.Entity
	}
}

// placeOf tells where in its paragraph the cue stands.
func (r *resolver) placeOf(c *Cue) string {
	i := c.Unit
	for i > 0 && r.Scan.Units[i-1].Class.Any(patterns.Function|patterns.Qad|patterns.Auxiliary|patterns.Turn|patterns.Dash) {
		i--
	}
	switch {
	case i == 0 || r.para[i-1] != r.para[i] || r.Scan.Units[i-1].Class.Any(patterns.Break):
		return "paragraph-start"
	case r.Scan.Units[i-1].Class.Any(patterns.Stop):
		return "sentence-start"
	case r.Scan.Units[i-1].Span >= 0 || r.Scan.Units[i-1].Class.Any(patterns.Comma):
		return "clause-start"
	}
	return "clause-inside"
}

// spotlight is somebody that a sentence is about.
type spotlight struct {
	entity, unit int
	role         string
}

// focus returns whom the text before c is about, the last first: who spoke and
// who is the subject of a main clause. Two at most.
func (r *resolver) focus(before []Cue, c *Cue, clause int) []spotlight {
	var out []spotlight
	add := func(s spotlight) bool {
		if s.entity >= 0 && (len(out) == 0 || out[0].entity != s.entity) {
			out = append(out, s)
		}
		return len(out) == 2
	}
	k := len(before) - 1
	behind := sort.Search(len(r.order), func(i int) bool { return r.Mentions[r.order[i]].Whole.Start >= c.Unit })
	for i := behind - 1; i >= 0; i-- {
		m := &r.Mentions[r.order[i]]
		at := m.Whole.Start
		if r.sentence[c.Unit]-r.sentence[at] > backLimit || r.wall[at] != r.wall[c.Unit] {
			break
		}
		for ; k >= 0 && before[k].Unit > at; k-- { // cues whose speaker is not beside them
			if b := before[k]; b.Mention < 0 && b.Unit < c.Unit && !b.Silent && add(spotlight{b.Entity, b.Unit, "speaker"}) {
				return out
			}
		}
		if !m.Subject || clause >= 0 && at >= clause {
			continue
		}
		role := "subject"
		if m.cue {
			role = "speaker"
		} else if !r.first(m) {
			continue
		}
		if add(spotlight{m.Entity, at, role}) {
			return out
		}
	}
	return out
}

// lastNamed returns the person named last before c, or -1.
func (r *resolver) lastNamed(c *Cue) int {
	behind := sort.Search(len(r.order), func(i int) bool { return r.Mentions[r.order[i]].Whole.Start >= c.Unit })
	for i := behind - 1; i >= 0; i-- {
		m := &r.Mentions[r.order[i]]
		if r.sentence[c.Unit]-r.sentence[m.Whole.Start] > backLimit {
			break
		}
		if m.Entity >= 0 && r.Entities[m.Entity].Kind == Person && !m.Joint && !r.clash(c, m.Entity) {
			return m.Entity
		}
	}
	return -1
}

// candidates lists the possible antecedents of c with their features.
func (r *resolver) candidates(before []Cue, c *Cue) []Candidate {
	var out []Candidate
	seen := map[int]int{}
	roles := map[int]map[string]bool{}
	// add gathers what speaks for an entity: its nearest mention in each role
	add := func(entity, mention int, role string, features []string) {
		if entity < 0 || r.clash(c, entity) {
			return
		}
		k, ok := seen[entity]
		if !ok {
			k = len(out)
			seen[entity] = k
			roles[entity] = map[string]bool{}
			out = append(out, Candidate{Entity: entity, Mention: mention, Weighing: patterns.Weighing{Features: r.agreement(c, entity, nil)}})
		}
		if roles[entity][role] {
			return
		}
		roles[entity][role] = true
		out[k].Weighing.Features = append(out[k].Weighing.Features, features...)
	}
	// speakers before
	n, last := 0, map[string]bool{}
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit) && n < 6; i-- {
		b := before[i]
		if b.Entity < 0 || b.Unit >= c.Unit || r.wall[b.Unit] != r.wall[c.Unit] {
			continue
		}
		if r.sentence[c.Unit]-r.sentence[b.Unit] > backLimit {
			break
		}
		role := "speaker"
		if b.Silent {
			role = "silent"
		}
		f := []string{role, distance(role, r.sentence[c.Unit]-r.sentence[b.Unit]), paragraphs(role, r.para[c.Unit]-r.para[b.Unit])}
		if !last[role] {
			last[role] = true
			f = append(f, "last-"+role)
			if c.Turn {
				f = append(f, "last-"+role+"+turn")
			}
			if c.Continues {
				f = append(f, "last-"+role+"+adds")
			}
			f = append(f, "last-"+role+"+"+r.placeOf(c))
			if c.How == ByParticiple {
				f = append(f, "last-"+role+"+participle")
			}
		}
		if c.Noun {
			f = append(f, role+"+noun")
		}
		add(b.Entity, b.Mention, role, f)
		n++
	}
	// where the clause of a cue in the same sentence begins: who is named in it
	// is spoken of, not speaking
	clause := -1
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		if b := before[i]; !b.Silent && b.Unit < c.Unit {
			if r.sentence[b.Unit] == r.sentence[c.Unit] && b.Entity >= 0 {
				clause = b.Content
			}
			break
		}
	}
	// subjects and others before
	n = 0
	behind := sort.Search(len(r.order), func(i int) bool { return r.Mentions[r.order[i]].Whole.Start >= c.Unit })
	for i := behind - 1; i >= 0 && n < 12; i-- {
		m := &r.Mentions[r.order[i]]
		if r.wall[m.Whole.Start] != r.wall[c.Unit] {
			break
		}
		if m.Entity < 0 {
			continue
		}
		d := r.sentence[c.Unit] - r.sentence[m.Whole.Start]
		if d > 3 {
			break
		}
		n++
		role := "other"
		if m.Subject {
			role = "subject"
		}
		f := []string{role, distance(role, d)}
		if r.first(m) {
			f = append(f, role+"-first")
		}
		if clause >= 0 && m.Whole.Start >= clause {
			f = append(f, role+"-in-clause")
		}
		if c.How == ByParticiple {
			f = append(f, role+"+participle")
		}
		if c.Noun {
			f = append(f, role+"+noun", distance(role+"+noun", d))
		}
		if !m.Name.Empty() {
			f = append(f, role+"-named")
		}
		add(m.Entity, r.order[i], role, f)
	}
	focus := r.focus(before, c, clause)
	place := r.placeOf(c)
	weighings := make([]*patterns.Weighing, len(out))
	for i := range out {
		out[i].Weighing.Features = append(out[i].Weighing.Features, r.quality(out[i].Entity)...)
		for k, f := range focus {
			if f.entity == out[i].Entity {
				name := "focus-" + f.role
				if k > 0 {
					name = "before-focus-" + f.role
				}
				out[i].Weighing.Features = append(out[i].Weighing.Features, name, distance(name, r.sentence[c.Unit]-r.sentence[f.unit]), name+"+"+string(c.How), paragraphs(name, r.para[c.Unit]-r.para[f.unit]),
					name+"+"+place, distance(name, r.sentence[c.Unit]-r.sentence[f.unit])+"+"+place)
				if c.Continues {
					out[i].Weighing.Features = append(out[i].Weighing.Features, name+"+adds", distance(name, r.sentence[c.Unit]-r.sentence[f.unit])+"+adds")
				}
				break
			}
		}
		if c.Honoured && r.honoured(out[i].Entity) {
			out[i].Weighing.Features = append(out[i].Weighing.Features, "honoured")
		}
		weighings[i] = &out[i].Weighing
	}
	r.weights.Choose(weighings)
	return out
}

// honoured reports whether an entity bears a title of honour somewhere.
func (r *resolver) honoured(entity int) bool {
	for _, k := range r.Entities[entity].Mentions {
		if m := r.Mentions[k]; !m.Title.Empty() && r.Scan.Units[m.Title.Start].Class.Any(patterns.Honorific) {
			return true
		}
	}
	return false
}

// first reports whether m is the first mention of its sentence.
func (r *resolver) first(m *Mention) bool {
	return r.opening[r.sentence[m.Whole.Start]] >= m.Whole.Start
}

// quality names what speaks for an entity's being a source at all: a word that
// only looks like a name makes a poor one.
func (r *resolver) quality(entity int) []string {
	if f, ok := r.sources[entity]; ok {
		return f
	}
	e := &r.Entities[entity]
	f := []string{"kind=" + string(e.Kind)}
	switch n := len(e.Mentions); {
	case n > 3:
		f = append(f, "mentioned-again", "mentioned-often")
	case n > 1:
		f = append(f, "mentioned-again")
	}
	named, known, speaks, place := false, false, false, true
	for _, k := range e.Mentions {
		m := &r.Mentions[k]
		named = named || !m.Name.Empty()
		speaks = speaks || m.cue
		place = place && m.Whole.End == m.Whole.Start+1 && r.Scan.Units[m.Whole.Start].Class.Any(patterns.Place)
		for i := m.Name.Start; i < m.Name.End; i++ {
			known = known || r.Scan.Units[i].Class.Any(patterns.Name|patterns.QuotedName)
		}
	}
	if speaks {
		f = append(f, "speaks", "speaks+kind="+string(e.Kind))
	}
	if place {
		f = append(f, "place")
	}
	switch {
	case known:
		f = append(f, "name=known")
	case named && len(e.words) > 1:
		f = append(f, "name=long")
	case named:
		f = append(f, "name=unknown")
	}
	r.sources[entity] = f
	return f
}

func distance(role string, d int) string {
	return role + "-sentences=" + [...]string{"0", "1", "2", "3+"}[min(max(d, 0), 3)]
}

func paragraphs(role string, d int) string {
	return role + "-paragraphs=" + [...]string{"0", "1", "2+"}[min(max(d, 0), 2)]
}

// clash reports whether an entity can't be meant by c: a man by قالت, one
// person by قالوا.
func (r *resolver) clash(c *Cue, entity int) bool {
	e := &r.Entities[entity]
	if e.Kind != Person || e.Plural {
		return false
	}
	if c.Number == 'p' || c.Number == 'd' {
		return true
	}
	return c.Gender != 0 && e.Gender != 0 && c.Gender != e.Gender
}

func (r *resolver) agreement(c *Cue, entity int, f []string) []string {
	e := &r.Entities[entity]
	switch {
	case c.Gender == 0 || e.Gender == 0:
	case c.Gender == e.Gender:
		f = append(f, "gender-agrees")
	}
	plural := c.Number == 'p' || c.Number == 'd'
	switch {
	case c.Number == 0:
	case plural && (e.Plural || e.Kind != Person):
		f = append(f, "number-agrees")
	case e.Plural && c.Gender == 'm':
		f = append(f, "number-clash")
	}
	if e.Kind != Person && e.Gender == 0 && c.Gender == 'f' {
		f = append(f, "feminine-organization")
	}
	if e.Kind == Organization && plural && c.Gender == 'm' {
		f = append(f, "plural-organization")
	}
	if e.Kind != Person && c.Gender != 0 && e.Gender != 0 && c.Gender != e.Gender {
		f = append(f, "gender-clash")
	}
	return f
}
