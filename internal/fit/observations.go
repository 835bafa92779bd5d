package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

// speechObservations are the marked spans, speech or name.
func speechObservations(corpus []eval.Pair) []patterns.Observation {
	var out []patterns.Observation
	g := patterns.DefaultGrammar()
	for _, p := range corpus {
		s := g.Scan(p.Text)
		for i, sp := range s.Spans {
			if sp.First >= sp.Last {
				continue
			}
			span := points(p.Text, int(s.Text.Tokens[sp.First].Start), int(s.Text.Tokens[sp.Last-1].End))
			for _, q := range p.Gold.Quotes {
				if q.Label != "?" && eval.IoU(q.Span, span) >= 0.8 {
					out = append(out, patterns.Observation{Features: s.Speech[i].Features, Yes: q.Label != "-"})
				}
			}
		}
	}
	return out
}

// startObservations are the places where a content with marked words may begin, right
// where the annotated one does.
func startObservations(corpus []eval.Pair, t quotes.Weights) ([][]patterns.Observation, error) {
	var out [][]patterns.Observation
	const near = 2 // code points, for marks and proclitics
	err := analyses(corpus, t, func(p eval.Pair, a *quotes.Analysis) {
		for _, d := range a.StartDecisions() {
			within := points(p.Text, d.Within.Start, d.Within.End)
			for _, g := range p.Gold.Statements {
				if g.End <= within.Start || g.Start >= within.End {
					continue
				}
				var group []patterns.Observation
				for i, place := range d.Places {
					start := utf8.RuneCountInString(p.Text[:place.Start])
					yes := max(g.Start-start, start-g.Start) <= near || i == len(d.Places)-1 && g.Start >= start
					group = append(group, patterns.Observation{Features: place.Features, Yes: yes})
				}
				out = append(out, group)
				break
			}
		}
	})
	return out, err
}

// reportObservations are the cues found, right where their content is annotated.
func reportObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	err := analyses(corpus, t, func(p eval.Pair, a *quotes.Analysis) {
		for _, d := range a.ReportDecisions() {
			span := points(p.Text, d.Content.Start, d.Content.End)
			yes := match(p, span) != nil || startsStatement(p, span)
			if !yes && p.Unscored(span) {
				continue
			}
			out = append(out, patterns.Observation{Features: d.Features, Yes: yes})
		}
	})
	return out, err
}

// startsStatement reports whether an annotated statement begins where span does.
func startsStatement(p eval.Pair, span eval.Span) bool {
	const near = 2 // code points, for marks
	for _, g := range p.Gold.Statements {
		if max(g.Start-span.Start, span.Start-g.Start) <= near {
			return true
		}
	}
	return false
}

// extentObservations are the places in a report up to its annotated end: there
// it ends, before it goes on.
func extentObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	const near = 2 // code points, for marks at the edges
	err := analyses(corpus, t, func(p eval.Pair, a *quotes.Analysis) {
		for _, r := range a.Reports() {
			start := utf8.RuneCountInString(p.Text[:r.Start])
			for _, g := range p.Gold.Statements {
				if max(g.Start-start, start-g.Start) > near {
					continue
				}
				for _, b := range r.Boundaries {
					end := utf8.RuneCountInString(p.Text[:b.End])
					if end > g.End+near {
						break
					}
					out = append(out, patterns.Observation{Features: b.Features, Yes: end >= g.End-near})
				}
				break
			}
		}
	})
	return out, err
}

// choiceObservations are the candidates of each choice that is listed. One without
// a name is nobody, who is right where none before it is the annotated speaker.
func choiceObservations(corpus []eval.Pair, t quotes.Weights, list func(*quotes.Analysis) []quotes.Decision) ([][]patterns.Observation, error) {
	var out [][]patterns.Observation
	err := analyses(corpus, t, func(p eval.Pair, a *quotes.Analysis) {
		for _, d := range list(a) {
			gold := match(p, points(p.Text, d.Content.Start, d.Content.End))
			if gold == nil {
				continue
			}
			var group []patterns.Observation
			found := false
			for _, c := range d.Candidates {
				yes := !found
				if c.Name != "" {
					yes = eval.SpeakerRight(c.Name, p.Gold.Entities[gold.Speaker])
				}
				found = found || yes
				group = append(group, patterns.Observation{Features: c.Features, Yes: yes})
			}
			out = append(out, group)
		}
	})
	return out, err
}

// confidenceObservations are the statements found, right or wrong.
func confidenceObservations(corpus []eval.Pair, t quotes.Weights) ([]patterns.Observation, error) {
	var out []patterns.Observation
	err := analyses(corpus, t, func(p eval.Pair, a *quotes.Analysis) {
		for i, j := range eval.Judge(p.Gold, p.System(a.Statements)) {
			if j != eval.Ignored {
				reasons := a.Statements[i].Reasons
				out = append(out, patterns.Observation{Features: reasons[len(reasons)-1].Features, Yes: j == eval.Right})
			}
		}
	})
	return out, err
}

// analyses calls visit with what the tables make of each article.
func analyses(corpus []eval.Pair, t quotes.Weights, visit func(eval.Pair, *quotes.Analysis)) error {
	e, err := quotes.New(quotes.WithWeights(t))
	if err != nil {
		return err
	}
	for _, p := range corpus {
		a, err := e.Analyze(p.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		visit(p, a)
	}
	return nil
}

// match returns the annotated statement that a content overlaps most, by half at
// least, or nil.
func match(p eval.Pair, content eval.Span) *eval.GoldStatement {
	var best *eval.GoldStatement
	top := 0.5
	for i := range p.Gold.Statements {
		if v := eval.IoU(p.Gold.Statements[i].Span, content); v >= top {
			best, top = &p.Gold.Statements[i], v
		}
	}
	return best
}

// points turns offsets in bytes into those in code points.
func points(text string, start, end int) eval.Span {
	from := utf8.RuneCountInString(text[:start])
	return eval.Span{Start: from, End: from + utf8.RuneCountInString(text[start:end])}
}
