package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// fuzz reads data as a file of the given name in all sorts of ways. Whatever it
// is, documents are valid and not too large, failures name their place, and two
// readings agree.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		const limit = 1 << 16
		got := read(t, Options{MaxDocumentSize: limit}, name, data)
		if len(got.docs)+len(got.errs) == 0 {
			t.Fatal("neither a document nor an error")
		}
		for _, d := range got.docs {
			if !utf8.ValidString(d.Text) || d.ID == "" || ArabicShare(d.Text) < leastArabic || len(d.Text) > 4*limit {
				t.Errorf("document %q at %s", d.ID, d.Source)
			}
			if strings.HasPrefix(d.Text, "\ufeff") && strings.Count(data, "\ufeff") < 2 && !strings.Contains(data, `\`) {
				t.Errorf("the text begins with a byte order mark")
			}
		}
		for _, err := range got.errs {
			if !strings.HasPrefix(err, name) || !utf8.ValidString(err) && utf8.ValidString(data) {
				t.Errorf("error %q", err)
			}
		}
		if diff := cmp.Diff(got, read(t, Options{MaxDocumentSize: limit}, name, data), cmp.AllowUnexported(collected{})); diff != "" {
			t.Errorf("first and a second time (-first +second)\n%s", diff)
		}
	})
}

func all(t testing.TB) []string {
	var out []string
	for _, data := range inAll(t) {
		out = append(out, data)
	}
	return out
}

func FuzzText(f *testing.F) { fuzz(f, "a.txt", append(all(f), "", "{", line, random(100))...) }

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", page(meta, onePerLine), page(`<meta charset="windows-1256">`, "\xde\xc7\xe1"), "<p>قال<br>نعم", "<svg><p>قال", "<table><tr><td>قال</table>")
}

func FuzzJSONL(f *testing.F) {
	fuzz(f, "a.jsonl", line, "\ufeff"+line, `{"id": 1, "text": "\ud83d\ude00قال"}`, `{"id": [], "text": "قال"}`, `{"text": "قال"} x`, "[1]\n{}\n\n"+line, deepJSON)
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", "[\n"+`{"text": "قال"},`+"\n"+`{"id": 1}]`, "{\n}{\n}", "[]", "[", "]", `[[{"text": "قال"}]]`)
}

const deepJSON = `{"a": [[[[[[{"b": [[[[]]]]}]]]]]], "text": "قال"}`

func FuzzCSV(f *testing.F) {
	fuzz(f, "a.csv", "id,text\nx,قال\n", "\ufefftext;id\r\n\"قال \"\"نعم\"\"\r\n\";x\r\n", "text\tid\nقال\tx", "النص\nقال", "text\n\"قال", "id\nx")
}

func FuzzTREC(f *testing.F) {
	fuzz(f, "a.trec", "<DOC>\n<DOCNO>x</DOCNO>\n<TEXT>\nقال &amp; نعم\n</TEXT>\n</DOC>\n", `<doc id="x"><text><p>قال</p></text></doc><DOC><TEXT>قال`, "<DOCNO>", "<doc", "<DOC></DOC>")
}

func FuzzDocx(f *testing.F) {
	fuzz(f, "a.docx", docx(f, "<w:p><w:r><w:t>قال نعم</w:t></w:r></w:p>"), docx(f, "<w:p>"), zipped(f, member{"[Content_Types].xml", ""}))
}

func FuzzWordXML(f *testing.F) {
	f.Add(`<w:document ` + wordNS + `><w:p><w:t>قال</w:t><w:br/></w:p><mc:Fallback><w:t>قال</w:t></mc:Fallback></w:document>`)
	f.Fuzz(func(t *testing.T, body string) {
		if text, err := docxText([]byte(body)); err == nil && strings.Contains(text, "\n\n") {
			t.Errorf("an empty paragraph in %q", text)
		}
	})
}

func FuzzPacked(f *testing.F) {
	text := member{"one.txt", article}
	fuzz(f, "a", zipped(f, text, member{"b/more.jsonl", line}), tarred(f, text, text), gzipped(f, article), zstded(f, line), gzipped(f, tarred(f, text)),
		zipped(f, member{"in.zip", zipped(f, text)}), gzipped(f, gzipped(f, gzipped(f, article))))
}

// Whatever the bytes, the charset that is found decodes them or says why not,
// and text in UTF-8 is taken for that.
func FuzzDetect(f *testing.F) {
	for _, data := range all(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		c := detect([]byte(data))
		text, err := c.decode([]byte(data))
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("%s: not UTF-8", c.name)
		}
		if utf8.ValidString(data) && !strings.ContainsAny(data, "\x00\x06") && c != utf8Charset {
			t.Errorf("UTF-8 is taken for %s", c.name)
		}
	})
}
