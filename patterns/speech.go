package patterns

import (
	"cmp"
	"hash/maphash"
	"slices"
	"sync"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// Speech or name: «…» holds someone's words, or a name, a title, a term. The
// decision weighs what stands in the marks and around them.

var defaultSpeechWeights = sync.OnceValue(func() Weights { return mustLoadWeights("speech") })

// weighSpans weighs every span and gives those that read as names the class
// QuotedName.
func (g *Grammar) weighSpans(s *Scan, w Weights) {
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
		f := g.speechFeatures(s, i, repeated[u.Span])
		s.Speech[u.Span] = w.Weigh(f)
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
		folded = arabic.AppendFold(folded[:0], s.SpanText(i))
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

// reach is how far around a span its sentence is looked at, in units.
const reach = 40

// speechFeatures names what speaks for or against speech in unit i.
func (g *Grammar) speechFeatures(s *Scan, i int, repeated bool) []string {
	f := make([]string, 0, 16)
	f = g.insideFeatures(s, s.Units[i].Span, f)
	if repeated {
		f = append(f, "repeated")
	}
	f = beforeFeatures(s, i, f)
	return afterFeatures(s, i, f)
}

func (g *Grammar) insideFeatures(s *Scan, span int, f []string) []string {
	sp := s.Spans[span]
	words, verbs, function, stops, defs, latin := 0, 0, 0, 0, 0, 0
	first := Class(0)
	for t := sp.First; t < sp.Last; t++ {
		switch tok := s.Text.Tokens[t]; tok.Kind {
		case arabic.Word:
			c, _ := g.Lexicon.lookup(s.Text.Key(t))
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
		f = append(f, [...]string{"words=0", "words=1", "words=2", "words=3", "words=4"}[words])
	case words <= 6:
		f = append(f, "words=5-6")
	case words <= 9:
		f = append(f, "words=7-9")
	case words <= 15:
		f = append(f, "words=10-15")
	default:
		f = append(f, "words>15")
	}
	add := func(on bool, name string) {
		if on {
			f = append(f, name)
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
	return f
}

func beforeFeatures(s *Scan, i int, f []string) []string {
	if i == 0 || s.Units[i-1].Class.Any(Break) {
		return append(f, "paragraph-start")
	}
	p := s.Units[i-1]
	switch c := p.Class; {
	case c.Any(Colon):
		f = append(f, "after-colon")
	case c.Any(An) && c.Any(WithPronoun):
		f = append(f, "after-an-pronoun")
	case c.Any(An):
		f = append(f, "after-an")
	case c.Any(Comma):
		f = append(f, "after-comma")
	case c.Any(Stop):
		f = append(f, "after-stop")
	case c.Any(Quoted | QuotedName):
		f = append(f, "after-marks")
	case c.Any(Verb):
		f = append(f, "after-cue-verb")
	case c.Any(Participle):
		f = append(f, "after-participle")
	case c.Any(Noun) && c.Any(WithPronoun):
		f = append(f, "after-noun-pronoun")
	case c.Any(Names):
		f = append(f, "after-name-introducer")
	case c.Any(Media):
		f = append(f, "after-media")
	case c.Any(Organization):
		f = append(f, "after-organization")
	case c.Any(Preposition):
		f = append(f, "after-preposition")
	case c.Any(Function) && len(s.Key(i-1)) > 2:
		f = append(f, "after-function-word")
	case c.Any(Title):
		f = append(f, "after-title")
	case c.Any(Name):
		f = append(f, "after-name")
	case c.Any(Time):
		f = append(f, "after-time")
	case c.Any(Nisba):
		f = append(f, "after-nisba")
	case c.Any(Article):
		f = append(f, "after-definite-noun")
	default:
		if len(s.Key(i-1)) <= 4 && !s.Text.Tokens[s.Units[i].First].Spaced {
			f = append(f, "after-proclitic-"+s.Key(i-1))
		} else {
			f = append(f, "after-word")
		}
	}
	here := f[len(f)-1]
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
			f = append(f, "an-before")
		}
		if c.Any(Verb | Participle) {
			e := s.Units[j].Entry
			kind := "verb"
			if !c.Any(Verb) {
				kind = "participle"
			}
			if e != nil && e.Form != nil {
				f = append(f, "cue-before="+e.Form.Class)
			}
			if c.Any(TakesQuote) {
				kind += "+quote"
			}
			if c.Any(TakesPhrase) {
				kind += "+phrase"
				if !c.Any(TakesQuote) {
					f = append(f, "phrase-cue+"+here)
				}
			}
			f = append(f, kind+"-before")
			if n <= 3 {
				f = append(f, "cue-near")
			} else if n > 12 {
				f = append(f, "cue-far")
			}
			break
		}
		if c.Any(InDocument) && s.Units[j+1].Class.Any(Fi) {
			f = append(f, "document-before")
			break
		}
		if c.Any(Noun) && n < 6 {
			f = append(f, "cue-noun-before")
			break
		}
	}
	if spoken {
		f = append(f, "speech-before")
	}
	return f
}

func afterFeatures(s *Scan, i int, f []string) []string {
	if i+1 >= len(s.Units) {
		return append(f, "text-end")
	}
	n := s.Units[i+1]
	switch c := n.Class; {
	case c.Any(Break):
		f = append(f, "before-break")
	case c.Any(Stop):
		f = append(f, "before-stop")
	case c.Any(Comma):
		if i+2 < len(s.Units) && s.Units[i+2].Class.Has(Verb|TakesQuote) {
			return append(f, "before-comma-cue") // «…»، قال فلان
		}
		f = append(f, "before-comma")
	case c.Any(Colon):
		f = append(f, "before-colon")
	case c.Any(An):
		f = append(f, "before-an")
	case c.Any(Participle):
		f = append(f, "before-participle")
	case c.Any(Verb) && c.Any(Conj):
		f = append(f, "before-and-cue")
	case c.Any(Verb):
		f = append(f, "before-cue-verb")
	case c.Any(AnyVerb):
		f = append(f, "before-verb")
	case c.Any(Preposition):
		f = append(f, "before-preposition")
	case c.Any(Nisba):
		f = append(f, "before-nisba")
	case c.Any(Function):
		f = append(f, "before-function-word")
	case c.Any(Conj):
		f = append(f, "before-conjunction")
	case c.Any(Quoted | QuotedName):
		f = append(f, "before-marks")
	default:
		f = append(f, "before-word")
	}
	return f
}
