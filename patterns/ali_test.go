package patterns

import "testing"

func TestAli(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool // whether the last word is the name
	}{
		{"behind على", "وقف على الباب.\nوقال علي", true},
		{"before على in its paragraph", "على الباب وقف علي", true},
		{"behind إلى", "ذهب إلى البيت.\nوقال علي", true},
		{"behind a name", "وقال أحمد علي", true},
		{"behind a title", "وقال الوزير علي", true},
		{"behind بن", "وقال بن علي", true},
		{"nothing tells", "واتفق علي", false},
		{"behind إلي", "ذهب إلي البيت مع أحمد علي", false},
		{"behind both", "ذهب إلي البيت ووقف على الباب وقال علي", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, behind := range []string{"", "\n\nوقف على الباب إلى الليل.", "\n\nذهب إلي البيت."} {
				s := DefaultGrammar().Scan(tt.text + behind)
				if got := s.Units[s.UnitAt(len(DefaultGrammar().Scan(tt.text).Text.Tokens)-1)].Class.Any(Name); got != tt.want {
					t.Errorf("before %q: a name: %v, expected %v", behind, got, tt.want)
				}
			}
		})
	}
}
