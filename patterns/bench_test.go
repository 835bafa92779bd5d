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

// BenchmarkHostileFiles loads files of one's own: one whose aliases multiply, beside
// a plain one.
func BenchmarkHostileFiles(b *testing.B) {
	hostile := bomb("verbs")
	plain := "verbs:\n"
	for i := 0; len(plain) < len(hostile); i++ {
		lemma := "دند" + string('ا'+rune(i%20)) + string('ا'+rune(i/20))
		plain += "  - {lemma: " + lemma + ", present: ي" + lemma + ", class: say, takes: [quote]}\n"
	}
	for name, data := range map[string]string{"plain": plain, "aliases": hostile} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := NewLexicon().Load("own.yaml", []byte(data)); (err != nil) != (name == "aliases") {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(data)), "ns/byte")
		})
	}
}
