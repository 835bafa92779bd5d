package ingest

import (
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// hostile is a file that nobody writes on purpose.
type hostile struct {
	file, data string
	docs       int
	want       string // part of the errors; empty for none
}

// hostiles makes hostile files of about the given size, by name.
func hostiles(t testing.TB, size int) map[string]hostile {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)+1) }
	deep := func(open, close string) string {
		n := size / (len(open) + len(close))
		return strings.Repeat(open, n) + strings.Repeat(close, n)
	}
	return map[string]hostile{
		"invalid UTF-8":           {"a.txt", fill("قال \xff\xfeالوزير \xd9نعم. "), 0, "a.txt: "},
		"invalid UTF-8 in JSON":   {"a.jsonl", fill("{\"text\": \"قال \xd9 نعم\"}\n"), 0, "not UTF-8"},
		"NUL":                     {"a.txt", fill("قال\x00 نعم "), 0, "binary data"},
		"NUL in JSON":             {"a.jsonl", `{"text": "` + fill(`قال\u0000 نعم `) + `"}`, 1, ""},
		"lone surrogates":         {"a.jsonl", fill(`{"text": "قال \ud83d الوزير نعم"}`+"\n") + line, 2, "a.jsonl:1"},
		"direction":               {"a.txt", fill("\u202e\u2066قال الوزير \u202dنعم\u2069\u202c "), 1, ""},
		"marks":                   {"a.txt", "قال " + fill("«"), 1, ""},
		"one line":                {"a.txt", fill("كلمة "), 1, ""},
		"one line of JSON":        {"a.jsonl", `{"text": "` + fill("كلمة ") + `"}`, 1, ""},
		"one-word paragraphs":     {"a.txt", fill("قال\n"), 1, ""},
		"one-letter lines":        {"a.jsonl", fill("x\n"), 0, "a.jsonl:1"},
		"empty lines":             {"a.jsonl", fill("\n") + line, 2, ""},
		"deep JSON":               {"a.jsonl", `{"text": "قال", "x": ` + deep("[", "]") + "}\n" + line, 2, "a.jsonl:1"},
		"deep JSON over lines":    {"a.json", fill("[\n"), 0, "a.json"},
		"JSON without end":        {"a.json", "[" + fill(`{"text": `), 0, "a.json:1"},
		"escapes":                 {"a.jsonl", `{"text": "` + fill(`\u0642\u0627\u0644 `) + `"}`, 1, ""},
		"keys":                    {"a.jsonl", `{"text": "قال"` + keys(size) + "}", 1, ""},
		"columns":                 {"a.csv", "text" + fill(",x") + "\nقال\n", 0, "columns"},
		"columns in a row":        {"a.csv", "id,text\n1" + fill(",قال") + "\n2,قال\n", 1, "a.csv:2"},
		"quotes":                  {"a.csv", "id,text\n1," + fill(`"`) + "\n", 0, "a.csv:2"},
		"field without end":       {"a.csv", "id,text\n1,\"" + fill("قال\n"), 0, "a.csv:2"},
		"elements":                {"a.html", "<p>قال" + fill("<b>"), 0, "512"},
		"nested elements":         {"a.html", deep("<div>", "</div>") + "<p>قال الوزير نعم", 0, "512"},
		"attributes":              {"a.html", "<p " + fill("a=b ") + ">قال الوزير نعم", 1, ""},
		"brackets":                {"a.html", "<p>قال" + fill("<"), 1, ""},
		"entities":                {"a.html", "<p>قال" + fill("&amp;"), 1, ""},
		"documents without end":   {"a.trec", fill("<DOC>\n") + "قال", 0, "a.trec"},
		"documents":               {"a.trec", fill("<DOC></DOC>\n"), 0, "a.trec:1"},
		"a file that expands":     {"a.jsonl.gz", gzipped(t, fill("\n")), 0, "is empty"},
		"an archive that expands": {"a.zip", zipped(t, member{"a.jsonl.gz", gzipped(t, fill("\n"))}), 0, "is empty"},
		"paragraphs in Word":      {"a.docx", docx(t, fill("<w:p/>")+"<w:p><w:r><w:t>قال نعم</w:t></w:r></w:p>"), 1, ""},
		"nested elements in Word": {"a.docx", docx(t, deep("<w:p>", "</w:p>")+"<w:p><w:r><w:t>قال نعم</w:t></w:r></w:p>"), 1, ""},
	}
}

// keys are as many members of an object as take up size bytes.
func keys(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(`, "k`)
		for n := i; n > 0; n /= 10 {
			b.WriteByte(byte('0' + n%10))
		}
		b.WriteString(`": 0`)
	}
	return b.String()
}

// ordinary is a file of a format without anything odd, of about the given size.
func ordinary(t testing.TB, name string, size int) string {
	text := strings.NewReplacer("\n", " ", `"`, "'").Replace(article)
	var one string
	before, after := "", ""
	switch name {
	case "a.txt":
		one = article
	case "a.html":
		one, before, after = "<p>"+text+"</p>\n", "<html><body>", "</body></html>"
	case "a.jsonl", "a.json":
		one = `{"text": "` + text + `"}` + "\n"
	case "a.csv":
		one, before = `1,"`+text+"\"\n", "id,text\n"
	case "a.trec":
		one = "<DOC><TEXT>" + text + "</TEXT></DOC>\n"
	case "a.docx":
		return docx(t, strings.Repeat("<w:p><w:r><w:t>"+text+"</w:t></w:r></w:p>", size/len(text)+1))
	}
	return before + strings.Repeat(one, size/len(one)+1) + after
}

// peak returns the most memory that is in use while f runs, in bytes above what was
// before, as far as it is looked: between the records.
func peak(f func(look func())) int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, most := int64(m.HeapAlloc), int64(0)
	f(func() {
		runtime.ReadMemStats(&m)
		most = max(most, int64(m.HeapAlloc)-before)
	})
	return most
}

// TestHostile reads what nobody writes on purpose. Each is answered, by articles or
// by errors that name the place, and takes memory in proportion: allocated in all, and
// held at the end.
func TestHostile(t *testing.T) {
	const size = 2_000_000
	for name, h := range hostiles(t, size) {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			r := reader(t, Options{})
			docs, errs := 0, ""
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			before := m.TotalAlloc
			held := peak(func(look func()) {
				for _, err := range r.Read(h.file, strings.NewReader(h.data)) {
					if err == nil {
						docs++
					} else if len(errs) < 1000 {
						errs += err.Error() + "\n"
					}
				}
				look()
			})
			runtime.ReadMemStats(&m)
			if docs != h.docs && h.docs > 0 || h.docs == 0 && docs > 0 || (h.want == "") != (errs == "") || !strings.Contains(errs, h.want) {
				t.Errorf("%d articles, errors %.300q", docs, errs)
			}
			if held > 150*size {
				t.Errorf("%d MB in use for %d MB", held>>20, size>>20)
			}
			if total := m.TotalAlloc - before; total > 1000*size {
				t.Errorf("%d MB allocated for %d MB", total>>20, size>>20)
			}
		})
	}
}

// TestMillions reads a million columns, a million paragraphs and nesting a million deep.
func TestMillions(t *testing.T) {
	for _, tt := range []struct {
		name, file, data string
		docs             int
		want             string
	}{
		{"columns", "a.csv", "text" + strings.Repeat(",x", 1_000_000) + "\nقال\n", 0, "a.csv:1: 1000001 columns"},
		{"paragraphs", "a.txt", strings.Repeat("قال\n", 1_000_000), 1, ""},
		{"deep", "a.jsonl", `{"text": "قال", "x": ` + strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000) + "}\n" + line, 2, "a.jsonl:1"},
	} {
		got := read(t, Options{}, tt.file, tt.data)
		errs := strings.Join(got.errs, "\n")
		if len(got.docs) != tt.docs || (tt.want == "") != (errs == "") || !strings.Contains(errs, tt.want) {
			t.Errorf("%s: %d articles, errors %.300q", tt.name, len(got.docs), errs)
		}
	}
}

// TestLongLine reads 50 MB without a line break, too large and not. What is too
// large is not held.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("long: much text")
	}
	text := strings.Repeat("كلمة ", 50<<20/9)
	if got := read(t, Options{MaxDocumentSize: 64 << 20}, "a.txt", text); len(got.docs) != 1 || len(got.docs[0].Text) < 49<<20 {
		t.Errorf("%d articles, %q", len(got.docs), got.errs)
	}
	data := `{"text": "` + text + `"}` + "\n" + line
	for file, data := range map[string]string{"a.txt": text, "a.jsonl": data, "a.csv": "id,text\n1," + text, "a.trec": "<DOC><TEXT>" + text, "a.json": data, "a.html": text} {
		var got collected
		held := peak(func(look func()) {
			got = read(t, Options{MaxDocumentSize: 1 << 20}, file, data)
			look()
		})
		if len(got.errs) != 1 || !strings.Contains(got.errs[0], "too large") || !strings.HasPrefix(got.errs[0], file) {
			t.Errorf("%s: %d articles, %q", file, len(got.docs), got.errs)
		}
		if file == "a.jsonl" && len(got.docs) != 2 {
			t.Errorf("%s: %d articles behind the line", file, len(got.docs))
		}
		if held > 40<<20 {
			t.Errorf("%s: %d MB in use", file, held>>20)
		}
	}
}

// BenchmarkHostile compares hostile files with plain ones of the same format and
// size: ns/byte should not differ by more than a factor of five. Where each line of
// two bytes, or of some thirty, is a record with an error of its own it does: that
// takes some hundred nanoseconds, put into words a microsecond.
func BenchmarkHostile(b *testing.B) {
	const size = 1_000_000
	list := hostiles(b, size)
	for _, name := range []string{"a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.trec", "a.docx"} {
		list["plain"+name[1:]] = hostile{file: name, data: ordinary(b, name, size)}
	}
	lines := ordinary(b, "a.jsonl", size)
	list["plain.jsonl.gz"] = hostile{file: "a.jsonl.gz", data: gzipped(b, lines)}
	list["plain.zip"] = hostile{file: "a.zip", data: zipped(b, member{"a.jsonl", lines})}
	for _, name := range slices.Sorted(maps.Keys(list)) {
		h := list[name]
		b.Run(h.file[2:]+"/"+strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			r := reader(b, Options{})
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for range r.Read(h.file, strings.NewReader(h.data)) {
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/size, "ns/byte")
		})
	}
}
