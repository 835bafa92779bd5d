package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/quotes"
)

// field is a column that a table may have.
type field struct {
	name   string
	arabic string         // heading in sheets and pages
	value  func(*row) any // a string, int, float64, []string or []quotes.RecordSpan, always the same type
}

// fields are all columns there are.
var fields = []field{
	{"doc", "المقال", func(r *row) any { return r.Doc }},
	{"id", "الرقم", func(r *row) any { return r.ID }},
	{"type", "النوع", func(r *row) any { return string(r.Type) }},
	{"quote", "القول", func(r *row) any { return r.Content.Text }},
	{"content", "المضمون", func(r *row) any { return r.Content.Text }},
	{"quotes", "ما بين علامات التنصيص", func(r *row) any { return r.Quotes }},
	{"speaker", "القائل", func(r *row) any { return r.Speaker.Name }},
	{"role", "الصفة", func(r *row) any { return r.Speaker.Role }},
	{"kind", "نوع القائل", func(r *row) any { return string(r.Speaker.Kind) }},
	{"gender", "الجنس", func(r *row) any { return r.Speaker.Gender }},
	{"how", "كيف ذُكر", func(r *row) any { return string(r.Speaker.How) }},
	{"speaker_id", "رمز القائل", func(r *row) any { return r.Speaker.ID }},
	{"mention", "ذكر القائل", func(r *row) any { return r.Speaker.Mention.Text }},
	{"mention_start", "بداية الذكر", func(r *row) any { return r.Speaker.Mention.Start }},
	{"mention_end", "نهاية الذكر", func(r *row) any { return r.Speaker.Mention.End }},
	{"cue", "فعل القول", func(r *row) any { return r.Cue.Text }},
	{"cue_start", "بداية الفعل", func(r *row) any { return r.Cue.Start }},
	{"cue_end", "نهاية الفعل", func(r *row) any { return r.Cue.End }},
	{"lemma", "أصل الفعل", func(r *row) any { return r.Cue.Lemma }},
	{"class", "صنف الفعل", func(r *row) any { return r.Cue.Class }},
	{"via", "نقلاً عن", func(r *row) any { return r.Via }},
	{"context", "السياق", func(r *row) any { return r.context }},
	{"title", "العنوان", func(r *row) any { return r.doc.Title }},
	{"date", "التاريخ", func(r *row) any { return r.doc.Date }},
	{"outlet", "الوسيلة", func(r *row) any { return r.doc.Outlet }},
	{"url", "الرابط", func(r *row) any { return r.doc.URL }},
	{"paragraph", "الفقرة", func(r *row) any { return r.paragraph }},
	{"start", "البداية", func(r *row) any { return r.Content.Start }},
	{"end", "النهاية", func(r *row) any { return r.Content.End }},
	{"confidence", "الثقة", func(r *row) any { return r.Confidence }},
	{"rules", "القواعد", func(r *row) any { return r.Rules }},
}

// checking are the columns that one who checks quotes needs.
var checking = []string{
	"quote", "type", "speaker", "role", "cue", "context", "doc", "title", "date", "paragraph", "start", "end", "confidence",
}

// Fields lists the names of the columns that a table may have.
func Fields() []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.name)
	}
	return out
}

// columnsOf finds the fields with the given names.
func columnsOf(names []string) ([]field, error) {
	var out []field
	for i, name := range names {
		k := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
		if k < 0 {
			return nil, fmt.Errorf("unknown field %q, expected some of %s", name, strings.Join(Fields(), ", "))
		}
		if slices.Contains(names[:i], name) {
			return nil, fmt.Errorf("field %q is asked for twice", name)
		}
		out = append(out, fields[k])
	}
	return out, nil
}

// row is a statement with what the fields tell of it.
type row struct {
	quotes.Record
	doc       *quotes.Document
	context   string
	paragraph int // from 1; lines with words are counted
}

// rows makes a row of every statement.
func rows(d *quotes.Document, statements []quotes.Statement) []row {
	out := make([]row, len(statements))
	counted, paragraph := 0, 0 // paragraphs that begin before byte counted
	for i, r := range quotes.Records(d.ID, d.Text, statements) {
		start := statements[i].Content.Start
		if start < counted {
			counted, paragraph = 0, 0
		}
		for line := range strings.Lines(d.Text[counted:]) {
			if counted+len(line) > start {
				break
			}
			counted += len(line)
			if strings.TrimSpace(line) != "" {
				paragraph++
			}
		}
		out[i] = row{Record: r, doc: d, context: statements[i].Sentence.Text, paragraph: paragraph + 1}
	}
	return out
}
