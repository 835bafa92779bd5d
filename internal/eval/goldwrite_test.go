package eval

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGoldIsReadAsWritten(t *testing.T) {
	want := Article{
		Doc:      "a1",
		Entities: map[string]Entity{"s1": {Name: "ليلى الحمداني", Kind: "person", Aliases: []string{"الوزيرة"}}},
		Quotes:   []MarkedSpan{{Span{10, 20}, "s1"}, {Span{30, 35}, NotSpeech}},
		Statements: []GoldStatement{
			{Span: Span{10, 20}, Type: Direct, Speaker: "s1", How: "title", Cue: Span{0, 4}},
			{Span: Span{40, 50}, Type: Indirect, Speaker: "s1", How: "name"},
		},
		Optional: []Span{{60, 70}},
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadGold(strings.NewReader(string(data)), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Article{want}, got); diff != "" {
		t.Errorf("gold line (-want +got):\n%s", diff)
	}
}
