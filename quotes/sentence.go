package quotes

import (
	"sort"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
)

// sentenceReach is how far a sentence is followed on either side of what it is
// asked for, in bytes of plain spelling. Some texts have no full stop. Signs on the
// letters don't count, up to the further limit.
const (
	sentenceReach = 800
	markedReach   = 20 * sentenceReach
)

// Sentence returns the sentence or sentences that hold the bytes from start to
// end of the text. What lies further away than 800 bytes, without diacritics and the
// like, is left out.
func (a *Analysis) Sentence(start, end int) Span {
	s, t := a.Scan, a.Scan.Text.Tokens
	earliest, latest := reachBack(s.Text, start), reachAhead(s.Text, end)
	within := func(unit int) bool {
		u := s.Units[unit]
		return int(t[u.First].Start) >= earliest && int(t[u.Last-1].End) <= latest
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
		from = min(from, max(int(t[s.Units[first].First].Start), earliest))
	}
	if last > 0 {
		to = max(to, min(int(t[s.Units[last-1].Last-1].End), latest))
	}
	from, to = atRune(text, from), atRune(text, to)
	return Span{Text: text[from:to], Start: from, End: to}
}

// reachBack returns the first byte within reach before start.
func reachBack(t *arabic.Text, start int) int {
	left, at := sentenceReach, start
	i := sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].Start) >= start }) - 1
	for ; i >= 0; i-- {
		tok := &t.Tokens[i]
		if end := int(tok.End); end < at {
			if left == 0 {
				break
			}
			left, at = left-1, end
		}
		n := min(plainLen(t, i), at-int(tok.Start))
		if n > left {
			at -= left
			break
		}
		left, at = left-n, int(tok.Start)
	}
	if i < 0 {
		at = 0
	}
	return max(at, start-markedReach)
}

// reachAhead returns the end of what is within reach behind end.
func reachAhead(t *arabic.Text, end int) int {
	left, at := sentenceReach, end
	i := sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].End) > end })
	for ; i < len(t.Tokens); i++ {
		tok := &t.Tokens[i]
		if start := int(tok.Start); start > at {
			if left == 0 {
				break
			}
			left, at = left-1, start
		}
		n := min(plainLen(t, i), int(tok.End)-at)
		if n > left {
			at += left
			break
		}
		left, at = left-n, int(tok.End)
	}
	return min(at, end+markedReach)
}

// plainLen returns the length of token i in bytes as it is without diacritics and
// with « » for its quotation marks.
func plainLen(t *arabic.Text, i int) int {
	switch tok := &t.Tokens[i]; tok.Kind {
	case arabic.Word, arabic.Number:
		return len(t.Key(i))
	case arabic.Mark:
		return len("«")
	default:
		return utf8.RuneLen(tok.Rune)
	}
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
