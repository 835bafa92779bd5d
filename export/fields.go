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
	few    bool           // few values come again and again
	value  func(*row) any // a string, int, float64, []string or []quotes.RecordSpan, always the same type
}

// fields are all columns there are.
var fields = []field{
	{"doc", "المقال", true, func(r *row) any { return r.Doc }},
	{"id", "الرقم", false, func(r *row) any { return r.ID }},
	{"type", "النوع", true, func(r *row) any { return string(r.Type) }},
	{"quote", "القول", false, func(r *row) any { return r.Content.Text }},
	{"content", "المضمون", false, func(r *row) any { return r.Content.Text }},
	{"quotes", "ما بين علامات التنصيص", false, func(r *row) any { return r.Quotes }},
	{"speaker", "القائل", true, func(r *row) any { return r.Speaker.Name }},
	{"role", "الصفة", true, func(r *row) any { return r.Speaker.Role }},
	{"kind", "نوع القائل", true, func(r *row) any { return string(r.Speaker.Kind) }},
	{"gender", "الجنس", true, func(r *row) any { return r.Speaker.Gender }},
	{"how", "كيف ذُكر", true, func(r *row) any { return string(r.Speaker.How) }},
	{"speaker_id", "رمز القائل", true, func(r *row) any { return r.Speaker.ID }},
	{"mention", "ذكر القائل", true, func(r *row) any { return r.Speaker.Mention.Text }},
	{"mention_start", "بداية الذكر", false, func(r *row) any { return r.Speaker.Mention.Start }},
	{"mention_end", "نهاية الذكر", false, func(r *row) any { return r.Speaker.Mention.End }},
	{"cue", "فعل القول", true, func(r *row) any { return r.Cue.Text }},
	{"cue_start", "بداية الفعل", false, func(r *row) any { return r.Cue.Start }},
	{"cue_end", "نهاية الفعل", false, func(r *row) any { return r.Cue.End }},
	{"lemma", "أصل الفعل", true, func(r *row) any { return r.Cue.Lemma }},
	{"class", "صنف الفعل", true, func(r *row) any { return r.Cue.Class }},
	{"via", "نقلاً عن", true, func(r *row) any { return r.Via }},
	{"context", "السياق", false, func(r *row) any { return r.context }},
	{"title", "العنوان", true, func(r *row) any { return r.doc.Title }},
	{"date", "التاريخ", true, func(r *row) any { return r.doc.Date }},
	{"outlet", "الوسيلة", true, func(r *row) any { return r.doc.Outlet }},
	{"url", "الرابط", true, func(r *row) any { return r.doc.URL }},
	{"paragraph", "الفقرة", false, func(r *row) any { return r.paragraph }},
	{"start", "البداية", false, func(r *row) any { return r.Content.Start }},
	{"end", "النهاية", false, func(r *row) any { return r.Content.End }},
	{"confidence", "الثقة", false, func(r *row) any { return r.Confidence }},
	{"rules", "القواعد", false, func(r *row) any { return r.Rules }},
}

// checking are the columns that one who checks quotes needs.
var checking = []string{
	"quote", "type", "speaker", "role", "cue", "context", "doc", "title", "date", "paragraph", "start", "end", "confidence",
}

// everything is every column once; quote is content under the name that readers
// expect.
var everything = slices.DeleteFunc(Fields(), func(name string) bool { return name == "quote" })

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
