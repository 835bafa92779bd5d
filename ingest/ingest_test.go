package ingest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// article is a text of three paragraphs with Latin digits and letters in it.
const article = `افتتحت بلدية المرفأ أمس مكتبة عامة جديدة في حي السوق القديم، بعد أعمال ترميم دامت 18 شهرا.

وقالت رئيسة البلدية رنا الحسيني: «هذه المكتبة ملك لكل طفل في المدينة». وأضافت أن البلدية ستفتح مكتبتين أخريين قبل نهاية 2027.

وأكد مدير المكتبة فؤاد زيدان أن "عدد المشتركين تجاوز 900 مشترك في الأسبوع الأول"، داعيا الأهالي إلى التبرع بالكتب؛ فهل يستجيبون؟
`

func reader(t testing.TB, o Options) *Reader {
	t.Helper()
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// collected is what a sequence yields.
type collected struct {
	docs []Document
	errs []string
}

func collect(seq iter.Seq2[Document, error]) collected {
	var c collected
	for d, err := range seq {
		if err != nil {
			c.errs = append(c.errs, err.Error())
		} else {
			c.docs = append(c.docs, d)
		}
	}
	return c
}

// ids lists the documents, then the errors.
func (c collected) ids() string {
	var out []string
	for _, d := range c.docs {
		out = append(out, d.ID)
	}
	return strings.Join(append(out, c.errs...), "; ")
}

// one is the only document, where nothing failed.
func (c collected) one(t testing.TB) Document {
	t.Helper()
	if len(c.docs) != 1 || len(c.errs) > 0 {
		t.Fatalf("%d documents, errors %q", len(c.docs), c.errs)
	}
	return c.docs[0]
}

// read reads a stream.
func read(t testing.TB, o Options, name, data string) collected {
	t.Helper()
	return collect(reader(t, o).Read(name, strings.NewReader(data)))
}

// folder writes files and returns where they are.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// member is a file in an archive.
type member struct{ name, data string }

func zipped(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = io.WriteString(w, m.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		err := w.WriteHeader(&tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.data))})
		if err == nil {
			_, err = io.WriteString(w, m.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	return closed(t, &b, w, data)
}

func zstded(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	return closed(t, &b, w, data)
}

func closed(t testing.TB, b *bytes.Buffer, w io.WriteCloser, data string) string {
	t.Helper()
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// oneError fails the test unless there is a single error, with want in it.
func (c collected) oneError(t testing.TB, want string) {
	t.Helper()
	if len(c.errs) != 1 || !strings.Contains(c.errs[0], want) {
		t.Errorf("errors %q, expected one with %q", c.errs, want)
	}
}
