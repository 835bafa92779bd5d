package patterns

import "testing"

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
