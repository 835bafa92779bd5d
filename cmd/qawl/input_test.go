package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

func jsonLine(t *testing.T, id, text string) string {
	t.Helper()
	b, err := json.Marshal(map[string]string{"id": id, "title": "عنوان لا يُحسب", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func TestArticlesAsJSONL(t *testing.T) {
	input := jsonLine(t, "a1", article) + "\n" + jsonLine(t, "a2", strings.Repeat("كلام كثير لا قول فيه. ", 20000)+"\n"+article)
	for _, args := range [][]string{{"extract"}, {"extract", file(t, "articles.jsonl", input)}, {"extract", file(t, "articles.txt", "\ufeff"+input)}} {
		docs := map[string]int{}
		for _, r := range decode(t, fine(t, input, args...)) {
			docs[r.Doc]++
		}
		if len(docs) != 2 || docs["a1"] != 3 || docs["a2"] != 3 {
			t.Errorf("%v: statements by document: %v", args, docs)
		}
	}
	first := decode(t, fine(t, jsonLine(t, "a", article), "extract"))[0]
	if first.Content.Start != decode(t, fine(t, article, "extract"))[0].Content.Start {
		t.Errorf("the title counts: content starts at %d", first.Content.Start)
	}
}

func TestBadLines(t *testing.T) {
	for line, want := range map[string]string{
		`{"id": "x", "text": "قال`:            "does not end",
		`{"id": "x"}`:                         `"text" is missing`,
		`{"text": "قال"}`:                     `"id" is missing`,
		`{"id": [1], "text": "قال"}`:          "neither a string nor a number",
		`{"id": "x", "text": 7}`:              "text",
		`{"id": "x", "text": "قال"} {}`:       "behind the object",
		`["x"]`:                               "array",
		"{\"id\": \"x\", \"text\": \"\xe1\"}": "not UTF-8",
	} {
		path := file(t, "in.jsonl", jsonLine(t, "a", article)+line+"\n"+jsonLine(t, "b", article))
		code, stdout, stderr := try(t, "", "extract", path)
		if code != exitFailed {
			t.Errorf("%s: exit code %d", line, code)
		}
		contains(t, stderr, path+":2: expected an article", want)
		if got := decode(t, stdout); len(got) != 6 {
			t.Errorf("%s: %d statements", line, len(got))
		}
	}
}

func TestNumberAsID(t *testing.T) {
	if got := decode(t, fine(t, `{"id": 12345678901234567890, "text": "قال الوزير إن العمل مستمر."}`, "extract")); len(got) != 1 || got[0].Doc != "12345678901234567890" {
		t.Errorf("%+v", got)
	}
}

func TestEmptyInput(t *testing.T) {
	for _, input := range []string{"", " \n\n", "\ufeff", "{", "لا قول هنا"} {
		if out := fine(t, input, "extract"); out != "" {
			t.Errorf("%q gives %q", input, out)
		}
		fine(t, input, "explain")
		fine(t, input, "extract", "--format", "table")
	}
	fine(t, "", "extract", file(t, "empty.jsonl", ""))
}

func TestEncodings(t *testing.T) {
	for input, want := range map[string]string{
		"\xe1\xe6":                 "not UTF-8: byte 0xe1 at offset 0",
		"قال \xe1":                 "not UTF-8: byte 0xe1 at offset 7",
		"\xff\xfe\x42\x06\x27\x06": "UTF-16",
	} {
		path := file(t, "old.txt", input)
		code, stdout, stderr := try(t, "", "extract", path, file(t, "dam.txt", article))
		if code != exitFailed {
			t.Errorf("%q: exit code %d", input, code)
		}
		contains(t, stderr, path, want, "iconv")
		contains(t, stdout, `"dam"`) // the other file is read all the same
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none.txt")
	code, stdout, stderr := try(t, "", "extract", none, dir, file(t, "dam.txt", article))
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	contains(t, stderr, none, dir+": is a folder")
	contains(t, stdout, `"dam"`)
	if _, err := os.Stat(none); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// failing stands for an extractor with a mistake in it.
type failing struct{}

func (failing) Analyze(string) (*quotes.Analysis, error) { panic("index out of range") }

func TestPanicNamesTheDocument(t *testing.T) {
	_, err := analyze(failing{}, document{id: "a7", where: "in.jsonl:3"})
	if err == nil {
		t.Fatal("no error")
	}
	contains(t, err.Error(), "in.jsonl:3", `"a7"`, "internal error: index out of range")
}
