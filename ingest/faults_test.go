package ingest

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

var errDisk = errors.New("input/output error")

// broken reads data up to byte n and fails there, time and again.
func broken(data string, n int) io.Reader {
	return io.MultiReader(strings.NewReader(data[:n]), iotest.ErrReader(errDisk))
}

// TestReadingFails breaks an input off in its last record: those before it are
// kept, and the error names file, record and byte.
func TestReadingFails(t *testing.T) {
	text := strings.Repeat(strings.TrimSpace(article)+" ", 100) // more than is read ahead
	quoted := strings.ReplaceAll(strings.ReplaceAll(text, "\n", " "), `"`, "'")
	object := func(id string) string { return fmt.Sprintf(`{"id": %q, "text": "%s"}`, id, quoted) }
	doc := func(id string) string {
		return "<DOC>\n<DOCNO>" + id + "</DOCNO>\n<TEXT>\n" + quoted + "\n</TEXT>\n</DOC>\n"
	}
	for _, tt := range []struct {
		name, data string
		docs       string
		place      string
	}{
		{"a.txt", text, "", "a.txt"},
		{"a.html", page(meta, text), "", "a.html"},
		{"a.jsonl", object("one") + "\n" + object("two") + "\n" + object("three") + "\n", "one two", "a.jsonl:3"},
		{"a.json", "[" + object("one") + ",\n" + object("two") + ",\n" + object("three") + "]", "one two", "a.json:3"},
		{"a.json", object("one") + "\n" + object("two") + "\n" + object("three"), "one two", "a.json:3"},
		{"a.csv", "id,text\none," + quoted + "\ntwo," + quoted + "\nthree," + quoted + "\n", "one two", "a.csv:4"},
		{"a.trec", doc("one") + doc("two") + doc("three"), "one two", "a.trec:"},
		{"a.tar", tarred(t, member{"one.txt", text}, member{"two.txt", text}, member{"three.txt", text + text}), "one two", "a.tar/three.txt"},
		{"a.zip", zipped(t, member{"one.txt", text}), "", "a.zip"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := len(tt.data) - len(quoted)/2
			if tt.name == "a.zip" {
				at = len(tt.data) / 2
			}
			got := collect(reader(t, Options{}).Read(tt.name, broken(tt.data, at)))
			var ids []string
			for _, d := range got.docs {
				ids = append(ids, d.ID)
			}
			if strings.Join(ids, " ") != tt.docs {
				t.Errorf("articles %q, expected %q", ids, tt.docs)
			}
			want := fmt.Sprintf("reading fails at byte %d: input/output error", at)
			if len(got.errs) != 1 || !strings.HasPrefix(got.errs[0], tt.place) || !strings.HasSuffix(got.errs[0], want) {
				t.Errorf("errors %q, expected %s … %s", got.errs, tt.place, want)
			}
		})
	}
}

// TestReadingFailsEarly fails before and just behind the first bytes, from which
// the format is found.
func TestReadingFailsEarly(t *testing.T) {
	for _, n := range []int{0, 1, 3, 100} {
		got := collect(reader(t, Options{}).Read("a.jsonl", broken(line+line+line, n)))
		if len(got.errs) != 1 || !strings.HasSuffix(got.errs[0], fmt.Sprintf("reading fails at byte %d: input/output error", n)) {
			t.Errorf("at byte %d: %q", n, got.errs)
		}
		if want := strings.Count((line + line)[:n], "\n"); len(got.docs) != want {
			t.Errorf("at byte %d: %d articles, expected %d", n, len(got.docs), want)
		}
	}
}

// TestReadingGoesOnBehindAFailure reads the files beside one that fails.
func TestReadingGoesOnBehindAFailure(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article, "c.txt": article})
	got := collect(reader(t, Options{Stdin: broken(line+line, len(line)+20)}).Documents(dir+"/a.txt", "-", dir+"/c.txt"))
	if ids := got.ids(); !strings.HasPrefix(ids, "a; j1; stdin:2; c; stdin:3: reading fails at byte ") {
		t.Errorf("got %s", ids)
	}
}
