package patterns

import (
	"slices"
	"testing"
)

// TestSpeechFeatures names what is seen around marks.
func TestSpeechFeatures(t *testing.T) {
	g := DefaultGrammar()
	for _, tt := range []struct {
		text     string
		has, not string
	}{
		{"وتحدث اللاعب الملقب بـ«البرق» عن المباراة.", "name-introducer-and-ب", "after-name-introducer"},
		{"وصدرت المجموعة القصصية «ليل طويل» أمس.", "name-introducer-and-adjective", "after-name-introducer"},
		{"وافتتح مطعم «الواحة» أمس.", "after-name-introducer", "name-introducer-and-adjective"},
		{"ووصف المدرب قرار الحكم بأنه «ظالم جدا».", "cue-before=describe+after-an-pronoun", "after-name-introducer"},
	} {
		s := &Scan{Reasons: true}
		g.ScanInto(s, tt.text, defaultSpeech())
		got := s.Speech[0].Features
		if !slices.Contains(got, tt.has) || slices.Contains(got, tt.not) {
			t.Errorf("%s\ngot %v, expected %s and no %s", tt.text, got, tt.has, tt.not)
		}
	}
}
