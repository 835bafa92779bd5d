package patterns

import (
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// Unit is what the rules see as one sign: a token, or a marked span as a whole.
// Words in short round brackets make no units.
type Unit struct {
	First, Last int // tokens, Last excluded
	Class       Class
	Entry       *Entry // nil for an unknown word, a sign or a span
	Span        int    // index in Scan.Spans, or -1
}

// Scan is a text as the rules see it.
type Scan struct {
	Text  *arabic.Text
	Spans []MarkedSpan
	Units []Unit
	// Speech holds for every span the weighing of speech against name, with the
	// names of its features if Reasons is set.
	Speech  []Weighing
	Reasons bool

	// Lexicon is the one that classified the units.
	Lexicon *Lexicon

	words   []word // of the tokens
	symbols []rune
	slow    slowness
	matches []Match // what MatchAt returned
	next    int     // cursor of spans while building
	spoken  int     // the token of the bracket that closes speech: وقال: (…)
}

// tanwin is the sign of an indefinite accusative: باكياً.
const tanwin = "\u064b"

// bracketLimit is the longest bracketed remark, in tokens, that rules skip.
const bracketLimit = 25

// NewScan tokenises text, pairs its marks and classifies its units.
func (l *Lexicon) NewScan(source string) *Scan {
	s := &Scan{}
	l.scan(s, source)
	return s
}

// scan is NewScan in the memory of s.
func (l *Lexicon) scan(s *Scan, source string) {
	if s.Text == nil {
		s.Text = &arabic.Text{}
	}
	t := s.Text
	t.Reset(source)
	s.Lexicon, s.next, s.spoken = l, 0, 0
	s.Spans = appendMarks(s.Spans[:0], t)
	s.words = l.wordsOf(t, s.words[:0])
	s.Units = slices.Grow(s.Units[:0], len(t.Tokens))
	ala, read := alaUnmet, 0 // how it is spelled up to token read
	for i := 0; i < len(t.Tokens); {
		for ; read < len(t.Tokens) && (read <= i || t.Tokens[read-1].Kind != arabic.Newline); read++ {
			ala = max(ala, spellsAla(t, read))
		}
		if s.next < len(s.Spans) && s.Spans[s.next].Open == i {
			sp := s.Spans[s.next]
			end := sp.Close
			if sp.Closed {
				end++
			}
			s.Units = append(s.Units, Unit{First: i, Last: end, Class: Quoted, Span: s.next})
			s.next++
			i = end
			continue
		}
		tok := &t.Tokens[i]
		switch tok.Kind {
		case arabic.Word, arabic.Number:
			u := Unit{First: i, Last: i + 1, Span: -1, Class: Word}
			if tok.Kind == arabic.Word {
				u.Class, u.Entry = s.words[i].class, s.words[i].entry
				if u.Class.Any(WithPronoun) && strings.HasSuffix(t.Letters(i), "ة") {
					u.Class &^= WithPronoun // خبيرة, not خبيره
				}
				if u.Class.Any(Article) && hamzaFirst(t, i) {
					u.Class &^= Article // إلسا, ألمانيا
				}
				if u.Class.Any(Function|Time) && strings.HasPrefix(t.Key(i), "ا") && t.FirstLetter(i) == 'آ' && !strings.HasSuffix(t.Letters(i), "خر") {
					u.Class, u.Entry = Word, nil // the names آن and آلان, not أن and الآن
				}
				if u.Class.Has(An|SkipAn) && t.FirstLetter(i) != 'أ' {
					u.Class &^= An // إلا, not ألا
				}
				if u.Class.Any(An) && l.spelledLetter(t, i) {
					u.Class, u.Entry = Word, nil // سي إن إن
				}
				if tok.Pointed && !u.Class.Any(Verb|Participle|Title|Name|Source|Organization|Place|Noun) && strings.Contains(t.Slice(i, i+1), tanwin) {
					u.Class |= Adverb
				}
				if u.Class.Any(Ala) && s.isAli(i, ala) {
					u.Class, u.Entry = Word|Name|u.Class&Conj, nil
				}
			} else {
				u.Class |= Function
			}
			s.Units = append(s.Units, u)
		case arabic.Newline:
			s.Units = append(s.Units, Unit{First: i, Last: i + 1, Class: Break, Span: -1})
		case arabic.Punct:
			if i == s.spoken && i > 0 {
				s.Units = append(s.Units, Unit{First: i, Last: i + 1, Class: Stop, Span: -1})
				break
			}
			if tok.Rune == '(' || tok.Rune == '[' {
				if n := len(s.Units); n > 0 && s.Units[n-1].Class.Any(Colon) {
					if s.spoken = bracketCloses(t, i); s.spoken > 0 {
						break
					}
				}
				if j := s.bracketEnd(i); j > 0 {
					i = j
					continue
				}
			}
			if c := signClass(t, i); c != 0 {
				s.Units = append(s.Units, Unit{First: i, Last: i + 1, Class: c, Span: -1})
			}
		}
		i++
	}
	s.dropTags()
	s.homographs()
	s.nameParts()
}

// homographs drops the verb reading of words that are nouns too (رد، طلب، كشف)
// where a verb can't stand, and the participle reading of names of places.
func (s *Scan) homographs() {
	at := func(i int) Class {
		if i < 0 || i >= len(s.Units) {
			return Break
		}
		return s.Units[i].Class
	}
	for i := range s.Units {
		c := s.Units[i].Class
		if c.Has(Participle|Title) && (at(i+1).Any(TitleLink) || at(i-1).Any(Verb)) {
			s.Units[i].Class &^= Participle // متحدثة باسم
		}
		if c.Any(Participle) && c.Any(Place|Organization|Quoting) && !c.Any(Title) {
			s.Units[i].Class &^= Participle
		}
		if c.Any(Article) && !c.Any(Conj|Prep|PrepLi) && at(i-1).Any(NameLink) && s.BareKey(i-1) == "عبد" {
			s.Units[i].Class = c&^(Common|Nisba|Adverb|Time) | Name // عبد الواحد
		}
		if c == Word && at(i-1).Any(Verb) && at(i+1).Any(Colon|Quoted|Comma) && activeAccusative(s.Key(i)) {
			s.Units[i].Class |= Adverb // قال ضاحكا:
		}
		if c == Word && strings.HasPrefix(s.Key(i), "ب") && at(i+1).Any(Word) && !at(i+1).Any(Article|Name) &&
			strings.HasSuffix(s.Key(i), "ه") && strings.HasSuffix(s.Key(i+1), "ه") {
			s.Units[i].Class |= Prep // بنبرة غاضبة is no name
		}
		if c.Any(Verb) && !c.Any(Conj) && (at(i+1).Any(Withhold) && at(i-1).Any(Word) || at(i-1).Any(Withhold)) {
			s.Units[i].Class = c&^Verb | AnyVerb // مصدر طلب عدم ذكر اسمه
			continue
		}
		if c.Any(Verb) && s.toldOf(i) {
			s.Units[i].Class = c&^Verb | AnyVerb
			continue
		}
		if !c.Any(Verb) || !c.Any(Noun|Common|FalseAn|Title|Organization|Place|Name|Preposition|Quoting|Document) || c.Any(Conj) {
			continue
		}
		prev, next := at(i-1), at(i+1)
		if next.Any(Title|Honorific|Name) && prev.Any(Word) && !prev.Any(Preposition|Noun|Article|Title) && !c.Any(Preposition) {
			continue // في تصريحات هاجمتها دمشق وصف المفوض
		}
		if next.Any(An|Colon|Quoted) || next.Any(Preposition) && at(i+2).Any(An) {
			continue
		}
		if c.Any(Preposition) && prev.Any(Comma|Stop|Break|Turn|Quoted|QuotedName) && s.clauseBehind(i) {
			continue // وبخصوص التأخير، بين المصدر أن; من جهته بين المدير أن
		}
		if c.Any(TakesAn) && !c.Any(Preposition) && !prev.Any(Preposition|Noun|FalseAn|SkipAn|Source) && s.clauseBehind(i) {
			continue // وفي المجال نفسه كشف التقرير أن, not بعد كشف الوزير أن
		}
		if c.Any(Preposition) || prev.Any(Preposition) || prev.Any(Word) && !prev.Any(Function|Time|Turn|Quoting|Adverb) {
			s.Units[i].Class &^= Verb
		}
	}
}

// clauseBehind reports whether أن follows unit i in a few words that no و joins:
// بين المصدر أن, not بين المصدر والبلدية.
func (s *Scan) clauseBehind(i int) bool {
	const words = 8
	for j := i + 1; j < len(s.Units) && j <= i+words; j++ {
		switch c := s.Units[j].Class; {
		case c.Any(An):
			return !c.Any(Conj) && !s.Units[j-1].Class.Any(SkipAn|FalseAn)
		case c.Any(Conj | Stop | Break | Verb | AnyVerb):
			return false
		}
	}
	return false
}

// toldOf reports whether the verb at unit i is a relative clause about what was
// said and reports nothing itself: في تصريحات نقلتها الصحيفة، في مقابلة نشرت أمس.
func (s *Scan) toldOf(i int) bool {
	c, e := s.Units[i].Class, s.Units[i].Entry
	if c.Any(Conj) || !c.Any(WithPronoun) && c.Any(TakesAn) || e == nil || e.Form == nil || e.Form.Class == "describe" {
		return false
	}
	const adjectives = 2 // مؤتمر صحافي نقلته, تقرير لها نشرته
	for j := i - 1; j >= 0 && j >= i-1-adjectives; j-- {
		switch p := s.Units[j].Class; {
		case p.Any(Article|Verb|AnyVerb|Name) || !p.Any(Word):
			return false
		case p.Any(Quoting | Document):
			return true
		case !p.Any(Nisba | Common | Preposition | Title):
			return false
		}
	}
	return false
}

// hamzaFirst reports whether the word of token i is spelled with a hamza on its
// first alef, which the article never is.
func hamzaFirst(t *arabic.Text, i int) bool {
	switch t.FirstLetter(i) {
	case 'إ', 'أ', 'آ':
		return true
	}
	return false
}

// spelledLetter reports whether the word at i is the letter N in a name that is
// spelled by its letters: سي إن إن، آي إن جي.
func (l *Lexicon) spelledLetter(t *arabic.Text, i int) bool {
	word := func(i int) string {
		if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Kind != arabic.Word {
			return ""
		}
		return t.Key(i)
	}
	letter := func(i int) bool { return l.In(SpelledLetter, word(i)) }
	if word(i) != "ان" {
		return false // لبي بي سي إنه
	}
	return letter(i-1) && (word(i+1) == "ان" || letter(i+1)) || word(i-1) == "ان" && letter(i-2)
}

// activeAccusative reports whether a folded word has the shape فاعلا.
func activeAccusative(key string) bool {
	return len(key) == 10 && key[2:4] == "ا" && key[8:] == "ا"
}

// bracketEnd returns the token behind a short bracketed remark that opens at
// i, or 0. Marks inside it stay out of the rules but keep their spans.
func (s *Scan) bracketEnd(i int) int {
	t := s.Text
	for j := i + 1; j < len(t.Tokens) && j <= i+bracketLimit; j++ {
		switch tok := t.Tokens[j]; {
		case tok.Kind == arabic.Newline:
			return 0
		case tok.Kind == arabic.Punct && (tok.Rune == ')' || tok.Rune == ']'):
			for s.next < len(s.Spans) && s.Spans[s.next].Open < j {
				s.next++
			}
			return j + 1
		}
	}
	return 0
}

// bracketCloses returns the token that closes the round bracket at token i in its
// paragraph, or 0.
func bracketCloses(t *arabic.Text, i int) int {
	const longest = 300 // tokens
	depth := 0
	for j := i; j < len(t.Tokens) && j < i+longest && t.Tokens[j].Kind != arabic.Newline; j++ {
		switch t.Tokens[j].Rune {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return 0
}

func signClass(t *arabic.Text, i int) Class {
	if isStop(t, i) {
		return Stop
	}
	switch t.Tokens[i].Rune {
	case '.':
		if i > 0 && t.Tokens[i-1].Kind == arabic.Word && len(t.Key(i-1)) <= 2 {
			return 0 // د. محمد
		}
		return Comma
	case ':', '：':
		return Colon
	case '،', ',', '؛', ';', '…':
		return Comma
	case '-', '–', '—', '•', '*', '|', '/', '●', '▪':
		return Dash
	}
	return 0
}

// SpanText returns the words of span i without its marks.
func (s *Scan) SpanText(i int) string {
	sp := s.Spans[i]
	return s.Text.Slice(sp.First, sp.Last)
}

// Slice returns the original text of units i to j, j excluded.
func (s *Scan) Slice(i, j int) string {
	if i >= j {
		return ""
	}
	return s.Text.Slice(s.Units[i].First, s.Units[j-1].Last)
}

// Key returns the folded key of unit i, empty for spans and signs.
func (s *Scan) Key(i int) string {
	if s.Units[i].Span >= 0 {
		return ""
	}
	return s.Text.Key(s.Units[i].First)
}

// BareKey returns the folded key of unit i without و, ب, ل and ال, as far as
// the unit's classes say that they are clitics.
func (s *Scan) BareKey(i int) string {
	c, k := s.Units[i].Class, s.Key(i)
	if c.Any(Conj) {
		k = k[2:]
	}
	if c.Any(Prep) {
		k = k[2:]
	}
	if c.Any(PrepLi) {
		k = strings.TrimPrefix(k, "ل")
		if c.Any(Article) {
			return strings.TrimPrefix(strings.TrimPrefix(k, "ال"), "ل")
		}
	}
	return strings.TrimPrefix(k, "ال")
}

// HasConj reports whether و or ف stands before unit i, attached or (before a
// mark) alone.
func (s *Scan) HasConj(i int) bool { return s.Units[i].Class.Any(Conj) }

// UnitAt returns the unit that holds or follows token i.
func (s *Scan) UnitAt(token int) int {
	lo, hi := 0, len(s.Units)
	for lo < hi {
		m := (lo + hi) / 2
		if s.Units[m].Last <= token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
