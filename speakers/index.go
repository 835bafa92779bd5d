package speakers

import (
	"cmp"
	"hash/maphash"
	"slices"
	"sort"
	"strings"
)

// postings lists entities by a key, the latest first. It is a hash table with
// open addressing whose lists are chains, so that an article's few hundred keys
// cost no allocation once the memory is there. Two words of one key are no
// harm: whoever looks entities up compares the words then.
type postings struct {
	slots []slot // a power of two long
	used  int
	list  []posting
}

// slot holds a key and the place in the list of its latest posting, counted from 1.
type slot struct {
	key  uint64
	last int32
}

type posting struct {
	entity int32
	before int32 // the one before it under the same key, counted from 1
}

// recall bounds how many of the entities under one key are looked at, so that
// a text of a hundred thousand people named محمد takes linear time.
const recall = 32

// reset empties p, for an article of so many units. Of the memory of a long
// article a short one takes, and clears, no more than it needs.
func (p *postings) reset(units int) {
	size := leastSlots
	for size < 2*units {
		size *= 2
	}
	p.slots = p.slots[:min(size, cap(p.slots))]
	clear(p.slots)
	p.used, p.list = 0, p.list[:0]
}

const leastSlots = 256

// slot returns the place of key, or the free one where it belongs.
func (p *postings) slot(key uint64) *slot {
	for i := key >> 32; ; i++ { // the upper bits are the better mixed ones
		s := &p.slots[i&uint64(len(p.slots)-1)]
		if s.last == 0 || s.key == key {
			return s
		}
	}
}

func (p *postings) add(key uint64, e int) {
	if 2*p.used >= len(p.slots) {
		p.grow()
	}
	s := p.slot(key)
	switch {
	case s.last == 0:
		s.key = key
		p.used++
	case p.list[s.last-1].entity == int32(e):
		return
	}
	p.list = append(p.list, posting{int32(e), s.last})
	s.last = int32(len(p.list))
}

func (p *postings) grow() {
	old := p.slots
	p.slots = make([]slot, max(leastSlots, 2*len(old)))
	for _, s := range old {
		if s.last != 0 {
			*p.slot(s.key) = s
		}
	}
}

// find appends to out the latest entities under any of keys, in the order they
// were made.
func (p *postings) find(out []int, keys ...uint64) []int {
	if p.used == 0 {
		return out
	}
	for _, k := range keys {
		n := 0
		for at := p.slot(k).last; at != 0 && n < recall; at = p.list[at-1].before {
			out = append(out, int(p.list[at-1].entity))
			n++
		}
	}
	if len(keys) == 1 {
		slices.Reverse(out)
	} else {
		slices.Sort(out)
	}
	return slices.Compact(out)
}

// longWord is the length in code points beyond which no letter is forgiven.
const longWord = 24

// A key is a polynomial in keyBase, whose coefficients are the letters, so that
// the key of a word with a letter left out follows from those of its parts.
const keyBase = 0x9E3779B97F4A7C15

// key returns the key of a word.
func key(word string) uint64 {
	k := uint64(0)
	for _, r := range word {
		k = k*keyBase + uint64(r)
	}
	return k
}

// appendNameKeys appends the keys under which the words of a name are found:
// those of the words themselves and, for the long ones that sameWord compares
// with one letter forgiven, of the words with one letter left out.
func appendNameKeys(keys []uint64, words []string) []uint64 {
	for _, w := range words {
		if isLink(w) {
			continue
		}
		if b := bare(w); b != w {
			keys = append(keys, key(b))
		}
		keys = appendWordKeys(keys, w)
	}
	return keys
}

func appendWordKeys(keys []uint64, w string) []uint64 {
	var letters [longWord]uint64
	n := 0
	for _, r := range w {
		if n == longWord {
			return append(keys, key(w))
		}
		letters[n] = uint64(r)
		n++
	}
	if n < 5 {
		return append(keys, key(w))
	}
	// behind[i] is the key of the letters behind letter i, power[i] what moves a
	// key by as many letters
	var behind, power [longWord]uint64
	power[n-1] = 1
	for i := n - 1; i > 0; i-- {
		behind[i-1] = letters[i]*power[i] + behind[i]
		power[i-1] = power[i] * keyBase
	}
	before := uint64(0)
	for i := range n {
		keys = append(keys, before*power[i]+behind[i])
		before = before*keyBase + letters[i]
	}
	return append(keys, before)
}

// titleDepth is how many words of a title may stand before the head of a
// shorter one: نائب رئيس الوزراء وزير الخارجية.
const titleDepth = 4

func (a *Article) indexName(e int) {
	a.keys = appendNameKeys(a.keys[:0], a.Entities[e].words)
	for _, k := range a.keys {
		a.byName.add(k, e)
	}
}

func (a *Article) indexTitle(e int, title []string) {
	for _, w := range title[:min(len(title), titleDepth+1)] {
		a.byTitle.add(titleKey(w), e)
	}
}

// titleKey returns the key of a word of a title, with or without ال.
func titleKey(word string) uint64 { return maphash.String(seed, bare(word)) }

var seed = maphash.MakeSeed()

// settle puts the mentions of every entity in text order, for near to search.
func (a *Article) settle() {
	for e := range a.Entities {
		ent := &a.Entities[e]
		a.sortByPlace(ent.Mentions)
		ent.settled = len(ent.Mentions)
	}
}

// sortByPlace sorts mentions by where they begin, in place. Most are in order.
func (a *Article) sortByPlace(mentions []int) {
	byPlace := func(i, j int) int { return cmp.Compare(a.Mentions[i].Whole.Start, a.Mentions[j].Whole.Start) }
	if !slices.IsSortedFunc(mentions, byPlace) {
		slices.SortStableFunc(mentions, byPlace)
	}
}

// near returns where the last mention of e before unit at begins and where the
// first one from there on does, -1 for none. Mentions that joined since settle
// stand before at, in text order.
func (a *Article) near(e, at int) (before, after int) {
	ent := &a.Entities[e]
	start := func(i int) int { return a.Mentions[ent.Mentions[i]].Whole.Start }
	before, after = -1, -1
	i := sort.Search(ent.settled, func(i int) bool { return start(i) >= at })
	if i > 0 {
		before = start(i - 1)
	}
	if i < ent.settled {
		after = start(i)
	}
	if n := len(ent.Mentions); n > ent.settled {
		if s := start(n - 1); s < at {
			before = max(before, s)
		} else if after < 0 || s < after {
			after = s
		}
	}
	return before, after
}

// nearest tells which of the entities is mentioned last before unit at, else
// first behind it; -1 for none. Where walled is set only mentions in the same
// article of the page count.
func (a *Article) nearest(entities []int, at int, walled bool) int {
	best, bestBefore, bestAfter := -1, -1, -1
	for _, e := range entities {
		before, after := a.near(e, at)
		if walled && before >= 0 && a.wall[before] != a.wall[at] {
			before = -1
		}
		if walled && after >= 0 && a.wall[after] != a.wall[at] {
			after = -1
		}
		switch {
		case before >= 0 && before > bestBefore:
			best, bestBefore = e, before
		case bestBefore < 0 && after >= 0 && (bestAfter < 0 || after < bestAfter):
			best, bestAfter = e, after
		}
	}
	return best
}

// bare takes ال off a folded word of a title.
func bare(w string) string { return strings.TrimPrefix(w, "ال") }
