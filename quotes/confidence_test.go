package quotes_test

import (
	"slices"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

// The reason for the confidence comes last, and tells how the speaker was
// followed back to where he is named.
func TestConfidenceReason(t *testing.T) {
	const text = "قال الوزير سامي البدري إن السد آمن. وأضاف أن البوابات قديمة. وقالت هدى الكيلاني إن الماء قليل."
	e, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Analyze(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Statements) != 3 {
		t.Fatalf("%d statements, expected 3", len(a.Statements))
	}
	for i, want := range [][]string{
		{"name+speaks-first", "name-words=2+kind=person", "role", "to-the-end"},
		{"elided+spoke-before-by-name", "elided+spoke-last", "elided+named-by-a-cue"},
		{"name+speaks-first"},
	} {
		reasons := a.Statements[i].Reasons
		last := reasons[len(reasons)-1]
		if last.Decision != "confidence" || last.P < a.Statements[i].Confidence-0.01 || last.P > a.Statements[i].Confidence+0.01 {
			t.Errorf("statement %d, confidence %v: last reason %q, P %v", i+1, a.Statements[i].Confidence, last.Decision, last.P)
		}
		for _, f := range want {
			if !slices.Contains(last.Features, f) {
				t.Errorf("statement %d: no feature %q in %q", i+1, f, last.Features)
			}
		}
	}
}
