package speakers

import (
	"math/bits"
	"sync/atomic"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// The features of phrases (features.go) are many, but most of them depend on
// one unit alone, and units look alike: their weights are added up once for
// each look. What depends on two neighbours is added where they meet.

// phraseSums holds weights of [Phrases], added up.
type phraseSums struct {
	labels scores // for the labels alone
	place  [places][labelCount]float64
	heads  [headCount][seenCount][labelCount]float64
	pairs  [tellingCount][tellingCount]pairSums // by what two neighbours show

	recur [len(recurringKinds)][recurrenceCount]scores

	weights []float64
	words   *vocabulary
	shapes  [1 << shapeBits]atomic.Pointer[shape] // the looks met lately, each at its place or soon behind
}

const (
	shapeBits  = 13 // some four thousand looks are met in twenty thousand articles
	shapeTries = 8
)

// pairSums are the weights of what two neighbours show, by label of the second
// and by label of the first.
type pairSums struct {
	after, before [labelCount]float64
	atEnd         [labelCount]float64 // of the second, where a sign or a particle follows
}

// shape is a look with the sums of what it speaks for.
type shape struct {
	look    look
	closing bool // it is a sign or a particle
	seen    seen
	telling []uint8   // the same, as far as pairs are told
	room    [24]uint8 // for both, that they lie beside the rest

	is    scores // for the label of the unit itself
	next  scores // for that of the unit before
	after scores // for that of the unit behind
	then  [labelCount]float64
	isEnd scores // added to is, where a sign or a particle follows, instead of labels
}

func newPhraseSums(weights []float64, words *vocabulary) *phraseSums {
	p := &phraseSums{weights: weights, words: words}
	copy(p.labels[:], weights[layout.labels:])
	for pair := range labelCount * labelCount {
		for kind := range recurringKinds {
			for b := range recurrenceCount {
				p.recur[kind][b][pair] = weights[layout.recur+(pair*len(recurringKinds)+kind)*recurrenceCount+b]
			}
		}
	}
	for l := range labelCount {
		for h := range headCount {
			for x := range seenCount {
				p.heads[h][x][l] = weights[layout.head+(l*headCount+h)*seenCount+x]
			}
		}
		for k := range places {
			p.place[k][l] = weights[layout.place+l*places+k]
		}
		for x := range tellingCount {
			for y := range tellingCount {
				p.pairs[x][y].after[l] = weights[layout.afterIs+(l*tellingCount+x)*tellingCount+y]
				p.pairs[x][y].before[l] = weights[layout.isNext+(l*tellingCount+x)*tellingCount+y]
				p.pairs[x][y].atEnd[l] = weights[layout.atEnd+(l*tellingCount+x)*tellingCount+y]
			}
		}
	}
	return p
}

// shape returns the shape of a look.
func (p *phraseSums) shape(l look) *shape {
	h := uint64(l.class) ^ uint64(l.ending)<<57
	first := arabic.Spread(h) >> (64 - shapeBits)
	for i := range uint64(shapeTries) {
		at := &p.shapes[(first+i)%(1<<shapeBits)]
		s := at.Load()
		if s == nil {
			s = p.newShape(l)
			at.Store(s)
			return s
		}
		if s.look == l {
			return s
		}
	}
	s := p.newShape(l)
	p.shapes[first].Store(s)
	return s
}

func (p *phraseSums) newShape(l look) *shape {
	w, f := p.weights, &layout
	s := &shape{look: l}
	s.seen = append(s.room[:0:len(s.room)/2], l.seen()...)
	s.telling = s.room[len(s.room)/2:][:0]
	for pair := range s.isEnd {
		s.isEnd[pair] = p.labels[pair] + w[f.pairEnd+pair]
	}
	for _, x := range s.seen {
		s.closing = s.closing || closing[x]
		if t := telling[x]; t >= 0 {
			s.telling = append(s.telling, uint8(t))
			for pair := range s.isEnd {
				s.isEnd[pair] += w[f.pairIsEnd+pair*tellingCount+t]
			}
		}
		for l := range labelCount {
			for last := range labelCount {
				pair := last*labelCount + l
				s.is[pair] += w[f.is+l*seenCount+int(x)] + w[f.pairIs+pair*seenCount+int(x)]
				s.next[pair] += w[f.next+l*seenCount+int(x)] + w[f.pairNext+pair*seenCount+int(x)]
				s.after[pair] += w[f.pairAfter+pair*seenCount+int(x)]
			}
			s.then[l] += w[f.then+l*seenCount+int(x)]
		}
	}
	return s
}

// shapes holds the shapes of a scan's units, as far as they were asked for.
type shapes struct {
	of    []*shape
	word  []int32 // numbers of their words, 0 where not asked for, else less 2
	recur recurrences
	row   row // the phrase that is read

	lately [32]ownScores // of the units scored lately, by their last bits
}

// reset makes k that of s; wall counts the article boundaries before a unit.
func (k *shapes) reset(s *patterns.Scan, wall []int) {
	k.of, k.word = zeros(k.of, len(s.Units)), zeros(k.word, len(s.Units))
	k.recur.reset(s, wall)
	clear(k.lately[:])
}

// named notes that unit i is known as a name now.
func (k *shapes) named(i int) {
	k.recur.named(i)
	clear(k.lately[:])
}

// seeWhole lets what recurs behind the paragraph of a word count.
func (k *shapes) seeWhole() {
	k.recur.whole = true
	clear(k.lately[:])
}

// at returns the shape of unit i.
func (p *phraseSums) at(s *patterns.Scan, i int, known *shapes) *shape {
	if i < 0 || i >= len(known.of) {
		return p.shape(lookOf(s, i))
	}
	h := known.of[i]
	if h == nil || h.look.class != s.Units[i].Class { // the class of a unit may change
		h = p.shape(lookOf(s, i))
		known.of[i] = h
	}
	return h
}

// wordOf returns the number of the word of unit i, -1 for none.
func (p *phraseSums) wordOf(s *patterns.Scan, i int, known *shapes) int32 {
	if i < 0 || i >= len(known.word) {
		return p.words.of(s, i)
	}
	if known.word[i] == 0 {
		known.word[i] = p.words.of(s, i) + 2
	}
	return known.word[i] - 2
}

// row is a phrase whose units get scores.
type row struct {
	sums  *phraseSums
	scan  *patterns.Scan
	known *shapes
	first int // the unit before the phrase
	count int // from there to the third one behind the longest phrase
	head  int

	units [LongestPhrase + 4]*shape // as far as they were asked for
	have  int
	v     scores
}

// begin makes r the phrase that begins at unit i and ends before limit at the latest.
func (r *row) begin(p *phraseSums, s *patterns.Scan, i, limit int, known *shapes) {
	r.sums, r.scan, r.known = p, s, known
	r.first, r.count, r.head, r.have = i-1, limit-i+4, headOf(s.Units[i].Class), 0
}

// scores returns the scores of the k-th unit of the phrase, until the next call.
func (r *row) scores(k int) *scores {
	for r.have <= min(k+3, r.count-1) {
		if r.have > 1 && r.units[r.have-1].look.class.Any(patterns.Break) {
			r.units[r.have] = r.units[r.have-1] // nothing is seen behind a paragraph
		} else {
			r.units[r.have] = r.sums.at(r.scan, r.first+r.have, r.known)
		}
		r.have++
	}
	around := (*surroundings)(r.units[k:])
	sum := byLabel{}.plus(&r.sums.place[min(k, places-1)])
	heads := &r.sums.heads[r.head]
	for _, x := range around[1].seen {
		sum = sum.plus(&heads[x])
	}
	first, last, i := Description, NamePart, r.first+1+k // labels that the unit before may have
	var own *scores
	if k == 0 {
		first, last, own = start, start, &r.v
		r.sums.own(own, first, last, r.scan, i, around, r.known)
	} else {
		own = r.known.own(r.sums, r.scan, i, around)
	}
	for prior := first; prior <= last; prior++ {
		p := int(prior) * labelCount
		r.v[p] = own[p] + sum.outside
		r.v[p+1] = own[p+1] + sum.description
		r.v[p+2] = own[p+2] + sum.name
	}
	return &r.v
}

// surroundings are the shapes of a unit, of the one before it and of two behind.
type surroundings [4]*shape

// ownScores are the scores of a unit inside a phrase as far as they depend on
// nothing but what stands around it, and so are the same for all phrases.
type ownScores struct {
	unit   int // plus 1
	around surroundings
	v      scores
}

// own returns the scores of unit i that [ownScores] are, for labels before it
// that a phrase has begun with. Phrases that are looked for one behind another
// share most of their units.
func (k *shapes) own(p *phraseSums, s *patterns.Scan, i int, around *surroundings) *scores {
	o := &k.lately[i%len(k.lately)]
	if o.unit != i+1 || o.around != *around {
		o.unit, o.around = i+1, *around
		p.own(&o.v, Description, NamePart, s, i, around, k)
	}
	return &o.v
}

// own puts the scores of unit i that [ownScores] are in v, for the labels from
// first to last before it.
func (p *phraseSums) own(v *scores, first, last PhraseLabel, s *patterns.Scan, i int, around *surroundings, known *shapes) {
	before, at, next := around[0], around[1], around[2]
	sum := byLabel{}.plus(&around[3].then)
	for _, y := range at.telling {
		for _, x := range before.telling {
			pair := &p.pairs[x][y]
			sum = sum.plus(&pair.after)
			if next.closing {
				sum = sum.plus(&pair.atEnd)
			}
		}
		behind := &p.pairs[y]
		for _, x := range next.telling {
			sum = sum.plus(&behind[x].before)
		}
	}
	labels := &p.labels
	if next.closing {
		labels = &at.isEnd
	}
	for prior := first; prior <= last; prior++ {
		p := int(prior) * labelCount
		v[p] = labels[p] + at.is[p] + next.next[p] + before.after[p] + sum.outside
		v[p+1] = labels[p+1] + at.is[p+1] + next.next[p+1] + before.after[p+1] + sum.description
		v[p+2] = labels[p+2] + at.is[p+2] + next.next[p+2] + before.after[p+2] + sum.name
	}
	more := func(w *scores) {
		for prior := first; prior <= last; prior++ {
			p := int(prior) * labelCount
			v[p] += w[p]
			v[p+1] += w[p+1]
			v[p+2] += w[p+2]
		}
	}
	for b := known.recur.of(i); b != 0; b &= b - 1 {
		more(&p.recur[recurringKind(at.look.class)][bits.TrailingZeros16(b)])
	}
	for which, unit := range [...]int{wordIs: i, wordBefore: i - 1} {
		if w := p.wordOf(s, unit, known); w >= 0 {
			more((*scores)(p.weights[p.words.feature(w, which, 0):]))
		}
	}
}

// byLabel is a sum of weights for each label. As a value it stays in registers.
type byLabel struct{ outside, description, name float64 }

func (s byLabel) plus(w *[labelCount]float64) byLabel {
	return byLabel{s.outside + w[Outside], s.description + w[Description], s.name + w[NamePart]}
}
