package main

import (
	"sort"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/patterns"
)

// Limits of what is shown of a long sentence, in bytes.
const (
	sentenceReach = 800 // on either side of what it is shown for
	longestShown  = 4000
)

// sentence returns the sentence or sentences that hold the bytes from start to
// end of the text.
func sentence(s *patterns.Scan, start, end int) string {
	first, last := unitAt(s, start), unitAt(s, end-1)
	for first > 0 && !s.Units[first-1].Class.Any(patterns.Stop|patterns.Break) {
		first--
	}
	for last < len(s.Units) && !s.Units[last].Class.Any(patterns.Stop|patterns.Break) {
		last++
	}
	text, from, to := s.Text.Source, start, end
	if first < len(s.Units) {
		from = min(from, int(s.Text.Tokens[s.Units[first].First].Start))
	}
	if last < len(s.Units) && s.Units[last].Class.Any(patterns.Stop) {
		last++
	}
	if last > 0 {
		to = max(to, int(s.Text.Tokens[s.Units[last-1].Last-1].End))
	}
	before, after := "", ""
	if from < start-sentenceReach {
		from, before = start-sentenceReach, "… "
	}
	if to > end+sentenceReach {
		to, after = end+sentenceReach, " …"
	}
	return before + shorten(text[atRune(text, from):atRune(text, to)]) + after
}

// unitAt returns the unit that holds or follows the byte at offset.
func unitAt(s *patterns.Scan, offset int) int {
	t := s.Text.Tokens
	return s.UnitAt(sort.Search(len(t), func(i int) bool { return int(t[i].End) > offset }))
}

// atRune moves offset forward to the start of a character.
func atRune(text string, offset int) int {
	for offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset++
	}
	return offset
}

// shorten leaves out the middle of a text that is too long to read.
func shorten(s string) string {
	if len(s) <= longestShown {
		return s
	}
	return s[:atRune(s, longestShown/2)] + " … " + s[atRune(s, len(s)-longestShown/2):]
}
