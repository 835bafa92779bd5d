package quotes

import (
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// Not every verb with أن reports what a source said: النتائج تشير إلى أن … inside
// somebody's words, يعتبر that is passive, a word that only looks like a cue.
// Each cue is weighed (patterns/weights/report.yaml).

// reportThreshold is the probability from which on a cue counts. Below a half,
// for one that is dropped takes what follows it along.
const reportThreshold = 0.4

// reports reports whether frame i, with the subject c, gives a source's words.
func (e *Extractor) reports(s *patterns.Scan, a *speakers.Article, frames []frame, i int, c *speakers.Cue) bool {
	f := &frames[i]
	if f.rule == nil {
		return true
	}
	evidence := e.tables.report.Evidence(s.Reasons)
	reportFeatures(s, a, frames, i, c, &evidence)
	f.report = evidence.Weighing()
	return f.report.P >= reportThreshold
}

// reportFeatures gathers what speaks for and against the frame's being a report.
func reportFeatures(s *patterns.Scan, a *speakers.Article, frames []frame, i int, c *speakers.Cue, to *patterns.Evidence) {
	f := &frames[i]
	at := f.cue.Start
	class := s.Units[at].Class
	to.Add("rule=", f.rule.ID)
	to.Add("how=", string(c.How))
	kind := cueKind(s, f)
	to.Add("cue=", kind)
	if f.form != nil {
		to.Add("class=", f.form.Class)
		to.Add("lemma=", f.form.Lemma)
		to.Add("cue=", kind, "+class=", f.form.Class)
		if class.Any(patterns.Verb) {
			tense := "past"
			if present(strings.TrimPrefix(strings.TrimPrefix(s.Key(at), "و"), "س")) {
				tense = "present"
			}
			to.Add(tense)
			to.Add(tense, "+class=", f.form.Class)
		}
	}
	who, described := "nobody", ""
	if c.Mention >= 0 {
		m := &a.Mentions[c.Mention]
		who = string(m.Kind)
		if m.Name.Empty() {
			described = "-described"
		}
		switch head := s.Units[m.Whole.Start].Class; {
		case head.Any(patterns.Title | patterns.Honorific):
			to.Add("head=title")
		case head.Any(patterns.Organization):
			to.Add("head=organization")
		case head.Any(patterns.Anonymous):
			to.Add("head=anonymous")
		case head.Any(patterns.Document):
			to.Add("head=document")
		case head.Any(patterns.Place):
			to.Add("head=place")
		case head.Any(patterns.Name) || !m.Name.Empty():
			to.Add("head=name")
		case head.Any(patterns.Quantity) || number(s, m.Whole.Start):
			to.Add("head=quantity")
		default:
			to.Add("head=other")
		}
		if m.Whole.Start < at {
			to.Add("subject-before")
		}
	}
	to.Add("who=", who, described)
	to.Add("cue=", kind, "+who=", who, described)
	if f.form != nil {
		to.Add("class=", f.form.Class, "+who=", who, described)
	}
	// where it stands
	embedded := false
	for k := i - 1; k >= 0 && at-frames[k].cue.Start <= sentenceLimit; k-- {
		g := &frames[k]
		if g.kind == "" || g.kind == "sentence" {
			continue
		}
		if !sameSentence(s, g.cue.Start, at) {
			break
		}
		embedded = g.content.Start <= at && g.kind == "clause"
		break
	}
	if embedded {
		to.Add("embedded")
		to.Add("embedded+who=", who, described)
		to.Add("embedded+cue=", kind)
	}
	before := "start"
	if at > 0 {
		switch p := s.Units[at-1].Class; {
		case p.Any(patterns.Break | patterns.Stop):
		case p.Any(patterns.Comma | patterns.Dash):
			before = "comma"
		case s.Units[at-1].Span >= 0:
			before = "marks"
		case p.Any(patterns.Relative):
			before = "relative"
		case p.Any(patterns.Negation):
			before = "negation"
		case p.Any(patterns.An):
			before = "an"
		case p.Any(patterns.Qad | patterns.Auxiliary):
			before = "auxiliary"
		case p.Any(patterns.Turn | patterns.Time | patterns.Adverb):
			before = "adverb"
		case p.Any(patterns.Function | patterns.Resume):
			before = s.Key(at - 1)
			if number(s, at-1) {
				before = "number"
			}
		case p.Any(patterns.Prep | patterns.PrepLi):
			before = "preposition"
		case p.Any(patterns.Verb | patterns.AnyVerb):
			before = "verb"
		default:
			before = "noun"
		}
	}
	to.Add("before=", before)
	to.Add("cue=", kind, "+before=", before)
	switch n := f.content.Start - f.cue.End; {
	case n <= 1:
		to.Add("gap=0-1")
		to.Add("cue=", kind, "+gap=0-1")
	case n <= 6:
		to.Add("gap=2-6")
	case n <= 15:
		to.Add("gap=7-15")
	default:
		to.Add("gap>15")
		to.Add("cue=", kind, "+gap>15")
	}
	if f.quote >= 0 {
		p := level(s.Speech[s.Units[f.quote].Span].P, coarseSteps)
		to.Add("speech", p)
		to.Add("cue=", kind, "+speech", p)
	}
	next, word := nextFeature(s, f.content.Start)
	to.Add("content-", next, word)
	if f.kind == "phrase" {
		behind, word := governor(s, f, f.content.Start-1)
		to.Add("phrase")
		to.Add("phrase-behind-", behind, word)
		to.Add("phrase+", next)
		to.Add("phrase+who=", who, described)
		to.Add("phrase+before=", before)
		if f.content.Start < f.quote {
			to.Add("phrase-opens")
			to.Add("phrase-opens+", next)
		}
		if f.form != nil {
			to.Add("phrase+class=", f.form.Class)
			to.Add("phrase+lemma=", f.form.Lemma)
			to.Add("phrase+lemma=", f.form.Lemma, "+behind-", behind, word)
		}
	}
	if f.rule.Content == "bare" {
		to.Add("bare+content-", next, word)
		to.Add("bare+who=", who, described)
		to.Add("bare+before=", before)
		to.Add("bare+lemma=", f.form.Lemma)
		if s.Lexicon.In(patterns.FirstPerson, s.Key(f.content.Start)) {
			to.Add("bare+first-person")
		}
	}
	if f.form != nil {
		to.Add("class=", f.form.Class, "+content-", next, word)
	}
	if class.Any(patterns.Impersonal) {
		to.Add("impersonal+who=", who, described)
		to.Add("impersonal+before=", strings.TrimPrefix(before, "و"))
	}
	if f.kind == "clause" {
		if that := s.Units[f.content.Start-1]; that.Class.Any(patterns.Conj) {
			conjunction := string(s.Text.FirstLetter(that.First)) // وأن or فإن
			to.Add("that=", conjunction)
			to.Add("cue=", kind, "+that=", conjunction)
			if f.form != nil {
				to.Add("class=", f.form.Class, "+that=", conjunction)
			}
		}
		behind, word := governor(s, f, f.content.Start-2)
		to.Add("that-behind-", behind, word)
		to.Add("cue=", kind, "+that-behind-", behind, word)
		if s.Units[f.content.Start-1].Class.Any(patterns.BiAn) && f.form != nil {
			to.Add("class=", f.form.Class, "+بأن")
		}
	}
}

// governor names, in two parts, unit i, which stands before the أن or the content
// of f: the cue itself, a particle, or a noun that أن may belong to as well (من منطلق أن).
func governor(s *patterns.Scan, f *frame, i int) (name, word string) {
	if i < f.cue.End {
		return "cue", ""
	}
	switch c := s.Units[i].Class; {
	case c.Any(patterns.Comma):
		return "comma", ""
	case c.Any(patterns.Colon):
		return "colon", ""
	case s.Units[i].Span >= 0:
		return "marks", ""
	case c.Any(patterns.Function):
		if number(s, i) {
			return "number", ""
		}
		return "particle=", s.Key(i)
	case c.Any(patterns.Title | patterns.Organization | patterns.Anonymous | patterns.Document | patterns.Name | patterns.Place | patterns.Nisba):
		return "source", ""
	case c.Any(patterns.Time | patterns.Adverb | patterns.Turn):
		return "adverb", ""
	case c.Any(patterns.AnyVerb):
		return "verb", ""
	case c.Any(patterns.Article):
		return "definite", ""
	case c.Any(patterns.Common):
		return "noun", ""
	}
	return "word", ""
}

// ReportDecision is a cue with what spoke for its being a report, for fitting.
type ReportDecision struct {
	Content  Span
	Features []string
}

// ReportDecisions lists the cues that were taken for reports.
func (a *Analysis) ReportDecisions() []ReportDecision {
	var out []ReportDecision
	for i := range a.frames {
		if f := &a.frames[i]; f.kind != "" && f.rule != nil && !f.content.Empty() {
			out = append(out, ReportDecision{unitSpan(a.Scan, f.content), f.report.Features})
		}
	}
	return out
}
