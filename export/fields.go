package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/report"
	"github.com/qawl-nlp/qawl/quotes"
)

// field is a column that a table may have.
type field struct {
	name   string
	arabic string         // heading in sheets and pages
	width  float64        // of its column in a sheet, in characters
	few    bool           // few values come again and again
	value  func(*row) any // a string, int, float64, []string or []quotes.RecordSpan, always the same type
}

// fields are all columns there are.
var fields = []field{
	{"doc", "المقال", 22, true, func(r *row) any { return r.Doc }},
	{"id", "الرقم", 10, false, func(r *row) any { return r.ID }},
	{"type", "النوع", 14, true, func(r *row) any { return string(r.Type) }},
	{"quote", "القول", 70, false, func(r *row) any { return r.Content.Text }},
	{"content", "المضمون", 70, false, func(r *row) any { return r.Content.Text }},
	{"quotes", "ما بين علامات التنصيص", 60, false, func(r *row) any { return r.Quotes }},
	{"speaker", "القائل", 26, true, func(r *row) any { return r.Speaker.Name }},
	{"role", "الصفة", 34, true, func(r *row) any { return r.Speaker.Role }},
	{"kind", "نوع القائل", 16, true, func(r *row) any { return string(r.Speaker.Kind) }},
	{"gender", "الجنس", 10, true, func(r *row) any { return r.Speaker.Gender }},
	{"how", "كيف ذُكر", 14, true, func(r *row) any { return string(r.Speaker.How) }},
	{"speaker_id", "رمز القائل", 10, true, func(r *row) any { return r.Speaker.ID }},
	{"mention", "ذكر القائل", 30, true, func(r *row) any { return r.Speaker.Mention.Text }},
	{"mention_start", "بداية الذكر", 10, false, func(r *row) any { return r.Speaker.Mention.Start }},
	{"mention_end", "نهاية الذكر", 10, false, func(r *row) any { return r.Speaker.Mention.End }},
	{"cue", "فعل القول", 14, true, func(r *row) any { return r.Cue.Text }},
	{"cue_start", "بداية الفعل", 10, false, func(r *row) any { return r.Cue.Start }},
	{"cue_end", "نهاية الفعل", 10, false, func(r *row) any { return r.Cue.End }},
	{"lemma", "أصل الفعل", 12, true, func(r *row) any { return r.Cue.Lemma }},
	{"class", "صنف الفعل", 14, true, func(r *row) any { return r.Cue.Class }},
	{"via", "نقلاً عن", 24, true, func(r *row) any { return r.Via }},
	{"context", "السياق", 80, false, func(r *row) any { return r.context }},
	{"title", "العنوان", 44, true, func(r *row) any { return r.doc.Title }},
	{"date", "التاريخ", 14, true, func(r *row) any { return r.doc.Date }},
	{"outlet", "الوسيلة", 18, true, func(r *row) any { return r.doc.Outlet }},
	{"url", "الرابط", 40, true, func(r *row) any { return r.doc.URL }},
	{"paragraph", "الفقرة", 10, false, func(r *row) any { return r.paragraph }},
	{"start", "البداية", 10, false, func(r *row) any { return r.Content.Start }},
	{"end", "النهاية", 10, false, func(r *row) any { return r.Content.End }},
	{"confidence", "الثقة", 10, false, func(r *row) any { return r.Confidence }},
	{"rules", "القواعد", 30, false, func(r *row) any { return r.Rules }},
}

// checking are the columns that one who checks quotes needs.
var checking = []string{
	"quote", "type", "speaker", "role", "cue", "context", "doc", "title", "date", "paragraph", "start", "end", "confidence",
}

// reading are the columns of a table below the title of its document.
var reading = []string{"quote", "type", "speaker", "role", "cue", "paragraph", "confidence"}

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

// fact is what is counted of it.
func (r *row) fact() report.Fact {
	return report.Fact{
		Doc: r.Doc, Outlet: r.doc.Outlet, Type: string(r.Type), Class: r.Cue.Class,
		Speaker: r.Speaker.Name, Role: r.Speaker.Role, Kind: string(r.Speaker.Kind), Gender: r.Speaker.Gender,
	}
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
