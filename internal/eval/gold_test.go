package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadGold(t *testing.T) {
	in := `
{"doc": "a", "entities": {"e1": {"name": "روني", "kind": "person", "aliases": ["وين روني"]}}, "quotes": [{"start": 0, "end": 4, "label": "e1"}, {"start": 5, "end": 6, "label": "-"}], "statements": [{"type": "direct", "speaker": "e1", "how": "name", "cue": [7, 9], "start": 0, "end": 4}], "optional": [{"start": 8, "end": 9}]}

{"doc": "b", "entities": {}, "quotes": [], "statements": []}`
	got, err := ReadGold(strings.NewReader(in), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	want := []Article{
		{
			Doc:        "a",
			Entities:   map[string]Entity{"e1": {"روني", "person", []string{"وين روني"}}},
			Quotes:     []MarkedSpan{{Span{0, 4}, "e1"}, {Span{5, 6}, "-"}},
			Statements: []GoldStatement{{Span{0, 4}, "direct", "e1", "name", Span{7, 9}}},
			Optional:   []Span{{8, 9}},
		},
		{Doc: "b", Entities: map[string]Entity{}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ReadGold (-want +got):\n%s", diff)
	}
}

func TestReadStatements(t *testing.T) {
	in := `{"doc":"a","id":3,"type":"mixed","content":{"text":"…","start":210,"end":275},"quotes":[{"text":"…","start":222,"end":274}],"cue":{"text":"وأضاف","start":200,"end":205,"lemma":"أضاف","class":"add"},"speaker":{"id":"s1","name":"روني","how":"elided"},"via":"","confidence":0.97,"rules":["cue.an"]}
{"doc":"b","type":"direct","content":{"start":0,"end":2},"quotes":null,"speaker":null}
{"doc":"a","content":{"start":1,"end":2}}
`
	got, err := ReadStatements(strings.NewReader(in), "system.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]Statement{
		"a": {
			{"a", "mixed", Span{210, 275}, []Span{{222, 274}}, "روني", Span{200, 205}, 0.97, "elided"},
			{Doc: "a", Content: Span{1, 2}},
		},
		"b": {{Doc: "b", Type: "direct", Content: Span{0, 2}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ReadStatements (-want +got):\n%s", diff)
	}
}

func TestReadDocuments(t *testing.T) {
	// Longer than the buffer of any line scanner.
	text := strings.Repeat("كلمة ", 100_000)
	got, err := ReadDocuments(strings.NewReader(`{"id":"a","title":"ت","source":"s","text":"`+text+`"}`), "docs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Document{{"a", "ت", "s", text}}, got); diff != "" {
		t.Errorf("ReadDocuments (-want +got):\n%s", diff)
	}
}

func TestReadErrors(t *testing.T) {
	gold := func(in string) error { _, err := ReadGold(strings.NewReader(in), "f.jsonl"); return err }
	system := func(in string) error { _, err := ReadStatements(strings.NewReader(in), "f.jsonl"); return err }
	docs := func(in string) error { _, err := ReadDocuments(strings.NewReader(in), "f.jsonl"); return err }
	for _, tc := range []struct {
		read func(string) error
		in   string
		want []string
	}{
		{gold, "\n{", []string{"f.jsonl:2: expected an annotated article", "unexpected end"}},
		{gold, `{"doc":"a","entities":{},"statements":[]}`, []string{"f.jsonl:1:", `missing "quotes"`}},
		{gold, `{"doc":"a","entities":{},"quotes":[{"start":1,"label":"-"}],"statements":[]}`, []string{`quotes[0]: missing "end"`}},
		{gold, `{"doc":"a","entities":{},"quotes":[{"start":1,"end":2,"label":"e7"}],"statements":[]}`, []string{`label "e7" is neither`}},
		{gold, `{"doc":"a","entities":{"e1":{"name":"x"}},"quotes":[],"statements":[]}`, []string{`entities["e1"]: missing "kind"`}},
		{gold, `{"doc":"a","entities":{},"quotes":[],"statements":[{"start":1,"end":2,"type":"direct","speaker":"e2","how":"name"}]}`, []string{`statements[0]: speaker "e2"`}},
		{system, `{"doc":"a","content":{"start":1,"end":2}}` + "\n" + `{"doc":"a"}`, []string{"f.jsonl:2: expected a statement", `missing "content"`}},
		{system, `{"content":{"start":1,"end":2}}`, []string{`missing "doc"`}},
		{system, `{"doc":"a","content":{"start":1}}`, []string{`content: missing "end"`}},
		{system, `null`, []string{"f.jsonl:1:", `missing "doc"`}},
		{docs, `{"id":"a"}`, []string{"f.jsonl:1: expected an article", `missing "text"`}},
	} {
		err := tc.read(tc.in)
		if err == nil {
			t.Errorf("%s: no error", tc.in)
			continue
		}
		for _, w := range tc.want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: error %q does not contain %q", tc.in, err, w)
			}
		}
	}
}
