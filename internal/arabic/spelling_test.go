package arabic

import "testing"

func TestLetters(t *testing.T) {
	for in, want := range map[string]string{
		"إلى": "إلى", "آن": "آن", "و": "و", "على": "على", "عـــلى": "على", "عَلَى": "على", "قولُهُ": "قوله",
		"ا\u0655لى": "إلى", "ا\u064e\u0654ن": "أن", "ا\u0653ن": "آن", "قائل": "قائل", "قاي\u0654ل": "قائل",
		"\u200fأكدت": "أكدت", "مضي\u200dفا": "مضيفا", "O’Neil": "O’Neil",
	} {
		text := Tokenize(in)
		if got := text.Letters(0); got != want {
			t.Errorf("%q: got %q, expected %q", in, got, want)
		}
		if got, want := text.FirstLetter(0), []rune(want)[0]; got != want {
			t.Errorf("%q begins with %c, expected %c", in, got, want)
		}
	}
}
