package patterns

import (
	"fmt"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// ReportingVerb is an entry of a verb file.
type ReportingVerb struct {
	Lemma      string            `yaml:"lemma"`      // past, third person masculine singular
	Present    string            `yaml:"present"`    // present, third person masculine singular
	Past       map[string]string `yaml:"past"`       // irregular past forms by ms, fs, mp, fp, md, fd
	Participle string            `yaml:"participle"` // active, indefinite masculine singular
	Noun       string            `yaml:"noun"`       // verbal noun
	Class      string            `yaml:"class"`
	Takes      []string          `yaml:"takes"`

	line int
}

// ReportingNoun is a noun that carries a report together with a verb that
// alone reports nothing: أعرب عن أمله في أن.
type ReportingNoun struct {
	Noun  string   `yaml:"noun"`
	With  []string `yaml:"with"` // lemmas of the verbs
	Class string   `yaml:"class"`
	Takes []string `yaml:"takes"`

	line int
}

// forms lists the spellings of n.
func (n ReportingNoun) forms() ([]verbForm, error) {
	forms, err := ReportingVerb{Lemma: n.Noun, Noun: n.Noun, Class: n.Class, Takes: n.Takes, line: n.line}.nounForms()
	for i := range forms {
		for _, lemma := range n.With {
			forms[i].form.With = append(forms[i].form.With, arabic.Fold(lemma))
		}
	}
	return forms, err
}

// Form is one form of a reporting verb.
type Form struct {
	Lemma  string
	Class  string // class of the verb: say, add, affirm …
	Kind   Class  // Verb, Participle or Noun
	Gender byte   // 'm', 'f', 0 unknown
	Number byte   // 's', 'd', 'p', 0 unknown
	Past   bool
	Bare   bool     // takes the words themselves, without marks or أن
	With   []string // folded lemmas of the verbs without which a noun reports nothing
}

// takes maps the complements of a verb file to classes.
var takes = map[string]Class{
	"quote": TakesQuote, "أن": TakesAn, "إن": TakesAn, "بأن": TakesAn,
	"عن أن": TakesAn, "إلى أن": TakesAn, "على أن": TakesAn, "من أن": TakesAn, "في أن": TakesAn,
	"عما": 0, "fragment": TakesPhrase, bare: 0,
}

// bare is what a verb takes that the words may follow as they are.
const bare = "bare"

func takesNames() string {
	return "quote, أن, إن, بأن, عن أن, إلى أن, على أن, من أن, في أن, عما, fragment, bare"
}

// verbForm pairs a folded spelling with its analysis.
type verbForm struct {
	key   string
	class Class
	form  Form
}

// forms lists the spellings of v.
func (v ReportingVerb) forms() ([]verbForm, error) {
	if v.Lemma == "" {
		return nil, fmt.Errorf("line %d: a verb needs a lemma", v.line)
	}
	complements, err := v.complements()
	if err != nil {
		return nil, err
	}
	var out []verbForm
	add := func(spelling string, kind Class, gender, number byte, past bool) {
		out = append(out, verbForm{
			key: arabic.Fold(spelling), class: Word | kind | complements,
			form: Form{
				Lemma: v.Lemma, Class: v.Class, Kind: kind, Gender: gender, Number: number, Past: past,
				Bare: kind == Verb && slices.Contains(v.Takes, bare),
			},
		})
	}
	past := pastForms(v)
	for _, code := range persons {
		form := past[code]
		if code == "md" && v.Noun != "" && form == v.Noun+"ا" {
			continue // ردا is "in reply" more often than "the two replied"
		}
		add(form, Verb, code[0], code[1], true)
	}
	if v.Present != "" {
		present := presentForms(v.Present)
		for _, code := range persons {
			for _, form := range present[code] {
				add(form, Verb, code[0], code[1], false)
				add("س"+form, Verb, code[0], code[1], false)
			}
		}
	}
	if v.Participle != "" {
		participle := participleForms(v.Participle)
		for _, code := range persons {
			for _, form := range participle[code] {
				add(form, Participle, code[0], code[1], false)
			}
		}
		// what continues a report is an accusative; in the nominative it is who
		// speaks: قال منتقدون إن
		out = append(out, verbForm{key: arabic.Fold(strings.TrimSuffix(v.Participle, "ي") + "ون"), class: Word | Anonymous})
	}
	nouns, err := v.nounForms()
	return append(out, nouns...), err
}

// complements returns the classes of what v takes.
func (v ReportingVerb) complements() (Class, error) {
	var c Class
	for _, t := range v.Takes {
		one, ok := takes[t]
		if !ok {
			return 0, fmt.Errorf("line %d: %s takes %q, expected one of %s", v.line, v.Lemma, t, takesNames())
		}
		c |= one
	}
	if err := checkClass(v.Class, v.line); err != nil {
		return 0, err
	}
	if v.Class == "convey" {
		c |= Conveys
	}
	return c, nil
}

// nounForms lists the spellings of the verbal noun: bare, definite,
// accusative, and with each pronoun.
func (v ReportingVerb) nounForms() ([]verbForm, error) {
	if v.Noun == "" {
		return nil, nil
	}
	complements, err := v.complements()
	if err != nil {
		return nil, err
	}
	var out []verbForm
	add := func(spelling string, class Class, gender, number byte) {
		out = append(out, verbForm{
			key: arabic.Fold(spelling), class: Word | Noun | complements | class,
			form: Form{Lemma: v.Lemma, Class: v.Class, Kind: Noun, Gender: gender, Number: number},
		})
	}
	add(v.Noun, 0, 0, 0)
	add("ال"+v.Noun, 0, 0, 0)
	stem, feminine := strings.CutSuffix(v.Noun, "ة")
	if feminine {
		stem += "ت"
	} else {
		add(v.Noun+"ا", 0, 0, 0)
	}
	stems := []string{stem}
	if s, ok := strings.CutSuffix(stem, "ء"); ok {
		stems = append(stems, s+"ئ")
	}
	for _, stem := range stems {
		for _, p := range pronouns {
			add(stem+p.suffix, WithPronoun, p.code[0], p.code[1])
		}
	}
	return out, nil
}

// persons are the codes of gender and number, the usual first: of two analyses
// of one spelling the first wins.
var persons = []string{"ms", "fs", "mp", "md", "fd", "fp"}

// pronouns are the attached third-person pronouns with gender and number.
var pronouns = []struct{ suffix, code string }{{"ه", "ms"}, {"ها", "fs"}, {"هم", "mp"}, {"هما", "xd"}, {"هن", "fp"}}

// pastForms conjugates the past by the endings of sound and defective verbs;
// v.Past overrides.
func pastForms(v ReportingVerb) map[string]string {
	l := v.Lemma
	f := map[string]string{"ms": l, "fs": l + "ت", "mp": l + "وا", "fp": l + "ن", "md": l + "ا", "fd": l + "تا"}
	for _, end := range []string{"ى", "ا"} {
		if stem, ok := strings.CutSuffix(l, end); ok {
			f = map[string]string{"ms": l, "fs": stem + "ت", "mp": stem + "وا", "fp": stem + "ين", "md": stem + "يا", "fd": stem + "تا"}
		}
	}
	for code, form := range v.Past {
		f[code] = form
	}
	return f
}

// presentForms derives the forms of the present, indicative and subjunctive.
func presentForms(ms string) map[string][]string {
	rest := strings.TrimPrefix(ms, "ي")
	stem := rest
	for _, end := range []string{"ى", "ي", "و"} {
		stem = strings.TrimSuffix(stem, end)
	}
	f := map[string][]string{
		"ms": {ms}, "fs": {"ت" + rest},
		"mp": {"ي" + stem + "ون", "ي" + stem + "وا"},
		"md": {"ي" + rest + "ان"}, "fd": {"ت" + rest + "ان"},
		"fp": {"ي" + rest + "ن"},
	}
	return f
}

// participleForms derives the indefinite forms that continue a report. The
// definite ones are titles (المتحدث) more often than not, and those in ون are
// people: يرى معلقون أن.
func participleForms(ms string) map[string][]string {
	stem := strings.TrimSuffix(ms, "ي")
	f := map[string][]string{
		"ms": {stem + "ا"}, "fs": {stem + "ة"},
		"mp": {stem + "ين"}, "md": {stem + "ان"}, "fd": {stem + "تان", stem + "تين"}, "fp": {stem + "ات"},
	}
	if stem != ms || len(stem) <= len("ناف") { // defective: نافيا، نافية
		f["ms"] = []string{stem + "يا"}
		f["fs"] = []string{stem + "ية"}
	}
	return f
}
