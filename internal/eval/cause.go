package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Causes of errors, by what in the pipeline would have to change. They are read
// off the two annotations, so a cause is a good guess, not a proof.
const (
	MarkPairing     = "mark pairing"
	NameForSpeech   = "name taken for speech"
	SpeechForName   = "speech taken for name"
	CueMissed       = "cue missed"
	NoCue           = "cue that is none"
	ExtentLong      = "extent too long"
	ExtentShort     = "extent too short"
	MentionBoundary = "mention boundary"
	WrongAntecedent = "wrong antecedent"
	TitleNotMerged  = "title not merged"
	WrongSubject    = "wrong subject"
)

// CauseCount is how many errors of a kind have a cause.
type CauseCount struct {
	Cause string
	Kind  string
	N     int
}

// Causes groups errors by cause and kind, the most frequent first.
func Causes(errs []Error) []CauseCount {
	counts := map[[2]string]int{}
	for _, e := range errs {
		counts[[2]string{e.Cause, e.Kind}]++
	}
	var out []CauseCount
	for k, n := range counts {
		out = append(out, CauseCount{Cause: k[0], Kind: k[1], N: n})
	}
	slices.SortFunc(out, func(a, b CauseCount) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Cause+a.Kind, b.Cause+b.Kind)
	})
	return out
}

// WriteCauses prints one line a cause: count, cause, kind of error.
func WriteCauses(w io.Writer, causes []CauseCount) error {
	for _, c := range causes {
		if _, err := fmt.Fprintf(w, "%5d  %-22s %s\n", c.N, c.Cause, c.Kind); err != nil {
			return err
		}
	}
	return nil
}

// touching is the overlap from which two contents are about the same words.
const touching = 0.05

// missedCause says why gold statement i was not found.
func missedCause(g Article, i int, system []Statement, al alignment) string {
	a := g.Statements[i].Span
	for j, s := range system {
		if scored(s) && al.bySystem[j] < 0 && IoU(a, s.Content) > touching {
			if s.Content.End-s.Content.Start > a.End-a.Start {
				return ExtentLong
			}
			return ExtentShort
		}
	}
	return CueMissed
}

// spuriousCause says why system statement j should not be there.
func spuriousCause(g Article, j int, system []Statement, al alignment) string {
	s := system[j].Content
	for i, a := range g.Statements {
		if al.byGold[i] < 0 && IoU(a.Span, s) > touching {
			if s.End-s.Start > a.End-a.Start {
				return ExtentLong
			}
			return ExtentShort
		}
	}
	return NoCue
}

// speakerCause says why a speaker is wrong, by how the text realises it.
func speakerCause(got, want, how string) string {
	words := strings.Fields(norm(want))
	for _, w := range strings.Fields(norm(got)) {
		if slices.Contains(words, w) {
			return MentionBoundary
		}
	}
	switch how {
	case "elided", "pronoun", "participle":
		return WrongAntecedent
	case "title":
		return TitleNotMerged
	}
	return WrongSubject
}

// quoteCause says why a speech span was missed.
func quoteCause(q Span, system []Statement) string {
	inside := false
	for _, s := range system {
		for _, other := range s.Quotes {
			if IoU(q, other) > touching {
				return MarkPairing
			}
		}
		inside = inside || s.Content.Start <= q.Start && q.End <= s.Content.End
	}
	if inside {
		return SpeechForName
	}
	return CueMissed
}

// howAt returns how the gold file realises the speaker of the words in q.
func howAt(g Article, q Span) string {
	for _, a := range g.Statements {
		if a.Start <= q.Start && q.End <= a.End {
			return a.How
		}
	}
	return ""
}
