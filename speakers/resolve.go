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
	Unit    int    // first unit
	Content int    // first unit of what it reports
	Mention int    // the explicit speaker, or -1
	How     How    // set for every cue
	Gender  byte   // agreement: 'm', 'f' or 0
	Number  byte   // 's', 'd', 'p' or 0
	Class   string // kind of speech: say, add …
	Direct  bool   // the words themselves follow: a quotation, or speech behind a colon
	Turn    bool   // من جهته: somebody else's turn
	Noun    bool   // the cue is a noun: التأكيد على أن
	// Continues is set for أضاف, تابع: a bare title beside them is who spoke last.
	Continues bool
	Silent    bool // reports nothing itself, but says who is spoken of
	Honoured  bool // the subject is سموه: somebody with such a title
	Latter    bool // the subject is الأخير: who was named last
	Aside     bool // only says where it stands: وفق ما ذكرت الصحيفة

	Entity     int         // the speaker, -1 for none
	Candidate  *Candidate  // the antecedent, for a cue without an explicit speaker
	Candidates []Candidate // all that were weighed
}

// Candidate is a possible antecedent with the features that decided.
type Candidate struct {
	Entity   int
	Mention  int
	Weighing patterns.Weighing

	evidence patterns.Evidence
	roles    uint8 // in which it stood before
}

// backLimit bounds, in sentences, how far back an antecedent is looked for.
const backLimit = 8

// cueLimit bounds the same in cues, for texts without a full stop.
const cueLimit = 200

// mentionLimit bounds the same in mentions.
const mentionLimit = 400

// Resolve gives every cue of the article its speaker. Cues must be in text
// order and Merge must have run.
func (a *Article) Resolve(cues []Cue, t *patterns.Table) {
	if a.resolver == nil {
		a.resolver = &resolver{Article: a}
	}
	r := a.resolver
	r.table, r.list = t, r.list[:0]
	r.index()
	for i := range cues {
		c := &cues[i]
		c.Entity = -1
		if c.Mention >= 0 {
			c.Entity = a.Mentions[c.Mention].Entity
		}
	}
	r.agree(cues)
	if !a.Scan.Reasons { // whom the last ones mean matters to nobody
		for len(cues) > 0 && cues[len(cues)-1].Silent {
			cues = cues[:len(cues)-1]
		}
	}
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
	const sure = 0.9
	if m.Bearer.P > sure {
		return false // nobody in the article bears it
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

// resolver holds what resolving needs, from one article to the next.
type resolver struct {
	*Article
	table   *patterns.Table
	para    []int     // paragraph number by unit
	opening []int     // unit of the first mention by sentence, -1 for none
	sources []quality // by entity
	votes   []int     // for a woman, by entity
	reports []reports // before the cue that is resolved, by entity
	list    []Candidate
	sums    []float64
}

// quality holds what speaks for an entity's being a source at all.
type quality struct {
	features [8]string
	count    int // 0 while unknown
}

func (q *quality) add(feature string) {
	q.features[q.count] = feature
	q.count++
}

func (r *resolver) index() {
	r.para, r.opening = slices.Grow(r.para[:0], len(r.Scan.Units)+1), append(r.opening[:0], -1)
	para := 0
	for i := range r.Scan.Units {
		r.para = append(r.para, para)
		sent := len(r.opening) - 1
		if r.at[i] > 0 && r.opening[sent] < 0 {
			r.opening[sent] = i
		}
		if r.sentence[i+1] > r.sentence[i] {
			r.opening = append(r.opening, -1)
		}
		if r.Scan.Units[i].Class.Any(patterns.Break) {
			para++
		}
	}
	r.para = append(r.para, para)
	r.sources = zeros(r.sources, len(r.Entities))
	r.votes = zeros(r.votes, len(r.Entities))
	r.reports = zeros(r.reports, len(r.Entities))
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
	if c.Latter {
		if e := r.lastNamed(c); e >= 0 {
			c.Entity = e
			return
		}
	}
	c.Candidates = r.candidates(before, c, r.clash)
	if len(c.Candidates) == 0 { // somebody speaks, though nobody fits
		c.Candidates = r.candidates(before, c, func(*Cue, int) bool { return false })
	}
	rest := len(c.Candidates) - 1
	var best *Candidate
	for i := range c.Candidates {
		if best == nil || c.Candidates[i].Weighing.P > best.Weighing.P {
			best = &c.Candidates[i]
		}
	}
	if best == nil {
		return
	}
	if !r.Scan.Reasons { // nobody asks for the others, of whom a long article has very many
		c.Candidates[0] = *best
		c.Candidates, best = c.Candidates[:1], &c.Candidates[0]
		r.list = r.list[:len(r.list)-rest]
	}
	c.Candidate = best
	c.Entity = best.Entity
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
	role         *role
}

// focus returns whom the text before c is about, the last first: who spoke and
// who is the subject of a main clause. Two at most.
func (r *resolver) focus(before []Cue, c *Cue, clause int) (out [2]spotlight, n int) {
	add := func(s spotlight) bool {
		if s.entity >= 0 && (n == 0 || out[0].entity != s.entity) {
			out[n] = s
			n++
		}
		return n == len(out)
	}
	k := len(before) - 1
	behind := sort.Search(len(r.order), func(i int) bool { return r.Mentions[r.order[i]].Whole.Start >= c.Unit })
	for i := behind - 1; i >= max(0, behind-mentionLimit); i-- {
		m := &r.Mentions[r.order[i]]
		at := m.Whole.Start
		if r.sentence[c.Unit]-r.sentence[at] > backLimit || r.wall[at] != r.wall[c.Unit] {
			break
		}
		for ; k >= 0 && before[k].Unit > at; k-- { // cues whose speaker is not beside them
			if b := &before[k]; b.Mention < 0 && b.Unit < c.Unit && !b.Silent && add(spotlight{b.Entity, b.Unit, focusSpeaker}) {
				return out, n
			}
		}
		if !m.Subject || clause >= 0 && at >= clause {
			continue
		}
		in := focusSubject
		if m.cue {
			in = focusSpeaker
		} else if !r.first(m) {
			continue
		}
		if add(spotlight{m.Entity, at, in}) {
			return out, n
		}
	}
	return out, n
}

// lastNamed returns the person named last before c, or -1.
func (r *resolver) lastNamed(c *Cue) int {
	behind := sort.Search(len(r.order), func(i int) bool { return r.Mentions[r.order[i]].Whole.Start >= c.Unit })
	for i := behind - 1; i >= max(0, behind-mentionLimit); i-- {
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

// candidates lists the possible antecedents of c, but for those that clash, with
// their features.
func (r *resolver) candidates(before []Cue, c *Cue, clash func(*Cue, int) bool) []Candidate {
	start := len(r.list)
	// add returns where to gather what speaks for an entity, for its nearest
	// mention in each role; nil where there is no more to be gathered
	add := func(entity, mention int, in *role) *patterns.Evidence {
		if entity < 0 || clash(c, entity) {
			return nil
		}
		k := start
		for k < len(r.list) && r.list[k].Entity != entity {
			k++
		}
		if k == len(r.list) {
			r.list = append(r.list, Candidate{Entity: entity, Mention: mention, evidence: r.table.Evidence(r.Scan.Reasons)})
			r.agreement(c, entity, &r.list[k].evidence)
		}
		cand := &r.list[k]
		if cand.roles&in.bit != 0 {
			return nil
		}
		cand.roles |= in.bit
		return &cand.evidence
	}
	place := r.placeOf(c)
	// speakers before
	n, last, within := 0, uint8(0), -1 // within: who holds the words of the last speaker inside his own
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
		isLast := last&in.bit == 0
		last |= in.bit
		if e := add(b.Entity, b.Mention, in); e != nil {
			e.Add(in.name)
			e.Add(in.sentences(r.sentence[c.Unit] - r.sentence[b.Unit]))
			e.Add(in.paragraphs(r.para[c.Unit] - r.para[b.Unit]))
			if b.Aside {
				e.Add(in.name, "-aside")
				if isLast {
					e.Add("last-", in.name, "-aside")
				}
			}
			if isLast {
				e.Add("last-", in.name)
				if c.Turn {
					e.Add("last-", in.name, "+turn")
				}
				if c.Continues {
					e.Add("last-", in.name, "+adds")
				}
				e.Add("last-", in.name, "+", place)
				if c.How == ByParticiple {
					e.Add("last-", in.name, "+participle")
				}
			}
			if outer := r.outer(before, i); outer >= 0 {
				e.Add(in.name, "-embedded")
				e.Add(in.name, "-embedded+", string(c.How))
				if isLast {
					e.Add("last-", in.name, "-embedded+", place)
				}
				if within < 0 {
					within = before[outer].Entity
				}
			}
			if b.Entity == within {
				e.Add("holds-the-last")
				e.Add("holds-the-last+", place)
			}
			if c.Noun {
				e.Add(in.name, "+noun")
			}
			if n == 0 { // of all cues the one before
				where := "+elsewhere+"
				if r.sentence[b.Unit] == r.sentence[c.Unit] {
					where = "+sentence+"
				}
				subject := "+nobody"
				if b.Mention >= 0 {
					subject = "+subject"
				}
				e.Add("cue-before-", in.name, where, string(c.How))
				e.Add("cue-before-", in.name, where, string(c.How), subject)
				e.Add("cue-before-", in.name, where, place)
			}
		}
		n++
	}
	// where the clause of a cue in the same sentence begins: who is named in it
	// is spoken of, not speaking
	clause := -1
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		if b := &before[i]; b.Silent && b.Mention >= 0 && b.Unit < c.Unit {
			break // another clause: فيما رحب الوزير بالقرار، مؤكدا أن
		} else if !b.Silent && b.Unit < c.Unit {
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
		e := add(m.Entity, r.order[i], in)
		if e == nil {
			continue
		}
		e.Add(in.name)
		e.Add(in.sentences(d))
		if r.first(m) {
			e.Add(in.name, "-first")
		}
		if clause >= 0 && m.Whole.Start >= clause {
			e.Add(in.name, "-in-clause")
		}
		if c.How == ByParticiple {
			e.Add(in.name, "+participle")
		}
		if c.Noun {
			e.Add(in.name, "+noun")
			e.Add(in.name, "+noun", in.sentences(d)[len(in.name):])
		}
		if !m.Name.Empty() {
			e.Add(in.name, "-named")
		}
	}
	focus, lit := r.focus(before, c, clause)
	out := slices.Clip(r.list[start:])
	all := r.countReports(before, c)
	r.sums = r.sums[:0]
	for i := range out {
		e := &out[i].evidence
		q := r.quality(out[i].Entity)
		for _, f := range q.features[:q.count] {
			e.Add(f)
		}
		kind := kindFeature[r.Entities[out[i].Entity].Kind]
		e.Add("class=", c.Class, "+", kind)
		e.Add(string(c.How), "+", kind)
		if c.Direct {
			e.Add("direct+", kind)
		}
		own := r.reports[out[i].Entity]
		part := share(own.all, all)
		e.Add(part)
		e.Add(part, "+", place)
		e.Add(part, "+", string(c.How))
		if own.recent > 0 {
			name := recentNames[own.recent]
			e.Add(name)
			e.Add(name, "+", place)
			e.Add(name, "+", string(c.How))
		}
		for k, f := range focus[:lit] {
			if f.entity == out[i].Entity {
				in := f.role
				if k > 0 {
					in = in.before
				}
				sentences := in.sentences(r.sentence[c.Unit] - r.sentence[f.unit])
				e.Add(in.name)
				e.Add(sentences)
				e.Add(in.name, "+", string(c.How))
				e.Add(in.paragraphs(r.para[c.Unit] - r.para[f.unit]))
				e.Add(in.name, "+", place)
				e.Add(sentences, "+", place)
				if c.Continues {
					e.Add(in.name, "+adds")
					e.Add(sentences, "+adds")
				}
				break
			}
		}
		if c.Honoured && r.honoured(out[i].Entity) {
			e.Add("honoured")
		}
		r.sums = append(r.sums, e.Sum)
	}
	r.forgetReports(before)
	patterns.Normalize(r.sums)
	for i := range out {
		out[i].Weighing = patterns.Weighing{Features: out[i].evidence.Names, P: r.sums[i]}
	}
	return out
}

// recent is how many of the reports before a cue are looked at for who speaks most.
const recent = 4

var recentNames = [recent + 1]string{"recent=0", "recent=1", "recent=2", "recent=3", "recent=4"}

// reports counts reports before a cue: all of an entity, and those of the recent ones.
type reports struct{ all, recent int }

// countReports counts the last reports before c by entity, in r.reports, and
// returns how many there are.
func (r *resolver) countReports(before []Cue, c *Cue) (all int) {
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		b := &before[i]
		if b.Entity < 0 || b.Silent || b.Aside || b.Unit >= c.Unit || r.wall[b.Unit] != r.wall[c.Unit] {
			continue
		}
		r.reports[b.Entity].all++
		if all++; all <= recent {
			r.reports[b.Entity].recent++
		}
	}
	return all
}

// forgetReports undoes countReports.
func (r *resolver) forgetReports(before []Cue) {
	for i := len(before) - 1; i >= max(0, len(before)-cueLimit); i-- {
		if e := before[i].Entity; e >= 0 {
			r.reports[e] = reports{}
		}
	}
}

// share names how much own is of all that was reported.
func share(own, all int) string {
	switch {
	case own == 0:
		return "share=none"
	case own == all:
		return "share=all"
	case 3*own >= 2*all:
		return "share>=2/3"
	case 3*own >= all:
		return "share>=1/3"
	}
	return "share<1/3"
}

// outer returns the cue in whose clause cue i stands with a subject of its own
// (قال الوزير إن الخبراء حذروا), or -1.
func (r *resolver) outer(before []Cue, i int) int {
	b := &before[i]
	if b.How == ByParticiple || r.Scan.Units[b.Unit].Class.Any(patterns.Conj) {
		return -1
	}
	for k := i - 1; k >= 0 && r.sentence[before[k].Unit] == r.sentence[b.Unit]; k-- {
		if p := &before[k]; !p.Silent && p.Entity >= 0 && p.Entity != b.Entity && p.Unit < p.Content && p.Content <= b.Unit {
			return k
		}
	}
	return -1
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
func (r *resolver) quality(entity int) *quality {
	q := &r.sources[entity]
	if q.count > 0 {
		return q
	}
	e := &r.Entities[entity]
	q.add(kindFeature[e.Kind])
	switch n := len(e.Mentions); {
	case n > 3:
		q.add("mentioned-again")
		q.add("mentioned-often")
	case n > 1:
		q.add("mentioned-again")
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
		q.add("speaks")
		q.add(speaksFeature[e.Kind])
	}
	if place {
		q.add("place")
	}
	if !named {
		q.add(r.headFeature(e))
	}
	switch {
	case known:
		q.add("name=known")
	case named && len(e.words) > 1:
		q.add("name=long")
	case named:
		q.add("name=unknown")
	}
	return q
}

// headFeature tells what kind of word heads the descriptions of an entity without a name.
func (r *resolver) headFeature(e *Entity) string {
	owned := false
	for _, k := range e.Mentions {
		c := r.Scan.Units[r.Mentions[k].Whole.Start].Class
		switch {
		case c.Any(patterns.WithPronoun) && !c.Any(patterns.Honorific):
			owned = true
		case c.Any(patterns.Title | patterns.Honorific):
			return "head=title"
		case c.Any(patterns.Organization | patterns.Anonymous | patterns.Document | patterns.Place):
			return "head=source"
		}
	}
	if owned {
		return "head=owned"
	}
	return "head=other"
}

// Features of each kind of entity.
var kindFeature, speaksFeature = func() (kind, speaks map[Kind]string) {
	kind, speaks = map[Kind]string{}, map[Kind]string{}
	for _, k := range []Kind{Person, Organization, Anonymous, Document} {
		kind[k], speaks[k] = "kind="+string(k), "speaks+kind="+string(k)
	}
	return kind, speaks
}()

// role is the way in which a candidate stood in the text before.
type role struct {
	bit    uint8 // for the roles of a candidate
	name   string
	before *role // the same role of the one before the last

	far, farther []string // features by sentences and paragraphs between
}

func newRole(bit int, name string) *role {
	r := &role{bit: 1 << bit, name: name}
	for _, n := range []string{"0", "1", "2", "3+"} {
		r.far = append(r.far, name+"-sentences="+n)
	}
	for _, n := range []string{"0", "1", "2+"} {
		r.farther = append(r.farther, name+"-paragraphs="+n)
	}
	return r
}

func (r *role) sentences(d int) string  { return r.far[min(max(d, 0), len(r.far)-1)] }
func (r *role) paragraphs(d int) string { return r.farther[min(max(d, 0), len(r.farther)-1)] }

var (
	roleSpeaker = newRole(0, "speaker")
	roleSilent  = newRole(1, "silent")
	roleSubject = newRole(2, "subject")
	roleOther   = newRole(3, "other")

	focusSpeaker = newFocus("speaker")
	focusSubject = newFocus("subject")
)

func newFocus(name string) *role {
	r := newRole(0, "focus-"+name)
	r.before = newRole(0, "before-focus-"+name)
	return r
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

func (r *resolver) agreement(c *Cue, entity int, to *patterns.Evidence) {
	e := &r.Entities[entity]
	switch {
	case c.Gender == 0 || e.Gender == 0:
	case c.Gender == e.Gender:
		to.Add("gender-agrees")
	}
	plural := c.Number == 'p' || c.Number == 'd'
	switch {
	case c.Number == 0:
	case plural && (e.Plural || e.Kind != Person):
		to.Add("number-agrees")
	case e.Plural && c.Gender == 'm':
		to.Add("number-clash")
	}
	if e.Kind != Person && e.Gender == 0 && c.Gender == 'f' {
		to.Add("feminine-organization")
	}
	if e.Kind == Organization && plural && c.Gender == 'm' {
		to.Add("plural-organization")
	}
	if e.Kind != Person && c.Gender != 0 && e.Gender != 0 && c.Gender != e.Gender {
		to.Add("gender-clash")
	}
}
