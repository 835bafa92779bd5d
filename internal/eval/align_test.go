package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIoU(t *testing.T) {
	for _, tc := range []struct {
		a, b Span
		want float64
	}{
		{Span{0, 10}, Span{0, 10}, 1},
		{Span{0, 10}, Span{5, 15}, 1. / 3},
		{Span{0, 10}, Span{2, 7}, 0.5},
		{Span{0, 10}, Span{10, 20}, 0},
		{Span{0, 10}, Span{30, 40}, 0},
		{Span{5, 5}, Span{5, 5}, 0},
		{Span{9, 3}, Span{0, 10}, 0},
	} {
		if got := IoU(tc.a, tc.b); got != tc.want {
			t.Errorf("IoU(%v, %v) = %v, want %v", tc.a, tc.b, got, tc.want)
		}
		if got := IoU(tc.b, tc.a); got != tc.want {
			t.Errorf("IoU(%v, %v) = %v, want %v", tc.b, tc.a, got, tc.want)
		}
	}
}

func judged() (Article, []Statement) {
	g := Article{
		Doc:      "a",
		Entities: map[string]Entity{"e1": {"وين روني", "person", []string{"روني"}}},
		Quotes:   []MarkedSpan{{Span{100, 120}, Unclear}},
		Statements: []GoldStatement{
			{Span{0, 20}, Direct, "e1", "name", Span{}},
			{Span{30, 50}, Indirect, "e1", "elided", Span{}},
		},
		Optional: []Span{{200, 220}},
	}
	return g, []Statement{
		{Type: Direct, Content: Span{0, 12}, SpeakerName: "روني", Confidence: 0.95},      // worse pair than the next
		{Type: Direct, Content: Span{0, 19}, SpeakerName: "روني", Confidence: 0.9},       // best pair
		{Type: Mixed, Content: Span{30, 50}, SpeakerName: "لافروف", Confidence: 0.7},     // wrong speaker
		{Type: "paraphrase", Content: Span{30, 50}, SpeakerName: "روني", Confidence: 1},  // unscored type
		{Type: Mixed, Content: Span{100, 110}, SpeakerName: "روني", Confidence: 0.89},    // over an unclear span
		{Type: Indirect, Content: Span{200, 210}, SpeakerName: "روني", Confidence: 0.95}, // over an optional span
		{Type: Indirect, Content: Span{217, 250}, SpeakerName: "روني"},                   // overlaps it too little
	}
}

func TestJudge(t *testing.T) {
	g, system := judged()
	want := []Judgement{Wrong, Right, Wrong, Ignored, Ignored, Ignored, Wrong}
	if diff := cmp.Diff(want, Judge(g, system)); diff != "" {
		t.Errorf("Judge (-want +got):\n%s", diff)
	}
}
