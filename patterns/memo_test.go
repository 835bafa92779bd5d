package patterns

import "testing"

func TestKeyCode(t *testing.T) {
	seen := map[uint64]string{}
	for _, key := range []string{"ا", "اا", "ب", "با", "اب", "قال", "قالت", "وقال", "ء", "ي", "يي", "اااااااااااا", "يييييييييييي"} {
		code := keyCode(key)
		if code == 0 {
			t.Errorf("%s has no code", key)
		}
		if other, ok := seen[code]; ok {
			t.Errorf("%s has the code of %s", key, other)
		}
		seen[code] = key
	}
	for _, key := range []string{"", "a", "قالa", "aقال", "قا1", "ااااااااااااا", "چاپ", "ﷺ", "قال ", "«"} {
		if code := keyCode(key); code != 0 {
			t.Errorf("%q has the code %x, expected none", key, code)
		}
	}
}

// A remembered word must be what a new look at the lexicon finds.
func TestLookupRemembers(t *testing.T) {
	l := DefaultLexicon()
	for range 2 {
		for key := range l.words {
			for _, form := range []string{key, "و" + key, "وال" + key} {
				c, e := l.Lookup([]byte(form))
				if wantC, wantE := l.analyze(form); c != wantC || e != wantE {
					t.Fatalf("%s: %v, expected %v", form, c, wantC)
				}
			}
		}
	}
}

func TestLoadForgets(t *testing.T) {
	l := DefaultLexicon().Clone()
	const key = "قهرمان"
	if c, _ := l.Lookup([]byte(key)); c.Any(Title) {
		t.Fatalf("%s is a title already", key)
	}
	if err := l.Load("title.txt", []byte(key)); err != nil {
		t.Fatal(err)
	}
	if c, _ := l.Lookup([]byte(key)); !c.Any(Title) {
		t.Errorf("%s is %v, expected a title", key, c)
	}
}
