package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/ingest"
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
		`{"id": "x", "text": "قال`:                  "does not end",
		`{"id": "x"}`:                               `"text" is missing`,
		`{"id": [1], "text": "قال"}`:                "neither a string nor a number",
		`{"id": "x", "text": 7}`:                    `"text" is no string`,
		`{"id": "x", "text": "\ud83d"}`:             "surrogate",
		`{"id": "x", "text": "قال", "text": "قال"}`: "duplicate",
		`{"id": "x", "text": ""}`:                   "the text is empty",
		`{"id": "x", "text": "He said so."}`:        "no Arabic text: 0 %",
		deep(20000):                                 "depth",
		`{"id": "x", "text": "قال"} {}`:             "behind the object",
		`["x"]`:                                     "array",
		"{\"id\": \"x\", \"text\": \"\xe1\"}":       "not UTF-8",
	} {
		path := file(t, "in.jsonl", jsonLine(t, "a", article)+line+"\n"+jsonLine(t, "b", article))
		code, stdout, stderr := try(t, "", "extract", path)
		if code != exitFailed {
			t.Errorf("%s: exit code %d", line, code)
		}
		contains(t, stderr, path+":2: ", want)
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

// deep is an article with lists within lists.
func deep(n int) string {
	return `{"id": "x", "text": "قال", "deep": ` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}"
}

func TestInputWithoutArticle(t *testing.T) {
	for input, want := range map[string]string{
		"":         "is empty",
		" \n\n":    "the text is empty",
		"\ufeff":   "the text is empty",
		"{":        "no Arabic text",
		"He said.": "no Arabic text: 0 % of its letters",
		"\x00\x01": "binary data",
	} {
		for _, command := range []string{"extract", "explain"} {
			code, stdout, stderr := try(t, input, command)
			if code != exitFailed || stdout != "" {
				t.Errorf("%s of %q: exit code %d, stdout %q", command, input, code, stdout)
			}
			contains(t, stderr, "qawl: stdin: "+want)
			if strings.Count(stderr, "\n") != 1 {
				t.Errorf("%s of %q: stderr %q, expected one line", command, input, stderr)
			}
		}
	}
	if out := fine(t, "لا قول هنا", "extract"); out != "" {
		t.Errorf("an article without statements gives %q", out)
	}
}

func TestIDsOfArticlesWithout(t *testing.T) {
	got := decode(t, fine(t, "\n"+`{"text": "قال الوزير إن العمل مستمر."}`, "extract", "--input-format", "jsonl"))
	if len(got) != 1 || got[0].Doc != "stdin:2" {
		t.Errorf("%+v", got)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none.txt")
	code, stdout, stderr := try(t, "", "extract", none, dir, file(t, "dam.txt", article))
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	contains(t, stderr, none+": no such file", dir+": the folder holds no files", "1 document, 3 statements, 2 speakers, 2 failures")
	contains(t, stdout, `"dam"`)
}

// failing stands for an extractor with a mistake in it.
type failing struct{}

func (failing) Extract(string) ([]quotes.Statement, error) { panic("index out of range") }
func (failing) Analyze(string) (*quotes.Analysis, error)   { panic("index out of range") }

func TestPanicNamesTheDocument(t *testing.T) {
	_, err := analyze(failing{}, &ingest.Document{Document: quotes.Document{ID: "a7"}, Source: ingest.Source{File: "in.jsonl", Line: 3}})
	if err == nil {
		t.Fatal("no error")
	}
	contains(t, err.Error(), "in.jsonl:3", `"a7"`, "internal error: index out of range")
}
