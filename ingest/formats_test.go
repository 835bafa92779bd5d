package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/qawl-nlp/qawl/quotes"
)

// onePerLine is the article as pages and Word documents give it.
var onePerLine = strings.ReplaceAll(strings.TrimSpace(article), "\n\n", "\n")

func page(head, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="ar" dir="rtl"><head>%s<title>مكتبة جديدة في المرفأ | صحيفة المرفأ</title></head><body>
<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav></header>
<article><h1>مكتبة جديدة في المرفأ</h1>`, head)
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", strings.ReplaceAll(line, "وأضافت", "<strong>وأضافت</strong>\n  "))
	}
	b.WriteString(`</article><aside><a href="/1">الأكثر قراءة</a></aside><footer>جميع الحقوق محفوظة</footer><script>var x = "قال";</script></body></html>`)
	return b.String()
}

const meta = `<meta property="og:site_name" content="صحيفة المرفأ"><meta property="og:title" content="مكتبة جديدة في المرفأ">
<meta property="article:published_time" content="2026-03-02T08:30:00+03:00"><link rel="canonical" href="https://example.org/a/1">`

func TestHTML(t *testing.T) {
	want := quotes.Document{
		ID: "lib", Text: onePerLine, Title: "مكتبة جديدة في المرفأ", Outlet: "صحيفة المرفأ",
		Date: "2026-03-02T08:30:00+03:00", URL: "https://example.org/a/1",
	}
	for name, data := range map[string]string{
		"lib.html": page(meta, onePerLine),
		"lib.htm":  encoded(t, charmap.Windows1256, page(`<meta charset="windows-1256">`+meta, onePerLine)),
		"lib":      "\ufeff\n" + page(meta, onePerLine),
	} {
		if diff := cmp.Diff(want, read(t, Options{}, name, data).one(t).Document); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestHTMLDeclaredCharsets(t *testing.T) {
	short := page("", "قال مازن.")
	for name, data := range map[string]string{
		"declared": encoded(t, charmap.Windows1256, strings.Replace(short, "<title>", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>`, 1)),
		"found":    encoded(t, charmap.Windows1256, short),
		"wrong":    strings.Replace(short, "<title>", `<meta charset="windows-1256"><title>`, 1),
	} {
		if d := read(t, Options{}, "a.html", data).one(t); !strings.Contains(d.Text, "قال مازن.") {
			t.Errorf("%s: %q", name, d.Text)
		}
	}
}

func TestHTMLThatIsHostile(t *testing.T) {
	read(t, Options{}, "deep.html", strings.Repeat("<div>", 100_000)+article).oneError(t, "deep.html: ")
	read(t, Options{}, "many.html", "<p>"+article+strings.Repeat("<b></b>", 200_000)).oneError(t, "too large")
	read(t, Options{}, "none.html", "<html><body></body></html>").oneError(t, "the text is empty")
}

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

func docx(t testing.TB, body string) string {
	return zipped(t,
		member{"[Content_Types].xml", "<Types/>"},
		member{"word/document.xml", `<?xml version="1.0"?><w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`},
		member{"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>عنوان</dc:title><dcterms:created>2026-03-02T08:30:00Z</dcterms:created></cp:coreProperties>`},
	)
}

func TestDocx(t *testing.T) {
	body := `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">قال </w:t></w:r><w:r><w:t>الوزير:</w:t><w:tab/><w:t>«نعم».</w:t></w:r></w:p>
<w:p/><w:p><w:r><w:delText>حذف</w:delText><w:t>سطر</w:t><w:br/><w:t>ثان</w:t></w:r></w:p>
<w:p><mc:AlternateContent><mc:Choice><w:t>إطار</w:t></mc:Choice><mc:Fallback><w:t>إطار</w:t></mc:Fallback></mc:AlternateContent></w:p>`
	want := quotes.Document{ID: "report", Text: "قال الوزير: «نعم».\nسطر\nثان\nإطار", Title: "عنوان", Date: "2026-03-02T08:30:00Z"}
	if diff := cmp.Diff(want, read(t, Options{}, "report.docx", docx(t, body)).one(t).Document); diff != "" {
		t.Error(diff)
	}
	read(t, Options{}, "bad.docx", docx(t, "<w:p>")).oneError(t, "bad.docx: word/document.xml: ")
	read(t, Options{}, "sheet.xlsx", zipped(t, member{"[Content_Types].xml", ""}, member{"xl/workbook.xml", ""})).oneError(t, "no Word document: it has no word/document.xml")
	read(t, Options{}, "text.docx", article).oneError(t, "no Word document: it is no zip archive")
}

func TestJSONLFields(t *testing.T) {
	line := `{"id": 7, "text": "قال \"نعم\" \u0648\ud83d\ude00", "title": "ع", "date": 20260302, "source": "ص", "url": null, "more": {"text": "لا"}}` + "\n"
	want := quotes.Document{ID: "7", Text: "قال \"نعم\" و😀", Title: "ع", Date: "20260302", Outlet: "ص"}
	if diff := cmp.Diff(want, read(t, Options{}, "stdin", line).one(t).Document); diff != "" {
		t.Error(diff)
	}
	d := read(t, Options{TextColumn: "body", IDColumn: "n"}, "a.jsonl", "\n"+`{"body": "قال نعم", "text": "لا", "n": "x"}`).one(t)
	if d.Text != "قال نعم" || d.ID != "x" || d.Line != 2 {
		t.Errorf("%+v", d)
	}
	read(t, Options{TextColumn: "body"}, "a.jsonl", `{"text": "قال"}`).oneError(t, `a.jsonl:1: expected an article {"id": …, "text": …}: "body" is missing`)
}

// TestNoObjects asks what is wrong with lines when all are read, short ones and long.
func TestNoObjects(t *testing.T) {
	for _, fill := range []string{"", strings.Repeat("1", 100)} {
		reasons := [][2]string{
			{"x" + fill, "invalid character 'x' at start of value"},
			{`"قال` + fill + `"`, "found a string"},
			{"[1" + fill + "]", "found an array"},
			{"[" + fill, "the object does not end"},
			{"12" + fill, "found a number"},
			{"\"\xd9\"" + fill, "not UTF-8: byte 0xd9 at offset 1; another encoding can be named (--encoding)"},
			{"]" + fill, "invalid character ']' at start of value"},
		}
		data := ""
		for _, r := range reasons {
			data += r[0] + "\n"
		}
		var errs []error
		for _, err := range reader(t, Options{}).Read("a.jsonl", strings.NewReader(data)) {
			errs = append(errs, err)
		}
		if len(errs) != len(reasons) {
			t.Fatalf("%d errors", len(errs))
		}
		for i, r := range reasons {
			if want := `a.jsonl:` + strconv.Itoa(i+1) + `: expected an article {"id": …, "text": …}: ` + r[1]; errs[i] == nil || errs[i].Error() != want {
				t.Errorf("%q: got %v, expected %s", r[0], errs[i], want)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	const objects = "{\n \"id\": \"a\",\n \"text\": \"قال\"\n}%s\n{\"text\": \"قال\"}%s {\"id\": \"x\"}"
	for name, data := range map[string]string{
		"array":   "[" + fmt.Sprintf(objects, ",", ",") + "]\n",
		"objects": fmt.Sprintf(objects, "", "\n"),
	} {
		got := read(t, Options{}, "b.json", data).ids()
		if !strings.HasPrefix(got, `a; b:5; b.json:`) || !strings.HasSuffix(got, `expected an article {"id": …, "text": …}: "text" is missing`) {
			t.Errorf("%s: %s", name, got)
		}
	}
	for data, want := range map[string]string{
		"[]":                          "b.json: is empty",
		"[\n{\"text\": \"قال\"},\n{]": "b.json:3: invalid character ']'",
		"[\n{\"text\": \"قال\"}":      "the object does not end",
		"قال":                         "b.json:1: invalid character",
	} {
		read(t, Options{}, "b.json", data).oneError(t, want)
	}
	if d := read(t, Options{}, "b.json", line[:strings.Index(line, "\n")]).one(t); d.ID != "j1" { // JSONL by another name
		t.Errorf("%+v", d)
	}
}

func TestTables(t *testing.T) {
	const quoted = "\"قال: \"\"نعم\"\",\nثم ذهب\""
	for name, tt := range map[string]struct{ name, data string }{
		"comma":       {"t.csv", "id,title,text\nx,ع," + quoted + "\n"},
		"semicolon":   {"t.csv", "\ufeffid;title;body\r\nx;ع;" + quoted + "\r\n"},
		"tab":         {"t.tsv", "id\ttitle\tcontent\nx\tع\t" + quoted},
		"Arabic":      {"t.csv", "المعرّف,العنوان,النصّ\nx,ع," + quoted},
		"CSV by name": {"t.csv", "\nالرقم,عنوان,نص الخبر\n\nx,ع," + quoted},
	} {
		d := read(t, Options{}, tt.name, tt.data).one(t)
		if want := (quotes.Document{ID: "x", Title: "ع", Text: "قال: \"نعم\",\nثم ذهب"}); d.Document != want {
			t.Errorf("%s: %+v", name, d.Document)
		}
	}
}

func TestTableColumns(t *testing.T) {
	data := "key,Headline,Lead\n1,ع,قال نعم\n"
	read(t, Options{}, "t.csv", data).oneError(t, `t.csv:1: no column is called text, body, content or النص; name the right one (--text-column); there are "key", "Headline", "Lead"`)
	read(t, Options{TextColumn: "bdoy"}, "t.csv", data).oneError(t, `t.csv:1: no column is called "bdoy" (--text-column); there are "key", "Headline", "Lead"`)
	read(t, Options{TextColumn: "lead", IDColumn: "no"}, "t.csv", data).oneError(t, `no column is called "no" (--id-column)`)
	if d := read(t, Options{TextColumn: "lead", IDColumn: "key"}, "t.csv", data).one(t); d.ID != "1" || d.Text != "قال نعم" || d.Title != "ع" || d.Line != 2 {
		t.Errorf("%+v", d)
	}
	wide := strings.Repeat("column,", 1_000_000) + "text\n"
	read(t, Options{}, "t.csv", wide).oneError(t, "t.csv:1: 1000001 columns, expected at most 10000")
	read(t, Options{}, "t.csv", strings.Repeat("column,", 5000)+"other\n").oneError(t, `and 4981 more`)
}

func TestBadRows(t *testing.T) {
	got := read(t, Options{}, "t.csv", "id,text\na,قال نعم\nb\nc,قال \"لا\" نعم\nd,\"قال\nنعم\"\ne,\ng,\"قال\" نعم\nf,قال")
	want := "a; d; f; t.csv:3: 1 fields in the row, expected 2 as in the header; " +
		"t.csv:4: no CSV: byte 10 of line 1 of the row: bare \" in non-quoted-field; " +
		"t.csv:7: the text is empty; t.csv:8: no CSV: byte 10 of line 1 of the row: extraneous or missing \" in quoted-field"
	if got.ids() != want {
		t.Errorf("got  %s\nwant %s", got.ids(), want)
	}
	read(t, Options{}, "t.csv", "id,text\n").oneError(t, "t.csv: holds a header but no rows")
}

func TestTREC(t *testing.T) {
	data := `<?xml version="1.0" encoding="UTF-8"?>
<DOC>
<DOCNO> N-1 </DOCNO>
<HEADLINE>عنوان
طويل</HEADLINE>
<TEXT>
قال &quot;نعم&quot;
ثم ذهب
</TEXT>
</DOC>
<doc id="AFP_1" type="story"><DATELINE>بيروت</DATELINE><text>
<P>
قال
الوزير
</P>
<P>نعم</P>
</text></doc><DOC><TEXT>قال</TEXT></DOC>
<DOC><DOCNO>x</DOCNO></DOC>
<DOC><DOCNO>y</DOCNO><TEXT>قال`
	got := read(t, Options{}, "news.xml", data)
	want := []quotes.Document{
		{ID: "N-1", Title: "عنوان طويل", Text: "قال \"نعم\"\nثم ذهب"},
		{ID: "AFP_1", Text: "قال الوزير\nنعم"},
		{ID: "news:17", Text: "قال"},
	}
	var docs []quotes.Document
	for _, d := range got.docs {
		docs = append(docs, d.Document)
	}
	if diff := cmp.Diff(want, docs); diff != "" {
		t.Error(diff)
	}
	if errs := strings.Join(got.errs, "; "); errs != "news.xml:18: the <DOC> has no <TEXT>; news.xml:19: the data ends too early; the file is truncated" {
		t.Error(errs)
	}
	read(t, Options{}, "feed.xml", "<rss><item>قال</item></rss>").oneError(t, "holds no <DOC>")
}

func TestForcedFormat(t *testing.T) {
	if d := read(t, Options{Format: "csv"}, "stdin", "text\nقال").one(t); d.ID != "stdin:2" || d.Text != "قال" {
		t.Errorf("%+v", d)
	}
	if d := read(t, Options{Format: "text"}, "a.jsonl", `{"text": "قال الوزير نعم"}`).one(t); !strings.HasPrefix(d.Text, "{") {
		t.Errorf("%+v", d)
	}
	if _, err := New(Options{Format: "pdf"}); err == nil {
		t.Error("format pdf is taken")
	}
}
