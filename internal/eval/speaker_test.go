package eval

import "testing"

// The wanted values are those of score.py's norm.
func TestNorm(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"أنتوني بلينكن", "انتوني بلينكن"},
		{" «حماس» ", "حماس"},
		{"مُحَمَّدٌ", "محمد"},
		{"الـــوزير", "الوزير"},
		{"وزارة الخارجيّة", "وزاره الخارجيه"},
		{"إيمانويل ماكرون،", "ايمانويل ماكرون"},
		{"کیهان", "كيهان"},
		{"رؤية مسؤول هيئة", "رويه مسوول هييه"},
		{"ٱلله", "الله"},
		{"foo_bar-baz", "foo_bar baz"},
		{"٣٥ 42 Ⅷ ½ ²", "٣٥ 42 Ⅷ ½ ²"},
		{"a\u200fb\u200cc", "abc"},
		{"a\u061cb", "a b"}, // the Arabic letter mark is not in the list of dropped marks
		{"a\u00a0b\u2003c", "a b c"},
		{"é e\u0301x", "é e x"}, // a combining mark is no word character
		{"क\u094dष\u093f", "क ष"},
		{"\u08f0ا", "ا"},
		{"!؟«»", ""},
		{"", ""},
	} {
		if got := norm(tc.in); got != tc.want {
			t.Errorf("norm(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
}

func TestSpeakerRight(t *testing.T) {
	person := Entity{"أنتوني بلينكن", "person", []string{"بلينكن", "وزير الخارجية الأميركي", "الوزير بلينكن"}}
	ministry := Entity{"وزارة الخارجية الأميركية", "organization", []string{"الخارجية الأميركية", "الوزارة"}}
	king := Entity{"عبد الله بن عبد العزيز", "person", []string{"الملك عبد الله", "بن"}}
	particle := Entity{"أبو", "person", []string{"الرجل"}}
	for _, tc := range []struct {
		why  string
		name string
		e    Entity
		want bool
	}{
		{"full name", "أنتوني بلينكن", person, true},
		{"one letter off", "انطوني بلينكن", person, true},
		{"short name", "بلينكن", person, true},
		{"diacritic", "بْلينكن", person, true},
		{"bare title of a person", "وزير الخارجية الأميركي", person, false},
		{"title in front", "وزير الخارجية الأميركي أنتوني بلينكن", person, true},
		{"title behind", "بلينكن الوزير", person, false},
		{"five words in front", "واحد اثنان ثلاثة أربعة خمسة بلينكن", person, true},
		{"six words in front", "واحد اثنان ثلاثة أربعة خمسة ستة بلينكن", person, false},
		{"other person", "لافروف", person, false},
		{"empty", "", person, false},
		{"no word", "«»", person, false},
		{"any alias of an organization", "الوزارة", ministry, true},
		{"words in front of an organization", "متحدث باسم الخارجية الأميركية", ministry, true},
		{"similar word", "الوزير", ministry, false},
		{"particles name no one", "بن", king, false},
		{"a name of particles only keeps all forms", "الرجل", particle, true},
		{"no entity", "بلينكن", Entity{}, false},
	} {
		if got := SpeakerRight(tc.name, tc.e); got != tc.want {
			t.Errorf("%s: SpeakerRight(%q, %q) = %v, want %v", tc.why, tc.name, tc.e.Name, got, tc.want)
		}
	}
}
