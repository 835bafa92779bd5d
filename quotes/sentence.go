package quotes

import (
	"sort"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/patterns"
)

// sentenceReach is how far a sentence is followed on either side of what it is
// asked for, in bytes. Some texts have no full stop.
const sentenceReach = 800

// Sentence returns the sentence or sentences that hold the bytes from start to
// end of the text. What lies further away than 800 bytes is left out.
func (a *Analysis) Sentence(start, end int) Span {
	s, t := a.Scan, a.Scan.Text.Tokens
	within := func(unit int) bool {
		u := s.Units[unit]
		return int(t[u.First].Start) >= start-sentenceReach && int(t[u.Last-1].End) <= end+sentenceReach
	}
	first, last := a.unitAt(start), a.unitAt(end-1)
	for first > 0 && within(first-1) && !s.Units[first-1].Class.Any(patterns.Stop|patterns.Break) {
		first--
	}
	for last < len(s.Units) && within(last) && !s.Units[last].Class.Any(patterns.Stop|patterns.Break) {
		last++
	}
	if last < len(s.Units) && s.Units[last].Class.Any(patterns.Stop) {
		last++
	}
	text, from, to := s.Text.Source, start, end
	if first < len(s.Units) {
		from = min(from, max(int(t[s.Units[first].First].Start), start-sentenceReach))
	}
	if last > 0 {
		to = max(to, min(int(t[s.Units[last-1].Last-1].End), end+sentenceReach))
	}
	from, to = atRune(text, from), atRune(text, to)
	return Span{Text: text[from:to], Start: from, End: to}
}

// unitAt returns the unit that holds or follows the byte at offset.
func (a *Analysis) unitAt(offset int) int {
	t := a.Scan.Text.Tokens
	return a.Scan.UnitAt(sort.Search(len(t), func(i int) bool { return int(t[i].End) > offset }))
}

// atRune moves offset forward to the start of a character.
func atRune(text string, offset int) int {
	for offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset++
	}
	return offset
}
