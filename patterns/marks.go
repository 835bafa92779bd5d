package patterns

import "github.com/qawl-nlp/qawl/internal/arabic"

// MarkedSpan is a stretch between quotation marks, the outermost pair only.
// All positions are token indexes.
type MarkedSpan struct {
	Open, Close int // the marks; Close is the end of the words where none was found
	First, Last int // the words inside, Last excluded
	Closed      bool
	Continues   bool // the next paragraph reopens the mark: one quotation goes on
}

// crossLimit bounds, in tokens, how far a quotation may reach over paragraphs.
const crossLimit = 600

// closers gives the signs that may end what a sign opened.
var closers = map[rune]string{'«': "»", '‹': "›", '“': "”", '„': "“”", '‘': "’", '‚': "‘’", '”': "“”", '»': "«»"}

// PairMarks pairs the quotation marks of a text. Marks that find no partner
// end at the sentence end, or are passed over where nothing speaks for an
// opening mark; they never reach beyond their paragraph.
func PairMarks(t *arabic.Text) []MarkedSpan { return appendMarks(nil, t) }

// appendMarks is PairMarks behind other spans.
func appendMarks(out []MarkedSpan, t *arabic.Text) []MarkedSpan {
	for start := 0; start < len(t.Tokens); {
		end := start
		for end < len(t.Tokens) && t.Tokens[end].Kind != arabic.Newline {
			end++
		}
		next := pairParagraph(t, start, end, &out)
		start = max(end+1, next)
	}
	return out
}

// pairParagraph pairs the marks of tokens start to end and returns the token
// after the last span, which may lie in a later paragraph.
func pairParagraph(t *arabic.Text, start, end int, out *[]MarkedSpan) int {
	straight := straightPairs(t, start, end)
	noClose := map[rune]bool{} // signs known to have no closer ahead, so that a bad paragraph costs linear time
	nested := map[rune]map[int]int{}
	for i := start; i < end; i++ {
		tok := t.Tokens[i]
		if tok.Kind != arabic.Mark {
			continue
		}
		if tok.Rune == '"' {
			for len(straight) > 0 && straight[0][0] < i {
				straight = straight[1:]
			}
			if len(straight) > 0 && straight[0][0] == i {
				i = straight[0][1]
				*out = append(*out, span(t, straight[0][0], i))
			}
			continue
		}
		s, ok := pairTypographic(t, i, end, noClose, nested)
		if !ok {
			continue
		}
		*out = append(*out, s)
		i = s.Close
		if i >= end {
			return i + 1
		}
	}
	return end + 1
}

func span(t *arabic.Text, open, close int) MarkedSpan {
	return MarkedSpan{Open: open, Close: close, First: open + 1, Last: close, Closed: true}
}

// pairTypographic finds the partner of the typographic mark at token i.
func pairTypographic(t *arabic.Text, i, end int, noClose map[rune]bool, nested map[rune]map[int]int) (MarkedSpan, bool) {
	open := t.Tokens[i].Rune
	close, ok := closers[open]
	if !ok {
		return MarkedSpan{}, false
	}
	if (open == '”' || open == '»') && (!opensHere(t, i) || noClose[open]) {
		return MarkedSpan{}, false // a closing sign opens only where it's written the wrong way round
	}
	if !noClose[open] {
		if open == '”' || open == '»' {
			if j, ok := firstClose(t, i, end, open, close); ok {
				return span(t, i, j), true
			}
		} else {
			if nested[open] == nil {
				nested[open] = nestedPairs(t, i, end, open, close)
			}
			if j, ok := nested[open][i]; ok {
				return span(t, i, j), true
			}
		}
		if j, ok := firstClose(t, i, end, open, close); ok {
			return span(t, i, j), true
		}
		noClose[open] = true
	}
	switch open {
	case '«', '“', '„':
		return openEnded(t, i, end, close), true
	}
	return MarkedSpan{}, false
}

// nestedPairs finds the closers of the marks of one kind from token i on,
// counting those inside others.
func nestedPairs(t *arabic.Text, i, end int, open rune, close string) map[int]int {
	pairs := map[int]int{}
	var openers []int
	for j := i; j < end; j++ {
		tok := t.Tokens[j]
		if tok.Kind != arabic.Mark {
			continue
		}
		switch {
		case tok.Rune == open:
			openers = append(openers, j)
		case contains(close, tok.Rune) && len(openers) > 0:
			pairs[openers[len(openers)-1]] = j
			openers = openers[:len(openers)-1]
		}
	}
	return pairs
}

// firstClose is for unbalanced nesting: the first closer that no opener
// precedes, or a straight mark that closes what a typographic one opened.
func firstClose(t *arabic.Text, i, end int, open rune, close string) (int, bool) {
	for j := i + 1; j < end; j++ {
		tok := t.Tokens[j]
		if tok.Kind != arabic.Mark {
			continue
		}
		if contains(close, tok.Rune) || open == '“' && tok.Rune == '"' {
			return j, true
		}
		if tok.Rune == open {
			if open == '“' && !opensHere(t, j) { // some papers use one sign for both
				return j, true
			}
		}
	}
	return 0, false
}

// openEnded ends a span whose closing mark is missing: in a later paragraph
// that closes before it reopens, at the end of the paragraph where the next
// one reopens, else at the end of its sentence.
func openEnded(t *arabic.Text, i, end int, close string) MarkedSpan {
	open := t.Tokens[i].Rune
	for j := end; j < len(t.Tokens) && j < i+crossLimit; j++ {
		tok := t.Tokens[j]
		if tok.Kind != arabic.Mark {
			continue
		}
		if contains(close, tok.Rune) {
			return span(t, i, j)
		}
		if tok.Rune == open {
			if j > 0 && t.Tokens[j-1].Kind == arabic.Newline {
				return MarkedSpan{Open: i, Close: end, First: i + 1, Last: end, Continues: true}
			}
			break
		}
	}
	j := i + 1
	for j < end && !isStop(t, j) {
		j++
	}
	return MarkedSpan{Open: i, Close: j, First: i + 1, Last: j}
}

// opensHere reports whether the mark at i stands like an opening one: space
// before it (or a proclitic), none behind it.
func opensHere(t *arabic.Text, i int) bool {
	if i+1 >= len(t.Tokens) || t.Tokens[i+1].Spaced || t.Tokens[i+1].Kind == arabic.Newline {
		return false
	}
	return t.Tokens[i].Spaced || i == 0 || t.Tokens[i-1].Kind != arabic.Word || len(t.Key(i-1)) <= 4
}

// closesHere reports whether the mark at i stands like a closing one.
func closesHere(t *arabic.Text, i int) bool {
	if t.Tokens[i].Spaced {
		return false
	}
	return i+1 >= len(t.Tokens) || t.Tokens[i+1].Spaced || t.Tokens[i+1].Kind != arabic.Word
}

// straightLimit bounds the marks of a paragraph among which a surplus one is
// looked for.
const straightLimit = 201

// straightPairs pairs the straight marks of a paragraph one after the other.
// Of an odd number the one is passed over whose loss leaves the marks standing
// most like opening and closing ones.
func straightPairs(t *arabic.Text, start, end int) [][2]int {
	var at []int
	for i := start; i < end; i++ {
		if t.Tokens[i].Kind == arabic.Mark && t.Tokens[i].Rune == '"' {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return nil
	}
	if len(at)%2 == 1 {
		drop := len(at) - 1
		if len(at) <= straightLimit {
			drop = worstMark(t, at)
		}
		at = append(at[:drop:drop], at[drop+1:]...)
	}
	pairs := make([][2]int, 0, len(at)/2)
	for k := 0; k+1 < len(at); k += 2 {
		pairs = append(pairs, [2]int{at[k], at[k+1]})
	}
	return pairs
}

func worstMark(t *arabic.Text, at []int) int {
	cost := func(i int, opening bool) int {
		switch {
		case opening && opensHere(t, i), !opening && closesHere(t, i):
			return 0
		case opening && closesHere(t, i), !opening && opensHere(t, i):
			return 2
		}
		return 1
	}
	n := len(at)
	// before[k]: cost of the first k marks in order; after[k]: of those from k
	// on, where k takes the role one place earlier.
	before, after := make([]int, n+1), make([]int, n+1)
	for k := range n {
		before[k+1] = before[k] + cost(at[k], k%2 == 0)
	}
	for k := n - 1; k >= 0; k-- {
		after[k] = after[k+1] + cost(at[k], k%2 == 1)
	}
	best, drop := 1<<30, n-1
	for k := n - 1; k >= 0; k-- {
		if c := before[k] + after[k+1]; c < best {
			best, drop = c, k
		}
	}
	return drop
}

func contains(set string, r rune) bool {
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}

// Interrupted reports whether the quotation of span k goes on with the next
// one: straight marks around a name inside a quotation cut it in two, and then
// the mark that closes k stands like an opening one.
func (s *Scan) Interrupted(k int) bool {
	if k+1 >= len(s.Spans) || !s.Spans[k].Closed || !s.Spans[k+1].Closed {
		return false
	}
	t, next := s.Text, s.Spans[k+1]
	close := s.Spans[k].Close
	if t.Tokens[close].Rune != '"' || t.Tokens[next.Open].Rune != '"' || next.Open-close > 14 {
		return false
	}
	return opensHere(t, close) && t.Tokens[close].Spaced && closesHere(t, next.Open)
}

// isStop reports whether token i ends a sentence. A full stop behind a single
// letter (د. محمد) or between Latin letters and digits does not, nor do two or
// three in a row.
func isStop(t *arabic.Text, i int) bool {
	tok := t.Tokens[i]
	if tok.Kind != arabic.Punct {
		return false
	}
	switch tok.Rune {
	case '؟', '?', '!', '؛', ';':
		return tok.Rune != '؛' && tok.Rune != ';'
	case '.', '۔':
		if i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == arabic.Punct && t.Tokens[i+1].Rune == '.' ||
			i > 0 && t.Tokens[i-1].Kind == arabic.Punct && t.Tokens[i-1].Rune == '.' {
			return false
		}
		if i == 0 || t.Tokens[i-1].Kind != arabic.Word {
			return true
		}
		prev := t.Key(i - 1)
		if len(prev) <= 2 && !tok.Spaced && i+1 < len(t.Tokens) && (t.Tokens[i+1].Kind == arabic.Word || t.Tokens[i+1].Rune == '،') {
			return false
		}
		if i+1 < len(t.Tokens) && !t.Tokens[i+1].Spaced && len(prev) > 0 && prev[0] < 0x80 && t.Tokens[i+1].Kind == arabic.Word {
			return false
		}
		return true
	}
	return false
}
