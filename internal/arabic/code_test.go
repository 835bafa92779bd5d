package arabic

import "testing"

func TestCode(t *testing.T) {
	seen := map[uint64]string{}
	for _, key := range []string{"ا", "اا", "ب", "با", "اب", "قال", "قالت", "وقال", "ء", "ي", "يي", "اااااااااااا", "يييييييييييي"} {
		code := Code(key)
		if code == 0 {
			t.Errorf("%s has no code", key)
		}
		if other, ok := seen[code]; ok {
			t.Errorf("%s has the code of %s", key, other)
		}
		seen[code] = key
	}
	for _, key := range []string{"", "a", "قالa", "aقال", "قا1", "ااااااااااااا", "چاپ", "ﷺ", "قال ", "«"} {
		if code := Code(key); code != 0 {
			t.Errorf("%q has the code %x, expected none", key, code)
		}
	}
}

// The tokenizer makes the codes that keys have.
func TestTokenCodes(t *testing.T) {
	x := Tokenize("قال وقالـت أَحْمَدُ O'Neil كورونا2 ﷺ پوتين ﻗﺎل الاستراتيجيات الاستراتيجيتين فالاستراتيجيات ً")
	for i := range x.Tokens {
		if got, want := x.Tokens[i].Code, Code(x.Key(i)); x.Tokens[i].Kind == Word && got != want {
			t.Errorf("%s has the code %x, expected %x", x.Slice(i, i+1), got, want)
		}
	}
}

func TestEnding(t *testing.T) {
	for _, key := range []string{"والقايل", "اااااااااااا", "ي"} {
		for i := 0; i <= len(key); i += 2 {
			if got, want := Ending(Code(key), len(key[i:])/2), Code(key[i:]); got != want {
				t.Errorf("the last of %s have the code %x, expected %x", key, got, want)
			}
		}
	}
}
