package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const line = `{"id": "j1", "text": "قال الوزير نعم."}` + "\n" + `{"text": "قال الوزير لا."}` + "\n"

func TestPackings(t *testing.T) {
	text, more := member{"b/one.txt", article}, member{"a/more.jsonl", line}
	inner := zipped(t, text, member{"b/.hidden.txt", article}, member{"__MACOSX/b/._one.txt", "x"})
	for _, tt := range []struct{ name, data, want string }{
		{"x/news.txt.gz", gzipped(t, article), "news"},
		{"x/news.jsonl.zst", zstded(t, line), "j1; news:2"},
		{"news.gz", gzipped(t, article) + gzipped(t, article), "news"},
		{"news", gzipped(t, zstded(t, article)), "news"},
		{"news.zip", zipped(t, more, text), "j1; a/more:2; b/one"},
		{"news.tar", tarred(t, more, text), "j1; a/more:2; b/one"},
		{"news.tar.gz", gzipped(t, tarred(t, text)), "b/one"},
		{"news.tgz", gzipped(t, tarred(t, text)), "b/one"},
		{"news.tar.zst", zstded(t, tarred(t, text, member{"in.zip", inner})), "b/one; in/b/one"},
		{"news.zip", zipped(t, member{"in.tar.gz", gzipped(t, tarred(t, text))}, member{"c.html.gz", gzipped(t, page("", onePerLine))}), "in/b/one; c"},
		{"news.zip", zipped(t, member{"doc.docx", docx(t, "<w:p><w:r><w:t>قال نعم</w:t></w:r></w:p>")}), "doc"},
		{"news.zip", zipped(t, member{"../../etc/one.txt", article}, member{`c\two.txt`, article}), "etc/one; c/two"},
	} {
		if got := read(t, Options{}, tt.name, tt.data).ids(); got != tt.want {
			t.Errorf("%s: %s, expected %s", tt.name, got, tt.want)
		}
		dir := folder(t, map[string]string{filepath.Base(tt.name): tt.data}) // where any part can be read
		if got := collect(reader(t, Options{}).Documents(filepath.Join(dir, filepath.Base(tt.name)))).ids(); got != tt.want {
			t.Errorf("file %s: %s, expected %s", tt.name, got, tt.want)
		}
	}
}

func TestPlacesInArchives(t *testing.T) {
	dir := folder(t, map[string]string{"n/news.zip": zipped(t, member{"a/more.jsonl", line})})
	got := collect(reader(t, Options{}).Documents(dir))
	if len(got.docs) != 2 || got.docs[1].Source != (Source{filepath.Join(dir, "n/news.zip") + "/a/more.jsonl", 2}) || got.docs[1].ID != "n/news/a/more:2" {
		t.Errorf("%+v", got)
	}
}

func TestDamagedPackings(t *testing.T) {
	long := gzipped(t, strings.Repeat(article, 500)+random(1<<20))
	archive := zipped(t, member{"one.txt", article}, member{"two.txt", article})
	for _, tt := range []struct{ name, data, want string }{
		{"a.txt.gz", long[:len(long)/2], "a.txt.gz: the data ends too early; the file is truncated"},
		{"a.txt.gz", gzipped(t, article)[:20], "a.txt.gz: the data ends too early"},
		{"a.jsonl.gz", gzipped(t, line+`{"id": "`+hex.EncodeToString([]byte(random(1<<20))))[:1<<19], "a.jsonl.gz:3: the data ends too early"},
		{"a.txt.gz", "\x1f\x8bxxxxxxxxxxxxxxxxxxxx", "a.txt.gz: gzip: invalid header"},
		{"a.txt.zst", zstded(t, article)[:100], "a.txt.zst: the data ends too early"},
		{"a.zip", archive[:len(archive)-30], "a.zip: zip: not a valid zip file"},
		{"a.zip", zipped(t), "a.zip: the archive holds no files"},
		{"a.tar", tarred(t), "a.tar: the archive holds no files"},
		{"a.tar", tarred(t, member{"one.txt", article})[:600], "a.tar/one.txt: the data ends too early"},
		{"a.tar", strings.Repeat("x", 2000), "a.tar: archive/tar: invalid tar header"},
		{"a.tgz", gzipped(t, tarred(t, member{"one.txt", article}, member{"two.txt", hex.EncodeToString([]byte(random(1 << 20)))}))[:1<<19], "a.tgz/two.txt: the data ends too early"},
		{"a.pdf", "%PDF-1.7 ...", "a.pdf: a PDF file; save it as text"},
		{"empty.txt", "", "empty.txt: is empty"},
		{"empty.gz", gzipped(t, ""), "empty.gz: is empty"},
		{"blank.jsonl", "\n\n", "blank.jsonl: is empty"},
		{"pixel.txt", "\x00\x01\x02\x03" + article, "pixel.txt: binary data"},
		{"noise.txt", random(4000), "noise.txt: binary data"},
		{"noise.jsonl", random(4000), "noise.jsonl: binary data"},
		{"noise.csv", random(4000), "noise.csv: binary data"},
	} {
		read(t, Options{}, tt.name, tt.data).oneError(t, tt.want)
	}
}

// random bytes are the same at every call.
func random(n int) string {
	b, x := make([]byte, n), uint32(1)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = byte(x)
	}
	return string(b)
}

func TestZipWithEncryptedMember(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "secret.txt", Flags: 1, CompressedSize64: 5, UncompressedSize64: 5})
	if err == nil {
		_, err = io.WriteString(w, "xxxxx")
	}
	if err == nil {
		w, err = z.Create("open.txt")
	}
	if err == nil {
		_, err = io.WriteString(w, article)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, Options{}, "a.zip", b.String()).ids(); got != "open; a.zip/secret.txt: is encrypted" {
		t.Error(got)
	}
}

// blankLines yields blank lines of n bytes together.
func blankLines(n int64) io.Reader { return io.LimitReader(spaces{}, n) }

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	p[len(p)-1] = '\n'
	return len(p), nil
}

func TestBombs(t *testing.T) {
	var lines strings.Builder
	if _, err := io.Copy(&lines, blankLines(100<<20)); err != nil {
		t.Fatal(err)
	}
	bomb := gzipped(t, lines.String())
	members := []member{{"a.txt", article}}
	for _, name := range []string{"b.jsonl.gz", "c.jsonl.gz", "d.jsonl.gz"} {
		members = append(members, member{name, bomb})
	}
	for name, data := range map[string]string{
		"bomb.jsonl.gz":  bomb,
		"bomb.jsonl.zst": zstded(t, lines.String()),
		"bomb.jsonl":     gzipped(t, bomb),
	} {
		read(t, Options{}, name, data).oneError(t, "expands to more than 200 times its size")
	}
	var got collected
	archive := zipped(t, members...)
	const limit = 100 << 20 // where it expands to three times 100 MB
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got = read(t, Options{}, "bomb.zip", archive)
	runtime.ReadMemStats(&after)
	if total := after.TotalAlloc - before.TotalAlloc; total > limit {
		t.Errorf("%d MB allocated", total>>20)
	}
	if len(got.docs) != 1 {
		t.Errorf("%d documents", len(got.docs))
	}
	got.oneError(t, "expands to more than 200 times its size")
	read(t, Options{}, "big.txt.gz", bomb).oneError(t, "too large: more than 16MiB (--max-document-size)")
	nested := article
	for range 7 {
		nested = gzipped(t, nested)
	}
	read(t, Options{}, "nested.gz", nested).oneError(t, "nested more than 4 deep")
}

func TestLargeRecords(t *testing.T) {
	o := Options{MaxDocumentSize: 1 << 10}
	big := strings.Repeat("قال ", 1<<10)
	for _, tt := range []struct{ name, data, want string }{
		{"a.txt", big, "a.txt: too large"},
		{"a.jsonl", `{"id":"x","text":"` + big + "\"}\n" + line, "j1; a:3; a.jsonl:1: too large: more than 1KiB (--max-document-size)"},
		{"a.jsonl", line + `{"id":"x","text":"` + big, "j1; a:2; a.jsonl:3: too large"},
		{"a.csv", "id,text\nx," + big + "\ny,قال", "y; a.csv:2: too large"},
		{"a.csv", "id,text\nx,\"" + strings.Repeat("قال\n", 1000) + "\"\ny,قال", "y; a.csv:2: too large"},
		{"a.csv", "id,text\nx,\"" + strings.Repeat("قال\n", 1000), "a.csv:2: too large"},
		{"a.xml", "<DOC><TEXT>" + strings.Repeat("قال\n", 1000) + "</TEXT></DOC><DOC><DOCNO>y</DOCNO><TEXT>قال</TEXT></DOC>", "y; a.xml:1: too large"},
		{"a.docx", docx(t, "<w:p>"+big+"</w:p>"), "a.docx: no Word document: too large"},
	} {
		if got := read(t, o, tt.name, tt.data).ids(); !strings.HasPrefix(got, tt.want) || strings.Count(got, "too large") != 1 {
			t.Errorf("%s: %s, expected %s", tt.name, got, tt.want)
		}
	}
}

// A line that never ends is passed over, not kept.
func TestEndlessLineIsNotKept(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"text": "`), io.LimitReader(letters{}, 1<<30), strings.NewReader("\"}\n"+line))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := collect(reader(t, Options{}).Read("a.jsonl", in))
	if got.ids() != "j1; a:3; a.jsonl:1: too large: more than 16MiB (--max-document-size)" {
		t.Error(got.ids())
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 200<<20 {
		t.Errorf("%d bytes allocated for a line of 1 GiB", n)
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestFolders(t *testing.T) {
	dir := folder(t, map[string]string{
		"b/two.html": page("", onePerLine), "b/one.txt": article, "a.jsonl": line, ".git/x.txt": article, "b/.DS_Store": "x",
		"c/in.zip": zipped(t, member{"d/three.html", page("", onePerLine)}, member{"four.txt", article}), "c/five.html.gz": gzipped(t, page("", onePerLine)),
		"out.jsonl": line,
	})
	for _, tt := range []struct {
		o    Options
		want string
	}{
		{Options{}, "j1; a:2; b/one; b/two; c/five; c/in/d/three; c/in/four; j1; out:2"},
		{Options{Exclude: []string{filepath.Join(dir, "out.jsonl")}}, "j1; a:2; b/one; b/two; c/five; c/in/d/three; c/in/four"},
		{Options{Glob: []string{"*.html"}}, "b/two; c/five; c/in/d/three"},
		{Options{Glob: []string{"b/*", "**/f*.txt"}}, "b/one; b/two; c/in/four"},
	} {
		if got := collect(reader(t, tt.o).Documents(dir)).ids(); got != tt.want {
			t.Errorf("%+v: %s, expected %s", tt.o, got, tt.want)
		}
	}
	collect(reader(t, Options{Glob: []string{"*.md"}}).Documents(filepath.Join(dir, "b"))).oneError(t, "the folder holds no files that match *.md")
	only := Options{Glob: []string{"*.md"}}
	read(t, only, "a.zip", zipped(t, member{"a.txt", article})).oneError(t, "a.zip: the archive holds no files that match *.md")
	read(t, only, "a.txt.gz", gzipped(t, article)).one(t) // asked for by its name
	if _, err := New(Options{Glob: []string{"[a"}}); err == nil {
		t.Error("a bad pattern is taken")
	}
}

func TestFilesThatAreNone(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article, "b.txt": article, "sub/c.txt": article})
	for name, target := range map[string]string{"gone.txt": filepath.Join(dir, "nothing"), "loop": dir} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	got := collect(reader(t, Options{}).Documents(dir))
	if len(got.docs) != 3 || len(got.errs) != 2 {
		t.Errorf("%s", got.ids())
	}
}

func TestSurvey(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article, "b/c.txt": article})
	r := reader(t, Options{})
	one := r.Survey(dir)
	if one.Files != 2 || one.Bytes != int64(2*len(article)) || one != r.Survey(dir) {
		t.Errorf("%+v, then %+v", one, r.Survey(dir))
	}
	if err := os.WriteFile(filepath.Join(dir, "b", "d.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if two := r.Survey(dir); two.Digest == one.Digest || two.Files != 3 {
		t.Errorf("a new file makes %+v", two)
	}
	if s := r.Survey("-"); s.Bytes != -1 {
		t.Errorf("%+v", s)
	}
	collect(r.Documents(dir))
	if r.BytesRead() != one.Bytes {
		t.Errorf("%d bytes read, expected %d", r.BytesRead(), one.Bytes)
	}
}

func TestReadingCanStop(t *testing.T) {
	dir := folder(t, map[string]string{"a.jsonl": line, "b.zip": zipped(t, member{"a.jsonl", line}), "c.tar": tarred(t, member{"a.jsonl", line}), "d.csv": "text\nقال\nقال\n"})
	for stop := range 8 {
		n := 0
		for range reader(t, Options{}).Documents(dir, dir) {
			if n++; n > stop {
				break
			}
		}
		if n != stop+1 {
			t.Errorf("%d documents, expected %d", n, stop+1)
		}
	}
}
