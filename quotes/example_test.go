package quotes_test

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

const article = `وقالت مديرة المدرسة هند الشمري إن الدراسة ستبدأ الأحد، مضيفةً أن الكتب وصلت.

وأضافت: «لن ينتظر التلاميذ يوما واحدا بعد اليوم».`

func ExampleExtract() {
	for _, s := range quotes.Extract(article) {
		fmt.Println(s.Speaker.Name, "|", s.Cue.Text, "|", s.Content.Text)
	}
	// Output:
	// هند الشمري | وقالت | الدراسة ستبدأ الأحد
	// هند الشمري | مضيفةً | الكتب وصلت
	// هند الشمري | وأضافت | لن ينتظر التلاميذ يوما واحدا بعد اليوم
}

// Spans are byte offsets, as those of Go slices.
func ExampleStatement() {
	s := quotes.Extract(article)[2]
	fmt.Println(s.Type, s.Speaker.How, s.Speaker.Gender, s.Speaker.Kind)
	fmt.Println(article[s.Content.Start:s.Content.End] == s.Content.Text)
	// Output:
	// direct elided f person
	// true
}

func ExampleNew() {
	e, err := quotes.New(quotes.WithTypes(quotes.Direct, quotes.Mixed), quotes.WithMinConfidence(0.3))
	if err != nil {
		fmt.Println(err)
		return
	}
	statements, err := e.Extract(article)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range statements {
		fmt.Println(s.Type, s.Content.Text)
	}
	// Output: direct لن ينتظر التلاميذ يوما واحدا بعد اليوم
}

func ExampleWithTypes() {
	_, err := quotes.New(quotes.WithTypes("paraphrase"))
	fmt.Println(err)
	// Output: quotes: unknown type "paraphrase", expected direct, mixed or indirect
}

// A verb that the built-in lexicon lacks comes from a file of one's own.
func ExampleWithGrammar() {
	l := patterns.DefaultLexicon().Clone()
	err := l.Load("verbs.yaml", []byte("verbs:\n  - {lemma: دندن, present: يدندن, class: say, takes: [أن, quote]}\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := patterns.NewGrammar(l)
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := quotes.New(quotes.WithGrammar(g))
	if err != nil {
		fmt.Println(err)
		return
	}
	statements, err := e.Extract("ودندن المغني كريم السالمي أن الليل طويل.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range statements {
		fmt.Println(s.Speaker.Name, s.Content.Text)
	}
	// Output: كريم السالمي الليل طويل
}

// The JSON form counts code points, as the text position selector of the W3C
// Web Annotation model does.
func ExampleRecords() {
	records := quotes.Records("school-1", article, quotes.Extract(article))
	for _, r := range records {
		fmt.Println(r.ID, r.Content.Start, r.Content.End, string([]rune(article)[r.Content.Start:r.Content.End]))
	}
	if err := json.NewEncoder(os.Stdout).Encode(records[1].Content); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 34 53 الدراسة ستبدأ الأحد
	// 2 65 75 الكتب وصلت
	// 3 87 125 لن ينتظر التلاميذ يوما واحدا بعد اليوم
	// {"text":"الكتب وصلت","start":65,"end":75}
}
