package patterns

import (
	"strings"
	"testing"
)

// TestRuleExamples runs every rule over its own examples.
func TestRuleExamples(t *testing.T) {
	g := DefaultGrammar()
	for _, r := range g.Rules {
		for _, ex := range r.Examples {
			t.Run(r.ID, func(t *testing.T) {
				if err := g.Check(r, ex); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

func TestUnitsHaveSymbols(t *testing.T) {
	g := DefaultGrammar()
	for key := range g.Lexicon.words {
		for _, form := range []string{key, "و" + key, "ل" + key, "ب" + key, "ال" + key, "لل" + strings.TrimPrefix(key, "ال"), key + "ه", "وب" + key, "وال" + key} {
			c, _ := g.Lexicon.Lookup([]byte(form))
			if _, ok := g.symbols.of[c&g.symbols.mask]; !ok {
				t.Fatalf("%s: no symbol for classes %v", form, c&g.symbols.mask)
			}
		}
	}
}

func TestClassNames(t *testing.T) {
	if got := Class(1) << (len(classNames) - 1); got != QuotedName {
		t.Fatalf("%d class names, which do not fit the constants", len(classNames))
	}
	for name, want := range map[string]Class{"verb": Verb, "AN": An, "pronoun": WithPronoun, "skip-an": SkipAn, "fi": Fi, "title": Title, "media": Media, "conj": Conj, "quoted-name": QuotedName} {
		if got, err := ParseClass(name); err != nil || got != want {
			t.Errorf("class %s is %v, want %v (%v)", name, got, want, err)
		}
	}
}
