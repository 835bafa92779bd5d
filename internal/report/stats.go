package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed stats.tmpl
var statsTemplate string

var stats = template.Must(template.New("stats").Funcs(template.FuncMap{
	"word": Word, "chart": Chart, "share": func(n, of int) string { return fmt.Sprintf("%.0f", percent(n, max(of, 1))) },
}).Parse(statsTemplate))

// Section is one way to count the statements.
type Section struct {
	Field  string  `json:"field"` // of the output
	Title  string  `json:"-"`     // in Arabic
	Known  bool    `json:"known"` // whether the field was there to count by
	Groups []Group `json:"groups"`
}

// Sections are all ways to count, for the fields that has reports.
func (c *Counts) Sections(has func(field string) bool) []Section {
	out := []Section{
		{"speaker", "القائلون", true, c.Speakers()},
		{"type", "أنواع القول", true, c.Types()},
		{"class", "أصناف فعل القول", true, c.Classes()},
		{"gender", "جنس القائل", true, c.Genders()},
		{"outlet", "الوسائل الإعلامية", true, c.Outlets()},
	}
	for i := range out {
		if s := &out[i]; !has(s.Field) || len(s.Groups) == 1 && s.Groups[0].Name == "" {
			s.Known, s.Groups = false, nil
		}
	}
	return out
}

// Page writes the counts as a page of their own. Of every section it shows as
// many groups as top says.
func Page(w io.Writer, source string, all Group, sections []Section, top int) error {
	if err := Head(w, "من يُنقل عنه؟ — قَوْل", ""); err != nil {
		return err
	}
	type shown struct {
		Section
		Bars   []Bar
		Others int
	}
	var out []shown
	for _, s := range sections {
		n := min(len(s.Groups), top)
		v := shown{s, nil, len(s.Groups) - n}
		for _, g := range s.Groups[:n] {
			label := Word(s.Field, g.Name)
			if label == "" {
				label = "غير معروف"
			}
			v.Bars = append(v.Bars, BarOf(label, g))
		}
		out = append(out, v)
	}
	err := stats.Execute(w, map[string]any{
		"Source": source, "All": all, "Speakers": len(sections[0].Groups), "Sections": out, "Types": TypeClasses,
	})
	if err != nil {
		return err
	}
	return Foot(w, "")
}
