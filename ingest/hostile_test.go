package ingest

import (
	"strings"
	"testing"
)

// TestHostile reads what nobody writes on purpose. Each is answered: by articles
// or by errors that name the place.
func TestHostile(t *testing.T) {
	wide := "text" + strings.Repeat(",x", 1_000_000)
	for _, tt := range []struct {
		name, file, data string
		docs             int
		want             string // part of the errors
	}{
		{"lone surrogates", "a.jsonl", `{"text": "قال \ud83d الوزير نعم"}` + "\n" + line, 2, "a.jsonl:1"},
		{"NUL in JSON", "a.jsonl", `{"text": "قال\u0000 الوزير نعم"}`, 1, ""},
		{"direction", "a.txt", "\u202e\u2066قال الوزير \u202dنعم\u2069\u202c", 1, ""},
		{"deep JSON", "a.jsonl", `{"text": "قال", "x": ` + strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000) + "}\n" + line, 2, "a.jsonl:1"},
		{"deep JSON over lines", "a.json", strings.Repeat("[\n", 100_000), 0, "a.json"},
		{"a million columns", "a.csv", wide + "\nقال\n", 0, "a.csv:1: 1000001 columns"},
		{"a million one-word paragraphs", "a.txt", strings.Repeat("قال\n", 1_000_000), 1, ""},
	} {
		t.Run(strings.ReplaceAll(tt.name, " ", "-"), func(t *testing.T) {
			got := read(t, Options{}, tt.file, tt.data)
			errs := strings.Join(got.errs, "\n")
			if len(got.docs) != tt.docs || (tt.want == "") != (errs == "") || !strings.Contains(errs, tt.want) {
				t.Errorf("%d articles, errors %.300q", len(got.docs), errs)
			}
		})
	}
}

// TestLongLine reads 50 MB without a line break, too large and not.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("long: much text")
	}
	text := strings.Repeat("كلمة ", 50<<20/9)
	if got := read(t, Options{MaxDocumentSize: 64 << 20}, "a.txt", text); len(got.docs) != 1 || len(got.docs[0].Text) < 49<<20 {
		t.Errorf("%d articles, %q", len(got.docs), got.errs)
	}
	read(t, Options{}, "a.txt", text).oneError(t, "a.txt: too large")
	data := `{"text": "` + text + `"}` + "\n" + line
	if got := read(t, Options{}, "a.jsonl", data); len(got.docs) != 2 || len(got.errs) != 1 || !strings.HasPrefix(got.errs[0], "a.jsonl:1: too large") {
		t.Errorf("%d articles, %q", len(got.docs), got.errs)
	}
}
