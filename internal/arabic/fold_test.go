package arabic

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct {
		name, in, want string
	}{
		{"empty", "", ""},
		{"plain", "كتاب", "كتاب"},
		{"short vowels", "كَتَبَ الوَلَدُ", "كتب الولد"},
		{"shadda", "مُدَرِّس", "مدرس"},
		{"tanwin", "شكراً كثيرٌ بيتٍ", "شكرا كثير بيت"},
		{"sukun and dagger alef", "هٰذا رحْمٰن", "هذا رحمن"},
		{"Quranic signs", "قالۖ نعمۚ", "قال نعم"},
		{"tatweel", "ســـلام", "سلام"},
		{"tatweel at the edges", "ـبـ", "ب"},
		{"alef with hamza above", "أحمد", "احمد"},
		{"alef with hamza below", "إبراهيم", "ابراهيم"},
		{"alef with madda", "آمال", "امال"},
		{"alef wasla", "ٱلبيت", "البيت"},
		{"waw with hamza", "مؤتمر", "موتمر"},
		{"yeh with hamza", "رئيس", "رييس"},
		{"lone hamza stays", "سماء", "سماء"},
		{"alef maksura", "مستشفى", "مستشفي"},
		{"teh marbuta", "مدينة", "مدينه"},
		{"Persian yeh", "علی", "علي"},
		{"Persian kaf", "کتاب", "كتاب"},
		{"Urdu heh", "مدینہ", "مدينه"},
		{"lam-alef ligature", "سﻻم", "سلام"},
		{"lam-alef with hamza", "ﻷن", "لان"},
		{"Allah ligature", "ﷲ", "الله"},
		{"positional forms", "ﻣﺤﻤﺪ", "محمد"},
		{"positional teh marbuta", "ﺳﺎﻋﺔ", "ساعه"},
		{"salam ligature", "ﷺ", "صلي الله عليه وسلم"},
		{"zero-width joiners", "مي\u200cرو\u200dم", "ميروم"},
		{"zero-width space and BOM", "\ufeffبا\u200bب", "باب"},
		{"bidi marks", "\u200fبا\u200eب\u061c", "باب"},
		{"bidi embeddings", "\u202bباب\u202c", "باب"},
		{"bidi isolates", "\u2067باب\u2069", "باب"},
		{"soft hyphen", "با\u00adب", "باب"},
		{"Latin case", "BBC عربي", "bbc عربي"},
		{"non-ASCII Latin case", "ÉCOLE", "école"},
		{"decomposed letters", "E\u0301cole \u1100\u1161", "école 가"},
		{"composed in lower case only", "J\u030c", "ǰ"},
		{"joiner before an accent", "e\u200d\u0301", "é"},
		{"signs and digits stay", "12,5٪ «نعم»", "12,5٪ «نعم»"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.in); got != tt.want {
				t.Errorf("Fold(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// TestFoldUnifies holds spellings of one word to one key, and words that
// differ in more than spelling apart.
func TestFoldUnifies(t *testing.T) {
	same := [][]string{
		{"إسلام", "اسلام", "أسلام", "آسلام", "إِسْلام", "إســـلام"},
		{"مصطفى", "مصطفي", "مصطفی"},
		{"جامعة", "جامعه", "جامعۃ"},
		{"الأمم", "الامم", "اﻷمم", "ﺍﻷﻣﻢ"},
	}
	for _, words := range same {
		for _, w := range words[1:] {
			if Fold(w) != Fold(words[0]) {
				t.Errorf("%s has the key %q, %s %q; want the same", words[0], Fold(words[0]), w, Fold(w))
			}
		}
	}
	for _, w := range [][2]string{{"سماء", "سما"}, {"قال", "قالا"}, {"عامل", "عالم"}, {"ذكر", "دكر"}} {
		if Fold(w[0]) == Fold(w[1]) {
			t.Errorf("%s and %s share the key %q", w[0], w[1], Fold(w[0]))
		}
	}
}

// TestFoldNormalForms: composed and decomposed spellings have one key.
func TestFoldNormalForms(t *testing.T) {
	for _, w := range []string{"أكد", "إن", "آخر", "مسؤول", "رئيس", "قُدِّمَ", "مؤتمرٌ", "الشيءُ", "بيئة"} {
		c, d := norm.NFC.String(w), norm.NFD.String(w)
		if Fold(c) != Fold(d) {
			t.Errorf("%s: key %+q composed, %+q decomposed", w, Fold(c), Fold(d))
		}
	}
	if norm.NFD.String("أ") == norm.NFC.String("أ") {
		t.Fatal("the test compares nothing")
	}
}

func TestAppendFold(t *testing.T) {
	if got := string(AppendFold([]byte("قبل "), "أمسِ")); got != "قبل امس" {
		t.Errorf("AppendFold = %q", got)
	}
}

func TestFoldedLen(t *testing.T) {
	for _, same := range [][]string{
		{"قال  الوزير", "قال الوزير", "قَـال\u00a0الوزير", "قال \r\nالوزير"},
		{"«É» ب", "“E\u0301” ب"},
		{"BBC", "bbc"},
	} {
		for _, s := range same[1:] {
			if got, want := FoldedLen(s), FoldedLen(same[0]); got != want {
				t.Errorf("%q: %d, %q: %d", s, got, same[0], want)
			}
		}
	}
	if got, want := FoldedLen("قال ok"), len("قال ok"); got != want {
		t.Errorf("got %d, expected %d", got, want)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "أَكَّدَ", "ســلام ﻻ ﷲ ﷺ", "علی کتاب", "\u200f12,5\u202c", "BBC É", "\xff\xd8", "ﹰﱞ", "ا\u0654"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%+q) = %+q, folded again %+q", s, once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%+q) = %+q is no UTF-8", s, once)
		}
		for _, r := range once {
			if IsIgnorable(r) {
				t.Errorf("Fold(%+q) = %+q keeps %U", s, once, r)
			}
		}
	})
}
