package speakers

import (
	"slices"
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

	Entity     int         // the speaker, -1 for none
	Candidate  *Candidate  // the antecedent, for a cue without an explicit speaker
	Candidates []Candidate // all that were weighed
}

// backLimit bounds, in sentences, how far back an antecedent is looked for.
const backLimit = 8

// cueLimit bounds the same in cues, for texts without a full stop.
const cueLimit = 200

// Resolve gives every cue of the article its speaker. Cues must be in text
// order and Merge must have run.
func (a *Article) Resolve(cues []Cue, m *Model) {
	if a.resolver == nil {
		a.resolver = &resolver{Article: a}
	}
	r := a.resolver
	r.model, r.order, r.list = m, a.textOrder(), r.list[:0]
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
	m := &r.Mentions[c.Mention]
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
		b := &before[i]
		if b.Entity < 0 || b.Silent {
			continue
		}
		e := &r.Entities[b.Entity]
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
	model    *Model
	sentence []int     // sentence number by unit
	para     []int     // paragraph number by unit
	opening  []int     // unit of the first mention by sentence, -1 for none
	sources  []quality // by entity
	votes    []int     // for a woman, by entity
	list     []Candidate
}

// quality holds what speaks for an entity's being a source at all.
type quality struct {
	features [3]feature
	count    uint8 // 0 while unknown
}

func (r *resolver) index() {
	n := len(r.Scan.Units)
	r.sentence, r.para, r.opening = r.sentence[:0], r.para[:0], append(r.opening[:0], -1)
	sent, para := 0, 0
	for i := range n {
		r.sentence, r.para = append(r.sentence, sent), append(r.para, para)
		if r.at[i] > 0 && r.opening[sent] < 0 {
			r.opening[sent] = i
		}
		c := r.Scan.Units[i].Class
		if c.Any(patterns.Break | patterns.Stop) {
			sent++
			r.opening = append(r.opening, -1)
			if c.Any(patterns.Break) {
				para++
			}
		}
	}
	r.sentence, r.para = append(r.sentence, sent), append(r.para, para)
	r.sources = zeros(r.sources, len(r.Entities))
	r.votes = zeros(r.votes, len(r.Entities))
}

// zeros returns a slice of n zeros in the memory of s.
func zeros[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// agree lets entities learn their gender from the verbs of their cues. The
// majority counts; it overrides a title, for a title in the masculine may be a
// woman's (عضو المجلس ريما).
func (r *resolver) agree(cues []Cue) {
	for i := range cues {
		c := &cues[i]
		if c.Entity < 0 || c.Number != 's' || r.Entities[c.Entity].Kind != Person {
			continue
		}
		switch c.Gender {
		case 'm':
			r.votes[c.Entity]--
		case 'f':
			r.votes[c.Entity]++
		}
	}
	for e, n := range r.votes {
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
	c.Candidates = r.candidates(before, c)
	var best *Candidate
	for i := range c.Candidates {
		if best == nil || c.Candidates[i].P > best.P {
			best = &c.Candidates[i]
		}
	}
	if best != nil {
		c.Candidate = best
		c.Entity = best.Entity
	}
}

// candidates lists the possible antecedents of c with their features.
func (r *resolver) candidates(before []Cue, c *Cue) []Candidate {
	start := len(r.list)
	// add gathers what speaks for an entity: its nearest mention in each role
	add := func(entity, mention int, in *role, features ...feature) {
		if entity < 0 || r.clash(c, entity) {
			return
		}
		k := start
		for k < len(r.list) && r.list[k].Entity != entity {
			k++
		}
		if k == len(r.list) {
			r.list = append(r.list, Candidate{Entity: entity, Mention: mention})
			r.agreement(c, &r.list[k])
		}
		if cand := &r.list[k]; cand.roles&in.bit == 0 {
			cand.roles |= in.bit
			cand.add(features...)
		}
	}
	var buffer [16]feature
	// speakers before
	n, last := 0, uint8(0) // roles in which somebody was met
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit) && n < 6; i-- {
		b := &before[i]
		if b.Entity < 0 || b.Unit >= c.Unit || r.wall[b.Unit] != r.wall[c.Unit] {
			continue
		}
		if r.sentence[c.Unit]-r.sentence[b.Unit] > backLimit {
			break
		}
		in := roleSpeaker
		if b.Silent {
			in = roleSilent
		}
		f := append(buffer[:0], in.is, far(in.sentences, r.sentence[c.Unit]-r.sentence[b.Unit]), far(in.paragraphs, r.para[c.Unit]-r.para[b.Unit]))
		if last&in.bit == 0 {
			last |= in.bit
			f = append(f, in.last)
			if c.Turn {
				f = append(f, in.lastTurn)
			}
			if c.How == ByParticiple {
				f = append(f, in.lastParticiple)
			}
		}
		if c.Noun {
			f = append(f, in.noun)
		}
		add(b.Entity, b.Mention, in, f...)
		n++
	}
	// where the clause of a cue in the same sentence begins: who is named in it
	// is spoken of, not speaking
	clause := -1
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		if b := &before[i]; !b.Silent && b.Unit < c.Unit {
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
		in := roleOther
		if m.Subject {
			in = roleSubject
		}
		f := append(buffer[:0], in.is, far(in.sentences, d))
		if r.first(m) {
			f = append(f, in.first)
		}
		if clause >= 0 && m.Whole.Start >= clause {
			f = append(f, in.inClause)
		}
		if c.How == ByParticiple {
			f = append(f, in.participle)
		}
		if c.Noun {
			f = append(f, in.noun, far(in.nounSentences, d))
		}
		if !m.Name.Empty() {
			f = append(f, in.named)
		}
		add(m.Entity, r.order[i], in, f...)
	}
	out := slices.Clip(r.list[start:])
	for i := range out {
		q := r.quality(out[i].Entity)
		out[i].add(q.features[:q.count]...)
	}
	r.model.choose(out)
	return out
}

// first reports whether m is the first mention of its sentence.
func (r *resolver) first(m *Mention) bool {
	return r.opening[r.sentence[m.Whole.Start]] >= m.Whole.Start
}

// quality names what speaks for an entity's being a source at all: a word that
// only looks like a name makes a poor one.
func (r *resolver) quality(entity int) *quality {
	q := &r.sources[entity]
	if q.count > 0 {
		return q
	}
	add := func(f feature) {
		q.features[q.count] = f
		q.count++
	}
	e := &r.Entities[entity]
	add(kindFeature(e.Kind))
	if len(e.Mentions) > 1 {
		add(mentionedAgain)
	}
	named, known := false, false
	for _, k := range e.Mentions {
		m := &r.Mentions[k]
		named = named || !m.Name.Empty()
		for i := m.Name.Start; i < m.Name.End; i++ {
			known = known || r.Scan.Units[i].Class.Any(patterns.Name|patterns.QuotedName)
		}
	}
	switch {
	case known:
		add(nameKnown)
	case named && len(e.words) > 1:
		add(nameLong)
	case named:
		add(nameUnknown)
	}
	return q
}

// far returns the one of features that stands for a distance; the last one
// stands for greater ones too.
func far(features []feature, distance int) feature {
	return features[min(max(distance, 0), len(features)-1)]
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

// agreement adds what tells of gender and number.
func (r *resolver) agreement(c *Cue, cand *Candidate) {
	e := &r.Entities[cand.Entity]
	if c.Gender != 0 && c.Gender == e.Gender {
		cand.add(genderAgrees)
	}
	plural := c.Number == 'p' || c.Number == 'd'
	switch {
	case c.Number == 0:
	case plural && (e.Plural || e.Kind != Person):
		cand.add(numberAgrees)
	case e.Plural && c.Gender == 'm':
		cand.add(numberClash)
	}
	if e.Kind != Person && e.Gender == 0 && c.Gender == 'f' {
		cand.add(feminineOrganization)
	}
}
