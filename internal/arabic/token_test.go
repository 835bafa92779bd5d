package arabic

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func label(k Kind) string {
	return [...]string{"?", "word", "number", "mark", "punct", "newline"}[k]
}

// outline writes a token as its kind and the slice of the text it spans; the
// sign is added where it is not the slice, and "_" where white space stands
// before the token.
func outline(x *Text) []string {
	out := []string{}
	for i, tok := range x.Tokens {
		s := label(tok.Kind) + " " + x.Slice(i, i+1)
		if tok.Kind == Mark && string(tok.Rune) != x.Slice(i, i+1) {
			s += " = " + string(tok.Rune)
		}
		if tok.Spaced {
			s = "_" + s
		}
		out = append(out, s)
	}
	return out
}

func TestTokenize(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", []string{}},
		{"a lost line break", "نام. \u00a0 قام", []string{"_word نام", "punct .", "_newline \u00a0 ", "_word قام"}},
		{"wide space in a sentence", "نام \u00a0 الولد. \u00a0قام", []string{"_word نام", "_word الولد", "punct .", "_word قام"}},
		{"blank", " \t\u00a0", []string{}},
		{"words", "قال الوزير", []string{"_word قال", "_word الوزير"}},
		{"punctuation", "نعم، لا.", []string{"_word نعم", "punct ،", "_word لا", "punct ."}},
		{"vowels stay in the slice", "كَتَبَ شكراً.", []string{"_word كَتَبَ", "_word شكراً", "punct ."}},
		{"tatweel stays in the slice", "ســلام", []string{"_word ســلام"}},
		{"leading tatweel is dropped", "ـسلام", []string{"_word سلام"}},
		{"decomposed hamza stays in the slice", "ا\u0654كد", []string{"_word ا\u0654كد"}},
		{"presentation forms", "ﻻ ﷲ", []string{"_word ﻻ", "_word ﷲ"}},
		{"bidi controls at the edges", "\u200fقال\u200e!", []string{"_word قال", "punct !"}},
		{"zero-width in a word", "مي\u200cروم", []string{"_word مي\u200cروم"}},
		{"decimal ر", "5ر47 نقطة", []string{"_number 5ر47", "_word نقطة"}},
		{"ر without digits behind", "5رجال", []string{"_number 5", "word رجال"}},
		{"RLM in a number", "4.\u200f95 دولار", []string{"_number 4.\u200f95", "_word دولار"}},
		{"decimal comma", "12,5 في المئة", []string{"_number 12,5", "_word في", "_word المئة"}},
		{"number at the sentence end", "سنة 2015.", []string{"_word سنة", "_number 2015", "punct ."}},
		{"Arabic digits", "٣٬٥٠٠ و٢٫٥", []string{"_number ٣٬٥٠٠", "_word و", "number ٢٫٥"}},
		{"Persian digits", "۱۲", []string{"_number ۱۲"}},
		{"date and time", "3/4/2015 10:30", []string{"_number 3/4/2015", "_number 10:30"}},
		{"separator without digits behind", "10: نعم", []string{"_number 10", "punct :", "_word نعم"}},
		{"hashtag", "#نهر_النيل جميل", []string{"_word نهر", "word النيل", "_word جميل"}},
		{"account", "@nahr_2 كتب", []string{"_word nahr", "number 2", "_word كتب"}},
		{"guillemets", "«نعم»", []string{"_mark «", "word نعم", "mark »"}},
		{"curly and low marks", "“نعم” „لا“", []string{"_mark “", "word نعم", "mark ”", "_mark „", "word لا", "mark “"}},
		{"single marks", "‹نعم› ‘لا’", []string{"_mark ‹", "word نعم", "mark ›", "_mark ‘", "word لا", "mark ’"}},
		{"straight marks", `قال "نعم"`, []string{"_word قال", `_mark "`, "word نعم", `mark "`}},
		{"full-width mark", "＂نعم＂", []string{`_mark ＂ = "`, "word نعم", `mark ＂ = "`}},
		{"double brackets", "((نعم))", []string{"_mark (( = «", "word نعم", "mark )) = »"}},
		{"single brackets", "(نعم)", []string{"_punct (", "word نعم", "punct )"}},
		{"double angles", "<<نعم>>", []string{"_mark << = «", "word نعم", "mark >> = »"}},
		{"double apostrophes", "''نعم''", []string{`_mark '' = "`, "word نعم", `mark '' = "`}},
		{"spaces inside marks", "« نعم »", []string{"_mark «", "_word نعم", "_mark »"}},
		{"mark behind a proclitic", "بـ«نعم»", []string{"_word بـ", "mark «", "word نعم", "mark »"}},
		{"Latin apostrophe", "O'Neil و O’Hara", []string{"_word O'Neil", "_word و", "_word O’Hara"}},
		{"apostrophe behind a decomposed letter", "Re\u0301'Mi", []string{"_word Re\u0301'Mi"}},
		{"letter of two", "\u1100\u1161", []string{"_word \u1100\u1161"}},
		{"sign of two", "<\u0338نعم>\u0338", []string{"_punct <\u0338", "word نعم", "punct >\u0338"}},
		{"second of two signs", "<<\u0338نعم", []string{"_punct <", "punct <\u0338", "word نعم"}},
		{"mark with an accent", "«\u0301نعم»", []string{"_mark «\u0301 = «", "word نعم", "mark »"}},
		{"diacritics behind a sign", "«\u064eنعم", []string{"_mark «", "word نعم"}},
		{"accent alone", "\u0301\u0302 نعم", []string{"_punct \u0301\u0302", "_word نعم"}},
		{"newline", "نعم\nلا", []string{"_word نعم", "newline \n", "_word لا"}},
		{"blank lines are one", "نعم \r\n \u200f\n لا", []string{"_word نعم", "_newline \r\n \u200f\n ", "_word لا"}},
		{"paragraph separator", "نعم\u2029لا", []string{"_word نعم", "newline \u2029", "_word لا"}},
		{"invalid byte", "نعم\xffلا", []string{"_word نعم", "punct \xff", "word لا"}},
		{"cut rune", "نعم \xd8", []string{"_word نعم", "_punct \xd8"}},
		{"two bad bytes", "\xc3\x28", []string{"_punct \xc3", "punct ("}},
		{"other signs", "٪ – … 😀", []string{"_punct ٪", "_punct –", "_punct …", "_punct 😀"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := Tokenize(tt.in)
			if diff := cmp.Diff(tt.want, outline(x)); diff != "" {
				t.Errorf("Tokenize(%q) (-want +got):\n%s", tt.in, diff)
			}
			if err := checkText(x); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTokenizeSpans(t *testing.T) {
	x := Tokenize("قال: «نعم» 5ر47")
	type span struct{ Start, End int32 }
	want := []span{{0, 6}, {6, 7}, {8, 10}, {10, 16}, {16, 18}, {19, 24}}
	var got []span
	for _, tok := range x.Tokens {
		got = append(got, span{tok.Start, tok.End})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("byte spans (-want +got):\n%s", diff)
	}
}

func TestTextKeys(t *testing.T) {
	x := Tokenize("أَكَّدَ «علی» 12,5 #نهر_النيل\n")
	want := []string{"اكد", "", "علي", "", "12,5", "نهر", "النيل", ""}
	var got []string
	for i := range x.Tokens {
		got = append(got, x.Key(i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

// TestTokenizeNormalForms: composed and decomposed spellings have the same tokens.
func TestTokenizeNormalForms(t *testing.T) {
	for _, s := range []string{"Ångström", "É'Ö", "قالÉ", "가나", "İstanbul", "نعم ≮ لا ≯", "<≮>", "¨΅", "ऱि", "がぎ", "وأ\u064eن"} {
		d := norm.NFD.String(s)
		if d == s {
			t.Errorf("%q is the same decomposed", s)
		}
		if diff := cmp.Diff(spelt(norm.NFC.String(s)), spelt(d)); diff != "" {
			t.Errorf("%q (-composed +decomposed)\n%s", s, diff)
		}
	}
}

// spelt is what of the tokens of a text is the same in every normal form.
func spelt(s string) []string {
	x := Tokenize(s)
	out := make([]string, len(x.Tokens))
	for i, tok := range x.Tokens {
		out[i] = fmt.Sprintf("%s %q %q %v", label(tok.Kind), tok.Rune, x.Key(i), tok.Spaced)
	}
	return out
}

func TestPointed(t *testing.T) {
	x := Tokenize("قولاً ـبـاب باب ﷲ ﷲً مي\u200cروم")
	want := []bool{true, true, false, false, true, false}
	for i, tok := range x.Tokens {
		if tok.Pointed != want[i] {
			t.Errorf("%q: Pointed is %v", x.Slice(i, i+1), tok.Pointed)
		}
	}
}

func TestTextSlice(t *testing.T) {
	x := Tokenize("قال  الوزير، ثمّ عاد.")
	for _, tt := range []struct {
		i, j int
		want string
	}{
		{0, 2, "قال  الوزير"}, {1, 4, "الوزير، ثمّ"}, {0, 6, x.Source}, {2, 2, ""}, {3, 1, ""},
	} {
		if got := x.Slice(tt.i, tt.j); got != tt.want {
			t.Errorf("Slice(%d, %d) = %q, want %q", tt.i, tt.j, got, tt.want)
		}
	}
}

// checkText holds a text to what every caller relies on.
func checkText(x *Text) error {
	at := int32(0)
	valid := utf8.ValidString(x.Source)
	for i, tok := range x.Tokens {
		switch {
		case tok.Start < at:
			return fmt.Errorf("token %d begins at %d, before the end of the last at %d", i, tok.Start, at)
		case tok.End <= tok.Start || int(tok.End) > len(x.Source):
			return fmt.Errorf("token %d spans %d to %d of %d bytes", i, tok.Start, tok.End, len(x.Source))
		}
		slice := x.Source[tok.Start:tok.End]
		if x.Slice(i, i+1) != slice {
			return fmt.Errorf("token %d: Slice is %q, the span %q", i, x.Slice(i, i+1), slice)
		}
		if valid && !utf8.ValidString(slice) {
			return fmt.Errorf("token %d cuts a rune: %q", i, slice)
		}
		if err := checkGap(x.Source[at:tok.Start]); err != nil {
			return fmt.Errorf("before token %d: %w", i, err)
		}
		want := ""
		switch tok.Kind {
		case Word, Number:
			want = Fold(slice)
		case Mark:
			if tok.Rune == 0 {
				return fmt.Errorf("token %d %q has no sign", i, slice)
			}
		case Punct:
			if tok.Rune != firstRune(slice) && tok.Rune != firstRune(norm.NFC.String(slice)) {
				return fmt.Errorf("token %d %q has the sign %q", i, slice, tok.Rune)
			}
		case Newline:
			if !strings.ContainsAny(slice, "\n\r\u2028\u2029\u00a0") {
				return fmt.Errorf("token %d %q is no line break", i, slice)
			}
		default:
			return fmt.Errorf("token %d has kind %d", i, tok.Kind)
		}
		if x.Key(i) != want {
			return fmt.Errorf("token %d %q has the key %q, want %q", i, slice, x.Key(i), want)
		}
		at = tok.End
	}
	return checkGap(x.Source[at:])
}

// checkGap holds what stands between tokens to white space, signs without a
// letter and the joints of hashtags; a line break is
// never lost.
func checkGap(gap string) error {
	for _, r := range gap {
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("a line break is lost in %q", gap)
		}
		if !unicode.IsSpace(r) && !IsIgnorable(r) && !strings.ContainsRune("#_@", r) {
			return fmt.Errorf("%q is in no token", gap)
		}
	}
	return nil
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"", "قال: «نعم».", "5ر47 4.\u200f95 12,5", "#نهر_النيل @x_1", "((نعم)) <<لا>> ''ربما''",
		"نعم\r\n\u200f\n لا\u2028", "\xff\xd8نعم\xc3", "ﻻ ﷲ ﷺ ﹰ", "O'Neil O’", "ا\u0654 ـ ـا \u064b", "12.\u200f", "É'Ö 가 ≮", "5ر", "1،2،", "\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Tokenize(s)
		if x.Source != s {
			t.Fatalf("Source is %q", x.Source)
		}
		if err := checkText(x); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if !norm.NFC.IsNormalString(s) {
			return
		}
		if diff := cmp.Diff(spelt(s), spelt(norm.NFD.String(s))); diff != "" {
			t.Errorf("%q (-composed +decomposed)\n%s", s, diff)
		}
	})
}
