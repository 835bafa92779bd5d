package main

import (
	"fmt"
	"io"
	"math"
	"sort"
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

type explainCmd struct {
	inputFlags
	All bool `help:"List every feature of a decision, not the heaviest ones only."`
	grammarFlags
}

// Help is printed below the usage of the command.
func (explainCmd) Help() string {
	return `For every statement: the sentence around it, the rules that fired, and how the speaker was found. For all marked words that no statement quotes: why they were left out.

A decision is shown with its probability and the features that spoke for (+) or against (-) it, the heaviest first. "speech" decides between someone's words and a name in marks, "report" whether a cue gives a source's words, "title" who bears a title without a name, "antecedent" between the people a pronoun or a missing subject may mean, "confidence" how sure the statement is. Statements have the numbers that qawl extract gives them.

Examples:

	qawl explain article.txt
	qawl explain --all --rules my-rules.yaml article.txt | less -R`
}

// Run is called by kong.
func (c *explainCmd) Run(env *environment) error {
	e, err := c.extractor()
	if err != nil {
		return err
	}
	x := explainer{weights: quotes.DefaultWeights(), features: 8}
	if c.All {
		x.features = math.MaxInt
	}
	reader, err := c.reader(env)
	if err != nil {
		return err
	}
	for d, a := range env.analyses(e, reader.Documents(c.sources()...)) {
		if _, err := io.WriteString(env.stdout, x.explain(d.ID, a)); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return nil
}

// explainer writes the reasons for what was found.
type explainer struct {
	weights  quotes.Weights
	features int // how many features of a decision are shown
	strings.Builder
}

func (x *explainer) explain(id string, a *quotes.Analysis) string {
	x.Reset()
	left := a.LeftOut()
	fmt.Fprintf(x, "%s: %s, %s left out\n\n", isolate(id), count(len(a.Statements), "statement"), count(len(left), "marked span"))
	for _, st := range a.Statements {
		x.statement(st)
	}
	if len(left) > 0 {
		x.WriteString("Left out\n\n")
	}
	for _, l := range left {
		x.leftOut(a, l)
	}
	return x.String()
}

func (x *explainer) row(key, value string) { fmt.Fprintf(x, "      %-11s %s\n", key, value) }

func (x *explainer) statement(st quotes.Statement) {
	fmt.Fprintf(x, "%4d  %-8s  %s\n", st.ID, st.Type, speakerLine(st))
	x.row("sentence", isolateRTL(shorten(st.Sentence.Text)))
	x.row("content", isolateRTL(shorten(st.Content.Text)))
	cue := isolate(orDash(st.Cue.Text))
	if st.Cue.Lemma != "" {
		cue += " from " + isolate(st.Cue.Lemma)
	}
	if st.Cue.Class != "" {
		cue += ", class " + st.Cue.Class
	}
	x.row("cue", cue)
	x.row("rules", strings.Join(st.Rules, ", "))
	speaker := fmt.Sprintf("%s (%s)", orDash(string(st.Speaker.Kind)), speakerHow[string(st.Speaker.How)])
	if st.Speaker.Mention.Text != "" {
		speaker += ": " + isolate(st.Speaker.Mention.Text)
	}
	x.row("speaker", speaker)
	for _, r := range st.Reasons {
		x.weighing(r.Decision, patterns.Weighing{Features: r.Features, P: r.P})
	}
	x.WriteByte('\n')
}

// speakerHow puts the values of speakers.How into words.
var speakerHow = map[string]string{
	"name":       "named beside the cue",
	"title":      "a title beside the cue",
	"pronoun":    "a pronoun beside the cue",
	"elided":     "no subject beside the cue; the one spoken of before",
	"participle": "a participle goes on with the speaker before",
	"headline":   "named before the colon of a headline",
}

func (x *explainer) leftOut(a *quotes.Analysis, l quotes.LeftOut) {
	fmt.Fprintf(x, "   -  %s\n", isolateRTL(shorten(l.Text)))
	x.row("why", string(l.Why))
	if l.Cue.Text != "" {
		cue := isolate(l.Cue.Text)
		if l.Rule != "" {
			cue += " by rule " + l.Rule
		}
		x.row("cue", cue)
	}
	x.row("sentence", isolateRTL(shorten(a.Sentence(l.Start, l.End).Text)))
	x.weighing("speech", l.Speech)
	x.WriteByte('\n')
}

// weighing writes a decision with its features, the heaviest first.
func (x *explainer) weighing(decision string, w patterns.Weighing) {
	table := x.weights.Table(decision)
	all := x.features == math.MaxInt
	names := make([]string, 0, len(w.Features)+1)
	for _, f := range w.Features {
		if table[f] != 0 || all {
			names = append(names, f)
		}
	}
	if all {
		names = append(names, "bias")
	}
	sort.SliceStable(names, func(i, j int) bool { return math.Abs(table[names[i]]) > math.Abs(table[names[j]]) })
	if len(names) > x.features {
		names = names[:x.features]
	}
	for i, f := range names {
		names[i] = fmt.Sprintf("%s %+.2f", f, table[f])
	}
	x.row(decision, strings.TrimRight(fmt.Sprintf("%.2f  %s", w.P, strings.Join(names, ", ")), " "))
}
