package speakers

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// postings lists entities by a key, in the order they were made.
type postings map[string][]int

// recall bounds how many of the entities under one key are looked at, so that
// a text of a hundred thousand people named محمد takes linear time.
const recall = 128

func (p postings) add(key string, e int) {
	if l := p[key]; len(l) == 0 || l[len(l)-1] != e {
		p[key] = append(l, e)
	}
}

// any returns the latest entities under any of keys, in the order they were made.
func (p postings) any(keys []string) []int {
	var out []int
	for _, k := range keys {
		l := p[k]
		out = append(out, l[max(0, len(l)-recall):]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// longWord is the length in code points beyond which no letter is forgiven.
const longWord = 24

// nameKeys returns the keys under which the words of a name are found: the
// words themselves and, for the long ones that sameWord compares with one
// letter forgiven, the words with one letter left out.
func nameKeys(words []string) []string {
	var keys []string
	for _, w := range words {
		if links[w] {
			continue
		}
		keys = append(keys, w)
		if b := bare(w); b != w {
			keys = append(keys, b)
		}
		if n := utf8.RuneCountInString(w); n < 5 || n > longWord {
			continue
		}
		for i, r := range w {
			keys = append(keys, w[:i]+w[i+utf8.RuneLen(r):])
		}
	}
	return keys
}

// titleDepth is how many words of a title may stand before the head of a
// shorter one: نائب رئيس الوزراء وزير الخارجية.
const titleDepth = 4

func (a *Article) indexName(e int) {
	for _, k := range nameKeys(a.Entities[e].words) {
		a.byName.add(k, e)
	}
}

func (a *Article) indexTitle(e int, title []string) {
	for _, w := range title[:min(len(title), titleDepth+1)] {
		a.byTitle.add(bare(w), e)
	}
}

// settle puts the mentions of every entity in text order, for near to search.
func (a *Article) settle() {
	for e := range a.Entities {
		ent := &a.Entities[e]
		sort.SliceStable(ent.Mentions, func(i, j int) bool {
			return a.Mentions[ent.Mentions[i]].Whole.Start < a.Mentions[ent.Mentions[j]].Whole.Start
		})
		ent.settled = len(ent.Mentions)
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
