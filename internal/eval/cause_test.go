package eval

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCauses(t *testing.T) {
	gold := Article{
		Doc:      "a",
		Entities: map[string]Entity{"e1": {Name: "سامي العلي", Kind: "person"}, "e2": {Name: "ليلى حداد", Kind: "person"}},
		Quotes:   []MarkedSpan{{Span{10, 20}, "e1"}, {Span{40, 44}, NotSpeech}, {Span{60, 70}, "e2"}},
		Statements: []GoldStatement{
			{Span: Span{10, 20}, Type: "direct", Speaker: "e1", How: "elided"},
			{Span: Span{60, 70}, Type: "direct", Speaker: "e2", How: "name"},
			{Span: Span{100, 110}, Type: "indirect", Speaker: "e1", How: "title"},
			{Span: Span{200, 210}, Type: "indirect", Speaker: "e1", How: "name"},
		},
	}
	system := map[string][]Statement{"a": {
		{Doc: "a", Type: "direct", Content: Span{10, 20}, Quotes: []Span{{10, 20}}, SpeakerName: "ليلى حداد"},
		{Doc: "a", Type: "mixed", Content: Span{38, 45}, Quotes: []Span{{40, 44}}, SpeakerName: "سامي العلي"},
		{Doc: "a", Type: "direct", Content: Span{60, 70}, Quotes: []Span{{60, 70}}, SpeakerName: "ليلى الوزيرة"},
		{Doc: "a", Type: "indirect", Content: Span{100, 160}, SpeakerName: "سامي العلي"},
	}}
	_, errs := Score([]Article{gold}, system)
	got := map[string]int{}
	for _, c := range Causes(errs) {
		got[c.Cause+" / "+c.Kind] = c.N
	}
	want := map[string]int{
		WrongAntecedent + " / " + QuoteSpeaker: 1, WrongAntecedent + " / " + StmtSpeaker: 1,
		MentionBoundary + " / " + QuoteSpeaker: 1, MentionBoundary + " / " + StmtSpeaker: 1,
		NameForSpeech + " / " + QuoteNotSpeech: 1, NoCue + " / " + StmtSpurious: 1,
		ExtentLong + " / " + StmtMissed: 1, ExtentLong + " / " + StmtSpurious: 1,
		CueMissed + " / " + StmtMissed: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
	var b bytes.Buffer
	if err := WriteCauses(&b, []CauseCount{{CueMissed, StmtMissed, 3}}); err != nil || b.String() != "    3  cue missed             stmt-missed\n" {
		t.Errorf("WriteCauses wrote %q, %v", b.String(), err)
	}
}
