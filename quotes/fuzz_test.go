package quotes_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/quotes"
)

// FuzzExtract checks the invariants on any text. The seeds are the articles in
// testdata, in pieces that fuzzing can mutate quickly, and in testdata/fuzz.
func FuzzExtract(f *testing.F) {
	for _, text := range articles(f) {
		for len(text) > 0 {
			n := min(len(text), 700)
			for n < len(text) && !utf8.RuneStart(text[n]) {
				n++
			}
			f.Add(text[:n])
			text = text[n:]
		}
	}
	for _, group := range constructions {
		for _, c := range group.cases {
			f.Add(c.text)
		}
	}
	e, err := quotes.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := e.Extract(text)
		if err != nil {
			t.Fatal(err)
		}
		invariants(t, text, got)
		again, err := e.Extract(text)
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Fatalf("a second time: %v %s", err, describe(again))
		}
	})
}
