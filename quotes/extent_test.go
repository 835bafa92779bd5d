package quotes_test

import (
	"slices"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

// TestLikeCue: a verb behind و that has the gender and the tense of the cue may be
// the speaker's next deed; one that hasn't goes on with what was said.
func TestLikeCue(t *testing.T) {
	e, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, want string }{
		{"قالت الشركة إن المصنع سيغلق ورفضت التعليق.", "verb-like-cue"},
		{"قالت الشركة إن المصنع أغلق وتسعى إلى بيعه.", "verb-gender-of-cue"},
		{"قالت الشركة إن الحريق انتهى وعاد العمال.", "verb-tense-of-cue"},
		{"قالت الشركة إن المصنع يعمل ويصدر الزيت.", "verb-unlike-cue"},
	} {
		a, err := e.Analyze(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range a.Reports() {
			for _, b := range r.Boundaries {
				found = found || slices.Contains(b.Features, tt.want)
			}
		}
		if !found {
			t.Errorf("%s: no place with %s", tt.text, tt.want)
		}
	}
}
