package patterns

import (
	"io/fs"
	"testing"
)

// BenchmarkStart is what is made once, before the first article is read.
func BenchmarkStart(b *testing.B) {
	sub, err := fs.Sub(lexiconFiles, "lexicon")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("lexicon", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := NewLexicon().LoadFS(sub); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("grammar", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := NewGrammar(DefaultLexicon()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("weights", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, name := range []string{"speech", "antecedent", "confidence"} {
				if _, err := LoadWeights(name); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
