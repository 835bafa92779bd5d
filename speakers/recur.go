package speakers

import (
	"hash/maphash"
	"strings"

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
	scan *patterns.Scan
	hash []uint64 // of the word of a unit, 0 for none
	next []int32  // the next unit of the article with the same word, the first behind the last
	slot []int32  // hash table: the latest unit of each word, plus 1
}

var recurrenceSeed = maphash.MakeSeed()

// reset makes r that of s; wall counts the article boundaries before a unit, nil
// for none.
func (r *recurrences) reset(s *patterns.Scan, wall []int) {
	n := len(s.Units)
	size := 16
	for size < 2*n {
		size *= 2
	}
	r.scan = s
	r.hash, r.next, r.slot = zeros(r.hash, n), zeros(r.next, n), zeros(r.slot, size)
	for i := range s.Units {
		key := r.key(i)
		if key == "" {
			continue
		}
		hash := maphash.String(recurrenceSeed, key) | 1
		r.hash[i], r.next[i] = hash, int32(i)
		at := int(hash>>1) & (size - 1)
		for r.slot[at] != 0 && r.hash[r.slot[at]-1] != hash {
			at = (at + 1) & (size - 1)
		}
		if last := r.slot[at] - 1; last >= 0 && (wall == nil || wall[last] == wall[i]) {
			r.next[i], r.next[last] = r.next[last], int32(i)
		}
		r.slot[at] = int32(i) + 1
	}
}

// key returns the word of unit i, also of one that stands in marks, "" for none.
func (r *recurrences) key(i int) string {
	u := &r.scan.Units[i]
	switch {
	case u.Span < 0 && u.Class.Any(patterns.Word):
		return r.scan.BareKey(i)
	case u.Span >= 0 && u.Class.Any(patterns.QuotedName):
		if sp := r.scan.Spans[u.Span]; sp.Last == sp.First+1 {
			return strings.TrimPrefix(r.scan.Text.Key(sp.First), "ال")
		}
	}
	return ""
}

// recurrenceLimit bounds how many places of a word are looked at.
const recurrenceLimit = 16

// of returns how the word of unit i recurs, as bits.
func (r *recurrences) of(i int) (bits uint16) {
	if i >= len(r.hash) || r.hash[i] == 0 {
		return 0
	}
	class := func(j int) patterns.Class {
		if j < 0 || j >= len(r.hash) {
			return patterns.Break
		}
		return r.scan.Units[j].Class
	}
	count := 0
	for j := int(r.next[i]); j != i && count < recurrenceLimit; j = int(r.next[j]) {
		count++
		switch before := class(j - 1); {
		case before.Any(patterns.Name | patterns.NameLink):
			bits |= 1 << behindKnown
		case before.Any(patterns.Title | patterns.Honorific):
			bits |= 1 << behindTitle
		case before.Any(patterns.Verb):
			bits |= 1 << behindCue
		}
		if class(j + 1).Any(PhraseEnds | patterns.Comma) {
			bits |= 1 << beforeEnd
		}
		if i > 0 && j > 0 && r.hash[i-1] != 0 && r.hash[i-1] == r.hash[j-1] {
			bits |= 1 << sameBefore
		}
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
	if i > 0 && r.hash[i-1] != 0 && bits&(1<<sameBefore) == 0 && int(r.next[i-1]) != i-1 {
		bits |= 1 << otherBehind
	}
	return bits
}
