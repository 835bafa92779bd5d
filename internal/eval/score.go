package eval

import "fmt"

// Kinds of Error.
const (
	QuoteMissed    = "quote-missed"     // a speech span was not found
	QuoteSpeaker   = "quote-speaker"    // a speech span was found, its speaker is wrong
	QuoteNotSpeech = "quote-not-speech" // a span that is no speech was reported
	StmtMissed     = "stmt-missed"      // a statement was not found
	StmtSpeaker    = "stmt-speaker"     // a statement was found, its speaker is wrong
	StmtSpurious   = "stmt-spurious"    // a statement was reported that the gold file does not have
)

// Error is one mistake of a system. Start and End, in code points, are the gold span, or the
// system's content for StmtSpurious. Got is the speaker's name in the system's output and Want
// the gold speaker's; either is empty where that side has none.
type Error struct {
	Doc     string
	Kind    string
	Start   int
	End     int
	Got     string
	Want    string
	Message string
	Cause   string // one of the causes in cause.go
}

// String is the error on one line: document, kind, span and message, separated by tabs.
func (e Error) String() string {
	return fmt.Sprintf("%s\t%s\t%d-%d\t%s", e.Doc, e.Kind, e.Start, e.End, e.Message)
}

// counts are summed over articles; the maps are keyed by statement type and by how.
type counts struct {
	docs                  int
	qTP, qFP, qFN, qRight int
	sTP, sFP, sFN, sRight int
	sType                 int
	overlap               float64
	foundType, missedType map[string]int
	foundHow, rightHow    map[string]int
}

// Score compares a system's statements, keyed by document, with the gold articles. Documents
// outside gold are not looked at. The errors come in the order of gold; within an article
// marked spans first, then gold statements, then spurious ones.
func Score(gold []Article, system map[string][]Statement) (Report, []Error) {
	c := counts{
		docs:      len(gold),
		foundType: map[string]int{}, missedType: map[string]int{},
		foundHow: map[string]int{}, rightHow: map[string]int{},
	}
	var errs []Error
	for _, g := range gold {
		errs = append(errs, c.addQuotes(g, system[g.Doc])...)
		errs = append(errs, c.addStatements(g, system[g.Doc])...)
	}
	return c.report(), errs
}

func (c *counts) addQuotes(g Article, system []Statement) (errs []Error) {
	for i, j := range alignQuotes(g, system) {
		q := g.Quotes[i]
		if q.Label == Unclear {
			continue
		}
		var got, want string
		if j >= 0 {
			got = system[j].SpeakerName
		}
		if q.Label != NotSpeech {
			want = g.Entities[q.Label].Name
		}
		fail := func(kind, message, cause string) {
			errs = append(errs, Error{g.Doc, kind, q.Start, q.End, got, want, message, cause})
		}
		switch {
		case q.Label == NotSpeech && j >= 0:
			c.qFP++
			fail(QuoteNotSpeech, fmt.Sprintf("got %q", got), NameForSpeech)
		case q.Label == NotSpeech:
		case j < 0:
			c.qFN++
			fail(QuoteMissed, fmt.Sprintf("gold %q", want), quoteCause(q.Span, system))
		default:
			c.qTP++
			if SpeakerRight(got, g.Entities[q.Label]) {
				c.qRight++
			} else {
				fail(QuoteSpeaker, fmt.Sprintf("got %q, gold %q", got, want), speakerCause(got, want, howAt(g, q.Span)))
			}
		}
	}
	return errs
}

func (c *counts) addStatements(g Article, system []Statement) (errs []Error) {
	al := align(g, system)
	for i, a := range g.Statements {
		want := g.Entities[a.Speaker].Name
		j := al.byGold[i]
		if j < 0 {
			c.sFN++
			c.missedType[a.Type]++
			errs = append(errs, Error{g.Doc, StmtMissed, a.Start, a.End, "", want, fmt.Sprintf("%s by %q", a.Type, want), missedCause(g, i, system, al)})
			continue
		}
		c.sTP++
		c.foundType[a.Type]++
		c.foundHow[a.How]++
		c.overlap += al.overlap[i]
		if system[j].Type == a.Type {
			c.sType++
		}
		if al.right[j] {
			c.sRight++
			c.rightHow[a.How]++
			continue
		}
		got := system[j].SpeakerName
		errs = append(errs, Error{g.Doc, StmtSpeaker, a.Start, a.End, got, want, fmt.Sprintf("%s: got %q, gold %q", a.How, got, want), speakerCause(got, want, a.How)})
	}
	for j, s := range system {
		if al.bySystem[j] >= 0 || al.ignored[j] {
			continue
		}
		c.sFP++
		errs = append(errs, Error{g.Doc, StmtSpurious, s.Content.Start, s.Content.End, s.SpeakerName, "", fmt.Sprintf("%s by %q", s.Type, s.SpeakerName), spuriousCause(g, j, system, al)})
	}
	return errs
}
