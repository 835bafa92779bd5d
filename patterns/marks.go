package patterns

import "github.com/qawl-nlp/qawl/internal/arabic"

// MarkedSpan is a stretch between quotation marks, the outermost pair only.
// All positions are token indexes.
type MarkedSpan struct {
	Open, Close int // the marks; Close is the end of the words where none was found
	First, Last int // the words inside, Last excluded; no line break at either end
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
	known := len(out)
	for start := 0; start < len(t.Tokens); {
		end := start
		for end < len(t.Tokens) && t.Tokens[end].Kind != arabic.Newline {
			end++
		}
		next := pairParagraph(t, start, end, &out)
		start = max(end+1, next)
	}
	for i := known; i < len(out); i++ {
		sp := &out[i]
		for sp.First < sp.Last && t.Tokens[sp.First].Kind == arabic.Newline {
			sp.First++
		}
		for sp.First < sp.Last && t.Tokens[sp.Last-1].Kind == arabic.Newline {
			sp.Last--
		}
	}
	return out
}

// pairParagraph pairs the marks of tokens start to end and returns the token
// after the last span, which may lie in a later paragraph.
func pairParagraph(t *arabic.Text, start, end int, out *[]MarkedSpan) int {
	straight := straightSpans(t, start, end)
	noClose := map[rune]bool{} // signs known to have no closer ahead, so that a bad paragraph costs linear time
	nested := map[rune]map[int]int{}
	for i := start; i < end; i++ {
		tok := t.Tokens[i]
		if tok.Kind != arabic.Mark {
			continue
		}
		if tok.Rune == '"' {
			for len(straight) > 0 && straight[0].Open < i {
				straight = straight[1:]
			}
			if len(straight) > 0 && straight[0].Open == i {
				*out = append(*out, straight[0])
				if i = straight[0].Close; !straight[0].Closed {
					i-- // no mark
				}
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
		j, ok := firstClose(t, i, end, open, close)
		if ok {
			return span(t, i, j), true
		}
		noClose[open] = j == end
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
// precedes, or a straight mark that closes what a typographic one opened. It
// also returns how far it looked.
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
			if !opensHere(t, j) { // some papers use one sign for both
				return j, true
			}
			if open == '«' {
				return j, false // the closing one is missing
			}
		}
	}
	return end, false
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
	return toSentenceEnd(t, i, end)
}

// toSentenceEnd is the span from the mark at i to the end of its sentence, limit
// at most, or to the comma before the next mark of its kind.
func toSentenceEnd(t *arabic.Text, i, limit int) MarkedSpan {
	j, comma := i+1, 0
	for j < limit && !isStop(t, j) {
		if t.Tokens[j].Kind == arabic.Mark && t.Tokens[j].Rune == t.Tokens[i].Rune && opensHere(t, j) {
			if comma > 0 {
				j = comma
			}
			break
		}
		if t.Tokens[j].Rune == '،' {
			comma = j
		}
		j++
	}
	return MarkedSpan{Open: i, Close: j, First: i + 1, Last: j}
}

// opensHere reports whether the mark at i stands like an opening one: behind a
// colon, or with space before it (or a proclitic) and none behind it.
func opensHere(t *arabic.Text, i int) bool {
	if i+1 >= len(t.Tokens) || t.Tokens[i+1].Kind == arabic.Newline || isStop(t, i+1) || contains("،,؛;", t.Tokens[i+1].Rune) {
		return false
	}
	if i > 0 && t.Tokens[i-1].Rune == ':' {
		return true
	}
	if t.Tokens[i+1].Spaced {
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

// The roles of straight marks in a paragraph.
const (
	passed = iota
	opening
	closing
	nested // opens a name inside a quotation, which the next mark closes
)

// What it costs to pass a mark over, and to take two for a name inside a
// quotation. A mark that stands in the way of its role costs 4 at most.
const (
	passing = 5
	nesting = 3
)

// nestedLimit is how long, in tokens, a name inside a quotation may be.
const nestedLimit = 14

// straightSpans pairs the straight marks of a paragraph. Each is an opening one,
// the closing one behind it, or surplus, whichever leaves the marks standing
// most like what they are: a mark that is missing or one too many costs no more
// than its own quotation. A surplus mark that can only be an opening one makes
// a span that ends with its sentence. Marks around a name cut the quotation that
// holds them in pieces, see [Scan.Interrupted].
func straightSpans(t *arabic.Text, start, end int) []MarkedSpan {
	var at []int
	for i := start; i < end; i++ {
		if t.Tokens[i].Kind == arabic.Mark && t.Tokens[i].Rune == '"' {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return nil
	}
	spans := make([]MarkedSpan, 0, len(at)/2)
	open := -1
	for k, role := range straightRoles(t, at) {
		switch {
		case role == nested:
			spans = append(spans, span(t, open, at[k]))
			open = at[k+1]
		case role == opening:
			open = at[k]
		case role == closing:
			spans = append(spans, span(t, open, at[k]))
			open = -1
		case open < 0 && misfit(t, at[k], opening) == 0 && misfit(t, at[k], closing) > 0:
			limit := end
			if k+1 < len(at) {
				limit = at[k+1]
			}
			spans = append(spans, toSentenceEnd(t, at[k], limit))
		}
	}
	return spans
}

// straightRoles finds the roles of the marks at the tokens at that cost least.
// The mark behind a nested one counts as passed over.
func straightRoles(t *arabic.Text, at []int) []uint8 {
	const never = 1 << 30
	// cost[k] is the least cost of the marks from k on, outside and inside a
	// quotation
	cost := make([][2]int, len(at)+1)
	cost[len(at)] = [2]int{0, never}
	outside := func(k int) (uint8, int) {
		pass, open := passing+cost[k+1][0], 2*misfit(t, at[k], opening)+cost[k+1][1]
		if open < pass { // of two openers the later one has the closer
			return opening, open
		}
		return passed, pass
	}
	inside := func(k int) (uint8, int) {
		role, least := uint8(closing), 2*misfit(t, at[k], closing)+cost[k+1][0]
		if pass := passing + cost[k+1][1]; pass < least {
			role, least = passed, pass
		}
		if k+1 < len(at) && at[k+1]-at[k] <= nestedLimit {
			nest := nesting + 2*misfit(t, at[k], opening) + 2*misfit(t, at[k+1], closing) + cost[k+2][1]
			if nest < least {
				role, least = nested, nest
			}
		}
		return role, least
	}
	for k := len(at) - 1; k >= 0; k-- {
		_, cost[k][0] = outside(k)
		_, cost[k][1] = inside(k)
	}
	roles := make([]uint8, len(at))
	in := false
	for k := 0; k < len(at); k++ {
		if in {
			roles[k], _ = inside(k)
		} else {
			roles[k], _ = outside(k)
		}
		switch roles[k] {
		case opening:
			in = true
		case closing:
			in = false
		case nested:
			k++
		}
	}
	return roles
}

// misfit tells how little the mark at token i looks like one of a role: 0 to 2.
func misfit(t *arabic.Text, i int, role uint8) int {
	opens, closes := opensHere(t, i), closesHere(t, i)
	switch {
	case role == opening && opens, role == closing && closes:
		return 0
	case role == opening && closes, role == closing && opens:
		return 2
	}
	return 1
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
	if t.Tokens[close].Rune != '"' || t.Tokens[next.Open].Rune != '"' || next.Open-close > nestedLimit {
		return false
	}
	for i := close; i < next.Open; i++ {
		if t.Tokens[i].Kind == arabic.Newline {
			return false
		}
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
