package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// PRF is precision, recall and their harmonic mean, in per cent rounded to two decimals, with
// the counts they come from.
type PRF struct {
	P  float64 `json:"P"`
	R  float64 `json:"R"`
	F1 float64 `json:"F1"`
	TP int     `json:"tp"`
	FP int     `json:"fp"`
	FN int     `json:"fn"`
}

// ByType holds one figure in per cent for each statement type.
type ByType struct {
	Direct   float64 `json:"direct"`
	Mixed    float64 `json:"mixed"`
	Indirect float64 `json:"indirect"`
}

// Tally is a pair of counts: statements with the right speaker, statements found.
type Tally [2]int

// ByHow holds a tally for each way in which a text names the speaker.
type ByHow struct {
	Name       Tally `json:"name"`
	Title      Tally `json:"title"`
	Pronoun    Tally `json:"pronoun"`
	Elided     Tally `json:"elided"`
	Participle Tally `json:"participle"`
	Headline   Tally `json:"headline"`
}

// Report holds all figures of one scoring. Accuracies, the extent and the recall are in per
// cent, rounded to two decimals.
type Report struct {
	Docs          int     `json:"docs"`           // gold articles
	QuotesDetect  PRF     `json:"quotes.detect"`  // marked spans: speech or not
	QuotesSpeaker float64 `json:"quotes.speaker"` // accuracy on the speech spans found
	QuotesE2E     PRF     `json:"quotes.e2e"`     // found and speaker right
	StmtsDetect   PRF     `json:"stmts.detect"`   // statements of all types
	StmtsE2E      PRF     `json:"stmts.e2e"`      // found and speaker right
	StmtsSpeaker  float64 `json:"stmts.speaker"`  // accuracy on the statements found
	StmtsType     float64 `json:"stmts.type"`     // accuracy on the statements found
	StmtsExtent   float64 `json:"stmts.extent"`   // mean content IoU of the statements found
	RecallByType  ByType  `json:"recall.by_type"` // statements found, by gold type
	SpeakerByHow  ByHow   `json:"speaker.by_how"` // speakers right, by how the text names them
}

// Write prints the report as text, one figure a line, in the layout of score.py.
func (r Report) Write(w io.Writer) error {
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%-16s %s\n", key, value) }
	line("docs", strconv.Itoa(r.Docs))
	line("quotes.detect", r.QuotesDetect.String())
	line("quotes.speaker", decimal(r.QuotesSpeaker))
	line("quotes.e2e", r.QuotesE2E.String())
	line("stmts.detect", r.StmtsDetect.String())
	line("stmts.e2e", r.StmtsE2E.String())
	line("stmts.speaker", decimal(r.StmtsSpeaker))
	line("stmts.type", decimal(r.StmtsType))
	line("stmts.extent", decimal(r.StmtsExtent))
	t := r.RecallByType
	line("recall.by_type", fmt.Sprintf("direct=%s mixed=%s indirect=%s", decimal(t.Direct), decimal(t.Mixed), decimal(t.Indirect)))
	h := r.SpeakerByHow
	line("speaker.by_how", fmt.Sprintf("name=%v title=%v pronoun=%v elided=%v participle=%v headline=%v",
		h.Name, h.Title, h.Pronoun, h.Elided, h.Participle, h.Headline))
	_, err := io.WriteString(w, b.String())
	return err
}

// String is the six figures on one line.
func (p PRF) String() string {
	return fmt.Sprintf("P=%s R=%s F1=%s tp=%d fp=%d fn=%d", decimal(p.P), decimal(p.R), decimal(p.F1), p.TP, p.FP, p.FN)
}

// String is "[right, found]".
func (t Tally) String() string { return fmt.Sprintf("[%d, %d]", t[0], t[1]) }

func (c *counts) report() Report {
	recall := func(t string) float64 { return share(c.foundType[t], max(1, c.foundType[t]+c.missedType[t])) }
	tally := func(how string) Tally { return Tally{c.rightHow[how], c.foundHow[how]} }
	r := Report{
		Docs:          c.docs,
		QuotesDetect:  prf(c.qTP, c.qFP, c.qFN),
		QuotesSpeaker: round(share(c.qRight, c.qTP)),
		QuotesE2E:     prf(c.qRight, c.qFP+c.qTP-c.qRight, c.qFN+c.qTP-c.qRight),
		StmtsDetect:   prf(c.sTP, c.sFP, c.sFN),
		StmtsE2E:      prf(c.sRight, c.sFP+c.sTP-c.sRight, c.sFN+c.sTP-c.sRight),
		StmtsSpeaker:  round(share(c.sRight, c.sTP)),
		StmtsType:     round(share(c.sType, c.sTP)),
		RecallByType:  ByType{round(recall(Direct)), round(recall(Mixed)), round(recall(Indirect))},
		SpeakerByHow: ByHow{
			tally("name"), tally("title"), tally("pronoun"), tally("elided"), tally("participle"), tally("headline"),
		},
	}
	if c.sTP > 0 {
		r.StmtsExtent = round(100 * c.overlap / float64(c.sTP))
	}
	return r
}

// share is n of total in per cent, 0 where total is 0.
func share(n, total int) float64 {
	if total == 0 {
		return 0
	}
	return float64(100*n) / float64(total)
}

func prf(tp, fp, fn int) PRF {
	p, r := share(tp, tp+fp), share(tp, tp+fn)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return PRF{round(p), round(r), round(f), tp, fp, fn}
}

// round rounds to two decimals as Python does: from the exact binary value, ties to even.
// Scaling by 100 first would round some values the other way.
func round(x float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 2, 64), 64)
	return v
}

// decimal prints a rounded figure with the fewest digits, but at least one after the point.
func decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
