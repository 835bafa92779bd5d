package patterns

import (
	"cmp"
	"hash/maphash"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// Speech or name: «…» holds someone's words, or a name, a title, a term. The
// decision weighs what stands in the marks and around them.

var defaultSpeech = sync.OnceValue(func() *Table { return mustLoadWeights("speech").Table() })

// weighSpans weighs every span and gives those that read as names the class
// QuotedName.
func (g *Grammar) weighSpans(s *Scan, t *Table) {
	s.Speech = slices.Grow(s.Speech[:0], len(s.Spans))[:len(s.Spans)]
	if len(s.Spans) == 0 {
		return
	}
	for i := range s.Speech { // stays for those inside brackets, which make no units
		s.Speech[i] = Weighing{Features: inBrackets, P: 0.02}
	}
	repeated := s.repeatedSpans()
	for i := range s.Units {
		u := &s.Units[i]
		if u.Span < 0 {
			continue
		}
		e := t.Evidence(s.Reasons)
		g.speechFeatures(s, i, repeated[u.Span], &e)
		s.Speech[u.Span] = e.Weighing()
		if s.Speech[u.Span].P < 0.5 {
			u.Class = QuotedName
		}
	}
}

var inBrackets = []string{"in-brackets"}

// repeatedSpans tells which spans hold the same words as another.
func (s *Scan) repeatedSpans() []bool {
	repeated := make([]bool, len(s.Spans))
	if len(s.Spans) < 2 {
		return repeated
	}
	type text struct {
		hash uint64
		span int
	}
	texts := make([]text, len(s.Spans))
	var folded []byte
	for i := range s.Spans {
		folded = s.appendKeys(folded[:0], s.Spans[i])
		texts[i] = text{maphash.Bytes(seed, folded), i}
	}
	slices.SortFunc(texts, func(x, y text) int { return cmp.Compare(x.hash, y.hash) })
	for i := 1; i < len(texts); i++ {
		if texts[i-1].hash == texts[i].hash {
			repeated[texts[i-1].span], repeated[texts[i].span] = true, true
		}
	}
	return repeated
}

// appendKeys appends what stands in a span: the keys of its words, and its signs.
func (s *Scan) appendKeys(dst []byte, sp MarkedSpan) []byte {
	for i := sp.First; i < sp.Last; i++ {
		tok := &s.Text.Tokens[i]
		if tok.Spaced && i > sp.First {
			dst = append(dst, ' ')
		}
		if tok.Rune != 0 {
			dst = utf8.AppendRune(dst, tok.Rune)
		}
		dst = append(dst, s.Text.Key(i)...)
	}
	return dst
}

// seed is that of the hashes of marked words.
var seed = maphash.MakeSeed()

// reach is how far around a span its sentence is looked at, in units.
const reach = 40

// speechFeatures gathers what speaks for or against speech in unit i.
func (g *Grammar) speechFeatures(s *Scan, i int, repeated bool, e *Evidence) {
	g.insideFeatures(s, s.Units[i].Span, e)
	if repeated {
		e.Add("repeated")
	}
	beforeFeatures(s, i, e)
	afterFeatures(s, i, e)
}

func (g *Grammar) insideFeatures(s *Scan, span int, e *Evidence) {
	sp := s.Spans[span]
	words, verbs, function, stops, defs, latin := 0, 0, 0, 0, 0, 0
	first := Class(0)
	for t := sp.First; t < sp.Last; t++ {
		switch tok := s.Text.Tokens[t]; tok.Kind {
		case arabic.Word:
			c := s.words[t].class
			if words == 0 {
				first = c
			}
			words++
			if c.Any(Verb|AnyVerb) && !c.Any(Title|Organization|Name|Place|Common|Prep|PrepLi) {
				verbs++
			}
			if c.Any(Function) {
				function++
			}
			if c.Any(Article) {
				defs++
			}
			if s.Text.Key(t)[0] < 0x80 {
				latin++
			}
		case arabic.Number:
			words++
		default:
			if isStop(s.Text, t) || tok.Rune == '،' {
				stops++
			}
		}
	}
	switch {
	case words <= 4:
		e.Add([...]string{"words=0", "words=1", "words=2", "words=3", "words=4"}[words])
	case words <= 6:
		e.Add("words=5-6")
	case words <= 9:
		e.Add("words=7-9")
	case words <= 15:
		e.Add("words=10-15")
	default:
		e.Add("words>15")
	}
	add := func(on bool, name string) {
		if on {
			e.Add(name)
		}
	}
	add(verbs > 0, "verb-inside")
	add(function > 0, "function-word-inside")
	add(function > 2, "function-words-inside")
	add(stops > 0, "pause-inside")
	add(words > 0 && defs == words, "all-definite")
	add(words > 1 && first.Any(Article), "definite-first")
	add(latin > 0, "latin-inside")
	add(first.Any(Verb|AnyVerb) && !first.Any(Title|Organization|Common), "verb-first")
	add(first.Any(An|Preposition) || first.Any(Function), "function-word-first")
	add(first.Any(Prep|PrepLi), "preposition-first")
	add(first.Any(Organization|Names|Media), "organization-first")
	add(first.Any(Conj), "conjunction-first")
}

func beforeFeatures(s *Scan, i int, e *Evidence) {
	if i == 0 || s.Units[i-1].Class.Any(Break) {
		e.Add("paragraph-start")
		return
	}
	here := "after-word"
	proclitic := ""
	switch c := s.Units[i-1].Class; {
	case c.Any(Colon):
		here = "after-colon"
	case c.Any(An) && c.Any(WithPronoun):
		here = "after-an-pronoun"
	case c.Any(An):
		here = "after-an"
	case c.Any(Comma):
		here = "after-comma"
	case c.Any(Stop):
		here = "after-stop"
	case c.Any(Quoted | QuotedName):
		here = "after-marks"
	case c.Any(Verb):
		here = "after-cue-verb"
	case c.Any(Participle):
		here = "after-participle"
	case c.Any(Noun) && c.Any(WithPronoun):
		here = "after-noun-pronoun"
	case c.Any(Names) && !c.Any(Article):
		here = "after-name-introducer"
	case c.Any(Media):
		here = "after-media"
	case c.Any(Organization):
		here = "after-organization"
	case c.Any(Preposition):
		here = "after-preposition"
	case c.Any(Function) && len(s.Key(i-1)) > 2:
		here = "after-function-word"
	case c.Any(Title):
		here = "after-title"
	case c.Any(Name):
		here = "after-name"
	case c.Any(Time):
		here = "after-time"
	case c.Any(Nisba):
		here = "after-nisba"
	case c.Any(Article):
		here = "after-definite-noun"
	case len(s.Key(i-1)) <= 4 && !s.Text.Tokens[s.Units[i].First].Spaced:
		here, proclitic = "after-proclitic-", s.Key(i-1)
	}
	e.Add(here, proclitic)
	if k := i - 2; k >= 0 && s.Units[k].Class.Any(Names|Organization|Media) {
		switch {
		case proclitic != "":
			e.Add("name-introducer-and-", proclitic) // الملقب بـ«…»
		case s.Units[i-1].Class.Any(Nisba|Article) && s.Units[i-1].Class.Any(Article) == s.Units[k].Class.Any(Article):
			e.Add("name-introducer-and-adjective") // المجموعة القصصية «…»
		}
	}
	// the sentence before it
	inClause, spoken := false, false
	for j, n := i-1, 0; j >= 0 && n < reach; j, n = j-1, n+1 {
		c := s.Units[j].Class
		if c.Any(Stop | Break) {
			break
		}
		if c.Any(Quoted) {
			spoken = true
		}
		if c.Any(An) && !inClause {
			inClause = true
			e.Add("an-before")
		}
		if c.Any(Verb | Participle) {
			kind, quote, phrase := "verb", "", ""
			if !c.Any(Verb) {
				kind = "participle"
			}
			if entry := s.Units[j].Entry; entry != nil && entry.Form != nil {
				e.Add("cue-before=", entry.Form.Class)
				e.Add("cue-before=", entry.Form.Class, "+", here, proclitic)
			}
			if c.Any(TakesQuote) {
				quote = "+quote"
			}
			if c.Any(TakesPhrase) {
				phrase = "+phrase"
				if !c.Any(TakesQuote) {
					e.Add("phrase-cue+", here, proclitic)
				}
			}
			e.Add(kind, quote, phrase, "-before")
			if n <= 3 {
				e.Add("cue-near")
			} else if n > 12 {
				e.Add("cue-far")
			}
			break
		}
		if c.Any(InDocument) && s.Units[j+1].Class.Any(Fi) {
			e.Add("document-before")
			break
		}
		if c.Any(Noun) && n < 6 {
			e.Add("cue-noun-before")
			break
		}
	}
	if spoken {
		e.Add("speech-before")
	}
}

func afterFeatures(s *Scan, i int, e *Evidence) {
	if i+1 >= len(s.Units) {
		e.Add("before-break") // the end of the text is as the end of a paragraph
		return
	}
	n := s.Units[i+1]
	switch c := n.Class; {
	case c.Any(Break):
		e.Add("before-break")
	case c.Any(Stop):
		e.Add("before-stop")
	case c.Any(Comma):
		if i+2 < len(s.Units) && s.Units[i+2].Class.Has(Verb|TakesQuote) {
			e.Add("before-comma-cue") // «…»، قال فلان
			return
		}
		e.Add("before-comma")
	case c.Any(Colon):
		e.Add("before-colon")
	case c.Any(An):
		e.Add("before-an")
	case c.Any(Participle):
		e.Add("before-participle")
	case c.Any(Verb) && c.Any(Conj):
		e.Add("before-and-cue")
	case c.Any(Verb):
		e.Add("before-cue-verb")
	case c.Any(AnyVerb):
		e.Add("before-verb")
	case c.Any(Preposition):
		e.Add("before-preposition")
	case c.Any(Nisba):
		e.Add("before-nisba")
	case c.Any(Function):
		e.Add("before-function-word")
	case c.Any(Conj):
		e.Add("before-conjunction")
	case c.Any(Quoted | QuotedName):
		e.Add("before-marks")
	default:
		e.Add("before-word")
	}
}
