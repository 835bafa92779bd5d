// Package patterns holds what qawl knows of Arabic and finds with it where
// somebody is quoted.
//
// The lexicon (lexicon/*.yaml, lexicon/*.txt) gives every word its classes: a
// reporting verb, a title, a particle. A text becomes a [Scan]: a row of units,
// one a word, a sign or a whole stretch between quotation marks. Each unit is
// one rune that stands for its set of classes, and the rules (rules/*.yaml) are
// regular expressions over these runes, so that a rule reads like grammar and
// spelling can't confuse it. The idea is that of GATE's JAPE and of Stanford's
// TokensRegex.
package patterns

import (
	"fmt"
	"strings"
)

// Class is a set of word classes. A token has all classes that its spelling
// may have; the rules decide which one is meant.
type Class uint64

// The word classes. Their names in rule files and word lists are those of
// [Class.String].
const (
	Word Class = 1 << iota // any word or number

	// Cues.
	Verb       // finite form of a reporting verb
	Participle // indefinite participle that continues a report: مضيفا
	Noun       // verbal noun of a reporting verb: قوله، تأكيد
	Source     // preposition of a source: وفق، بحسب

	// Complements a cue takes.
	TakesQuote
	TakesAn     // أن، إن، بأن
	TakesPhrase // a noun phrase with quoted words in it
	Conveys     // hands on another's words: نقل
	InDocument  // جاء، ورد: with في and a document they report
	AnyVerb     // finite verb that reports nothing
	An          // أن، إن
	BiAn        // بأن
	WithPronoun // ends in a pronoun: أنه، قوله
	SkipAn      // a following أن opens an adjunct, no report: بعد أن
	FalseAn     // makes a following أن no report: ضرورة أن، يجب أن

	// Function words.
	Fi
	Ala
	Ila
	Ann
	Min
	Preposition // any preposition
	Relative
	Ma
	Function // anything that can't stand inside a name
	Auxiliary
	Qad
	Negation
	Turn    // جهته، بدوره
	Resume  // narrator resumes: فيما، بينما، وذلك
	Adverb  // indefinite accusative: رسميا، معتذرا
	Time    // أمس، الأحد
	Quoting // occasion of speech: تصريح، بيان، مؤتمر

	// Nouns.
	Title
	Organization
	Anonymous
	Document
	Honorific
	Name      // token of a personal name
	MaybeName // token of a personal name that is a common word too
	NameLink  // بن، أبو، عبد
	Place
	Nisba
	Common // frequent word that's none of a name
	Names  // introduces a name in marks: حركة «…»
	Media  // addressee of a statement: صحيفة، قناة، صحافيين

	Elsewhere // begins a reference to other articles: اقرأ أيضا

	Quantity  // opens a phrase of unnamed people: بعض، عدد من
	TitleLink // goes on with a title: باسم، لشؤون

	Impersonal // without a subject means "it is said": يذكر أن

	Withhold // what a source without a name asks for: عدم، الكشف
	Same     // the one just named: نفسه، ذاته
	Latter   // the one named last: الأخير

	// Clitics.
	Conj    // و or ف before it
	Prep    // ب or ك before it
	PrepLi  // ل before it
	Article // ال before it

	// Signs.
	Colon
	Comma
	Stop
	Dash
	Break  // line break
	Quoted // span between quotation marks
	QuotedName
)

// classNames is in the order of the constants; a test holds the two together.
var classNames = []string{
	"word",
	"verb", "participle", "noun", "source",
	"quote", "takes-an", "phrase", "conveys", "in-document", "any-verb",
	"AN", "BIAN", "pronoun", "skip-an", "false-an",
	"fi", "ala", "ila", "ann", "min", "preposition", "relative", "ma", "function", "auxiliary", "qad", "negation",
	"turn", "resume", "adverb", "time", "occasion",
	"title", "organization", "anonymous", "document", "honorific", "name", "maybe-name", "name-link",
	"place", "nisba", "common", "names", "media", "elsewhere", "quantity", "title-link", "impersonal", "withhold", "same", "latter",
	"conj", "prep", "prep-li", "article",
	"colon", "comma", "stop", "dash", "break", "quoted", "quoted-name",
}

// Has reports whether c contains every class of d.
func (c Class) Has(d Class) bool { return c&d == d }

// Any reports whether c and d share a class.
func (c Class) Any(d Class) bool { return c&d != 0 }

// String lists the names of the classes in c, joined by "+".
func (c Class) String() string {
	var names []string
	for i, n := range classNames {
		if c&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return strings.Join(names, "+")
}

// ParseClass returns the class called name.
func ParseClass(name string) (Class, error) {
	for i, n := range classNames {
		if n == name {
			return 1 << i, nil
		}
	}
	return 0, fmt.Errorf("no word class is called %q", name)
}
