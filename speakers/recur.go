package speakers

import (
	"hash/maphash"
	"slices"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// A word of a phrase tells more where the article has it again: ترامب stands
// without what follows it here, شايع alone behind a verb, العربي before الجديد
// each time.

// The ways in which a word of a phrase recurs in its article, numbered as bits.
const (
	again       = iota // it recurs
	often              // more than twice
	behindCue          // right behind a verb of saying
	behindKnown        // behind a name
	behindTitle        // behind a title
	beforeEnd          // before what closes a phrase
	sameBefore         // behind the same word as here
	otherBefore        // behind others only
	otherBehind        // the word before it here recurs, before others only
	recurrenceCount
)

var recurrenceNames = [recurrenceCount]string{
	"again", "often", "again behind cue", "again behind name", "again behind title", "again at the end", "again behind the same", "again behind others", "other behind the one before",
}

// recurrences knows where each word of an article stands again. Of several
// articles on one page each has its own.
type recurrences struct {
	scan  *patterns.Scan
	units []recurrence
	slot  []int32 // hash table: the latest unit of each word, plus 1
	whole bool    // whether the places behind the paragraph of a word count
	// lists holds the places of each word that recurs and was asked for, side by
	// side and in order, for in a long article they are far from one another.
	lists []place
}

// place is a unit with a word that recurs, and what is told of it.
type place struct {
	before uint64 // the word before it
	unit   int32  // -1 behind the last
	around uint16
}

// recurrence is what the other places of the word of a unit are told of it.
type recurrence struct {
	word   uint64 // a number of the word, 0 for none
	next   int32  // the next unit of the article with the same word, the first behind the last; ^ of its place in lists if it is there
	end    int32  // the paragraph ends before this unit
	around uint16 // what stands around the unit, as bits
}

// reset makes r that of s; wall counts the article boundaries before a unit, nil
// for none.
func (r *recurrences) reset(s *patterns.Scan, wall []int) {
	n := len(s.Units)
	size := 16
	for size < 2*n {
		size *= 2
	}
	r.scan, r.lists, r.whole = s, slices.Grow(r.lists[:0], n/2), false
	r.units, r.slot = slices.Grow(r.units[:0], n)[:n], zeros(r.slot, size)
	before := patterns.Break
	for i := range s.Units {
		u := &r.units[i]
		*u = recurrence{r.wordOf(i), int32(i), 0, r.around(before, i)}
		before = s.Units[i].Class
		if u.word == 0 {
			continue
		}
		at := int(arabic.Spread(u.word)>>32) & (size - 1)
		for r.slot[at] != 0 && r.units[r.slot[at]-1].word != u.word {
			at = (at + 1) & (size - 1)
		}
		if last := r.slot[at] - 1; last >= 0 && (wall == nil || wall[last] == wall[i]) {
			u.next, r.units[last].next = r.units[last].next, int32(i)
		}
		r.slot[at] = int32(i) + 1
	}
	end := int32(n)
	for i := n - 1; i >= 0; i-- {
		if s.Units[i].Class.Any(patterns.Break) {
			end = int32(i)
		}
		r.units[i].end = end
	}
}

// wordOf returns the number of the word of unit i, also of one that stands in
// marks, 0 for none: the code of the word without clitics, or a hash where it
// has no code.
func (r *recurrences) wordOf(i int) uint64 {
	u, token, key := &r.scan.Units[i], 0, ""
	switch {
	case u.Span < 0 && u.Class.Any(patterns.Word):
		token, key = u.First, r.scan.BareKey(i)
	case u.Span >= 0 && u.Class.Any(patterns.QuotedName):
		if sp := r.scan.Spans[u.Span]; sp.Last == sp.First+1 {
			token = sp.First
			key = bare(r.scan.Text.Key(token))
		}
	}
	if key == "" {
		return 0
	}
	if code := r.scan.Text.Tokens[token].Code; code != 0 {
		return arabic.Ending(code, len(key)/2)
	}
	return maphash.String(seed, key) | 1<<63 // no code is so large
}

// around returns what stands around unit i, behind one with the classes before.
func (r *recurrences) around(before patterns.Class, i int) (bits uint16) {
	switch {
	case before.Any(patterns.Name | patterns.NameLink):
		bits = 1 << behindKnown
	case before.Any(patterns.Title | patterns.Honorific):
		bits = 1 << behindTitle
	case before.Any(patterns.Verb):
		bits = 1 << behindCue
	}
	if i+1 == len(r.scan.Units) || r.scan.Units[i+1].Class.Any(PhraseEnds|patterns.Comma) {
		bits |= 1 << beforeEnd
	}
	return bits
}

// named notes that unit i is known as a name now.
func (r *recurrences) named(i int) {
	if i+1 >= len(r.units) {
		return
	}
	u := &r.units[i+1]
	if u.around = r.around(r.scan.Units[i].Class, i+1); u.next < 0 {
		r.lists[^u.next].around = u.around
	}
}

// place returns where unit i, whose word recurs, stands in lists.
func (r *recurrences) place(i int) int {
	if next := r.units[i].next; next < 0 {
		return int(^next)
	}
	last := int32(i)
	for r.units[last].next > last {
		last = r.units[last].next
	}
	for j := r.units[last].next; r.units[j].next >= 0; {
		next := r.units[j].next
		r.units[j].next = ^int32(len(r.lists))
		r.lists = append(r.lists, place{r.before(int(j)), j, r.units[j].around})
		j = next
	}
	r.lists = append(r.lists, place{unit: -1})
	return int(^r.units[i].next)
}

// before returns the word before unit i.
func (r *recurrences) before(i int) uint64 {
	if i == 0 {
		return 0
	}
	return r.units[i-1].word
}

// alone reports whether the word of unit i stands nowhere else.
func (r *recurrences) alone(i int) bool { return r.units[i].next == int32(i) }

// recurrenceLimit bounds how many places of a word are looked at.
const recurrenceLimit = 16

// of returns how the word of unit i recurs, as bits: up to the end of its
// paragraph or, with whole, in all of the article.
func (r *recurrences) of(i int) (bits uint16) {
	if i >= len(r.units) || r.units[i].word == 0 {
		return 0
	}
	end := r.units[i].end
	if r.whole {
		end = int32(len(r.units))
	}
	before := r.before(i)
	if !r.alone(i) {
		own, count := r.place(i), 0
		for at := own + 1; r.within(at, end) && count < recurrenceLimit; at++ {
			bits |= r.lists[at].told(before)
			count++
		}
		for at := own - 1; r.within(at, end) && count < recurrenceLimit; at-- {
			bits |= r.lists[at].told(before)
			count++
		}
		if count > 0 {
			bits |= 1 << again
			if bits&(1<<sameBefore) == 0 {
				bits |= 1 << otherBefore
			}
		}
		if count > 1 {
			bits |= 1 << often
		}
	}
	if before != 0 && bits&(1<<sameBefore) == 0 && !r.alone(i-1) {
		if at := r.place(i - 1); r.within(at-1, end) || r.within(at+1, end) {
			bits |= 1 << otherBehind
		}
	}
	return bits
}

// within reports whether a place of the same word stands at at in lists, one before end.
func (r *recurrences) within(at int, end int32) bool {
	return at >= 0 && r.lists[at].unit >= 0 && r.lists[at].unit < end
}

// told returns what a place tells of another one, behind the word before.
func (p *place) told(before uint64) uint16 {
	if before != 0 && p.before == before {
		return p.around | 1<<sameBefore
	}
	return p.around
}

// changes reports whether the whole article tells more of one of the units from i
// to end than the text up to the end of its paragraph.
func (r *recurrences) changes(i, end int) bool {
	for i = max(i, 0); i < min(end, len(r.units)); i++ {
		if r.units[i].word == 0 || r.alone(i) {
			continue
		}
		own := r.place(i)
		at := own + 1
		for n := 0; r.within(at, r.units[i].end) && n < recurrenceLimit; n++ {
			at++
		}
		if r.lists[at].unit < 0 {
			continue
		}
		if own == 0 || r.lists[own-1].unit < 0 {
			return true
		}
		r.whole = false
		here := r.of(i)
		r.whole = true
		if here != r.of(i) {
			return true
		}
	}
	return false
}
