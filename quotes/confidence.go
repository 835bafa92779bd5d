package quotes

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// How sure is a statement? What was weighed for it says so, how its speaker
// shows, and for a speaker who is not named beside the cue the chain of
// statements back to the one that names him. All of it is weighed once more
// (patterns/weights/confidence.yaml).

// weighConfidence gives statements, in text order, their confidence and the
// reason for it.
func (e *Extractor) weighConfidence(all []Statement, reasons bool) {
	for i := range all {
		sure := e.tables.confidence.Evidence(reasons)
		confidenceFeatures(all, i, &sure)
		st, w := &all[i], sure.Weighing()
		st.Confidence = math.Round(100*w.P) / 100
		st.Reasons = append(st.Reasons, Reason{"confidence", w.P, w.Features})
	}
}

// confidenceFeatures gathers what tells how sure statement i is.
func confidenceFeatures(all []Statement, i int, e *patterns.Evidence) {
	st := &all[i]
	how := string(st.Speaker.How)
	e.Add("type=", string(st.Type))
	e.Add("kind=", string(st.Speaker.Kind))
	e.Add("class=", st.Cue.Class)
	for _, r := range st.Rules {
		e.Add("rule=", r)
	}
	lowest := 1.0
	for k := range st.Reasons {
		r := &st.Reasons[k]
		e.Add(r.Decision, level(r.P, fineSteps))
		lowest = min(lowest, r.P)
	}
	e.Add("lowest", level(lowest, fineSteps))
	e.Add(how, "+lowest", level(lowest, fineSteps))
	chain, before, named := chainOf(all, i)
	e.Add("chain", level(chain, fineSteps))
	e.Add(how, "+chain", level(chain, fineSteps))
	if before < 0 {
		e.Add(how, "+speaks-first")
	} else {
		e.Add(how, "+spoke-before-by-", string(all[before].Speaker.How))
		if before == i-1 {
			e.Add(how, "+spoke-last")
		}
	}
	if named {
		e.Add(how, "+named-by-a-cue")
	}
	e.Add("name-words=", few(spaces(st.Speaker.Name)+1), "+kind=", string(st.Speaker.Kind))
	if st.Speaker.Role != "" {
		e.Add("role")
	}
	if st.Speaker.How == speakers.ByName && !holdsWords(st.Speaker.Mention.Text, st.Speaker.Name) {
		e.Add("name-elsewhere") // the fuller form of it
	}
	length := wordCount(st.Content.Text)
	e.Add("words", length)
	e.Add(string(st.Type), "+words", length)
	if rest := max(st.Content.End-st.Sentence.Start, 0); rest <= len(st.Sentence.Text) && spaces(st.Sentence.Text[rest:]) == 0 {
		e.Add("to-the-end")
	}
	switch from, to := st.Cue.End-st.Sentence.Start, st.Content.Start-st.Sentence.Start; {
	case st.Content.Start < st.Cue.End:
		e.Add("content-first")
	case from >= 0 && to <= len(st.Sentence.Text):
		e.Add("between-words", wordCount(st.Sentence.Text[from:to]))
	}
	for k := max(0, i-1); k < min(len(all), i+2); k++ {
		if k != i && all[k].Content.Start < st.Content.End && st.Content.Start < all[k].Content.End {
			e.Add("nested")
		}
	}
}

// chainLimit bounds how many statements back a speaker is followed.
const chainLimit = 40

// chainOf follows the speaker of statement i back over the statements that only
// go on with him: how sure all these steps are, the statement before of the same
// speaker (-1 for none), and whether a cue before names him.
func chainOf(all []Statement, i int) (p float64, before int, named bool) {
	p, before = 1, -1
	open := true // the steps so far all depend on the one before
	for k := i; k >= 0 && k >= i-chainLimit; k-- {
		if all[k].Speaker.ID != all[i].Speaker.ID {
			continue
		}
		if k < i && before < 0 {
			before = k
		}
		named = named || k < i && all[k].Speaker.How == speakers.ByName
		if open {
			for _, r := range all[k].Reasons {
				if r.Decision == "antecedent" || r.Decision == "title" {
					p *= r.P
				}
			}
			open = all[k].Speaker.How != speakers.ByName && all[k].Speaker.How != speakers.ByTitle
		}
	}
	return p, before, named
}

// holdsWords reports whether words stand in text, in any spelling. It is asked for every
// statement, so that a name of many pages is looked for as it stands.
func holdsWords(text, words string) bool {
	const longest = 2000 // bytes
	if text == words {
		return true
	}
	if len(words) > longest {
		return strings.Contains(text, words)
	}
	key := func(s string) string { return strings.Join(strings.Fields(arabic.Fold(s)), " ") }
	return strings.Contains(key(text), key(words))
}

// few names a small number.
func few(n int) string {
	return [...]string{"0", "1", "2", "3", "4", "5+"}[min(n, 5)]
}

// wordCount counts the words of a text by the spaces in it, and names the number by
// its order.
func wordCount(text string) string {
	n, to := spaces(text)+1, [...]int{1, 3, 6, 12, 25, 60}
	for i, most := range to {
		if n <= most {
			return [...]string{"<=1", "<=3", "<=6", "<=12", "<=25", "<=60"}[i]
		}
	}
	return ">60"
}

// spaces counts the gaps between the words of a text, however wide.
func spaces(text string) (n int) {
	in := false
	for i := 0; i < len(text); {
		if c := text[i]; c >= 0xC3 && c < 0xE0 && i+1 < len(text) && !utf8.RuneStart(text[i+1]) { // of two bytes, as Arabic letters are
			i, in = i+2, false
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		space := unicode.IsSpace(r)
		if space && !in {
			n++
		}
		i, in = i+size, space
	}
	return n
}

// A step is a probability that a feature names.
type step struct {
	p    float64
	name string
}

// The steps of a decision that is weighed again, and of a marked span that is speech.
var (
	fineSteps   = []step{{0.99, ">=0.99"}, {0.95, ">=0.95"}, {0.9, ">=0.9"}, {0.8, ">=0.8"}, {0.65, ">=0.65"}, {0.5, ">=0.5"}}
	coarseSteps = []step{{0.95, ">=0.95"}, {0.8, ">=0.8"}, {0.5, ">=0.5"}}
)

// level names a probability by the highest of steps it reaches.
func level(p float64, steps []step) string {
	for _, s := range steps {
		if p >= s.p {
			return s.name
		}
	}
	return "<0.5"
}
