package patterns

import (
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

func lookup(l *Lexicon, word string) (Class, *Entry) { return l.Lookup([]byte(arabic.Fold(word))) }

// clitics are the classes that only clitics give.
const clitics = Conj | Prep | PrepLi | Article | WithPronoun

func TestLookupClitics(t *testing.T) {
	l := DefaultLexicon()
	tests := []struct {
		word    string
		has     Class // classes it must have
		clitics Class // exactly the clitics it must show
		not     Class // classes it must not have
	}{
		{"قال", Verb | TakesQuote | TakesAn, 0, Participle | Title},
		{"وقال", Verb | TakesQuote | TakesAn, Conj, 0},
		{"فأضاف", Verb | TakesQuote, Conj, 0},
		{"وسيقول", Verb | TakesAn, Conj, 0},
		{"فقالوا", Verb, Conj, 0},
		{"ونقلت", Verb | Conveys, Conj, 0},
		{"ليقول", TakesQuote, PrepLi, Verb}, // so that he says: no report
		{"قوله", Noun | TakesAn, WithPronoun, Verb},
		{"وقوله", Noun | TakesAn, Conj | WithPronoun, Verb},
		{"بقوله", Noun | TakesAn, Prep | WithPronoun, Verb},
		{"لقولها", Noun | TakesAn, PrepLi | WithPronoun, Verb},
		{"وتصريحه", Noun | TakesQuote, Conj | WithPronoun, Verb},
		{"مضيفا", Participle | TakesAn, 0, Verb},
		{"ومضيفة", Participle | TakesAn, Conj, Verb},

		{"أن", An, 0, BiAn},
		{"وأن", An, Conj, BiAn},
		{"إنه", An, WithPronoun, BiAn},
		{"بأن", An | BiAn, 0, 0},
		{"بأنها", An | BiAn, WithPronoun, 0},
		{"وبأنهم", An | BiAn, Conj | WithPronoun, 0},

		{"وزير", Title, 0, Verb},
		{"الوزير", Title, Article, Verb},
		{"والوزير", Title, Conj | Article, 0},
		{"فالوزير", Title, Conj | Article, 0},
		{"بالوزير", Title, Prep | Article, 0},
		{"كالوزير", Title, Prep | Article, 0},
		{"للوزير", Title, PrepLi | Article, 0},
		{"وللوزير", Title, Conj | PrepLi | Article, 0},
		{"لوزير", Title, PrepLi, 0},
		{"وزيرها", Title, WithPronoun, 0},
		{"ووزيرهم", Title, Conj | WithPronoun, 0},
		{"لوزيرها", Title, PrepLi | WithPronoun, 0},
		{"والناطق", Title, Conj | Article, Verb},
		{"الوزيرة", Title, Article, 0},
		{"الوزيران", Title, Article, 0},
		{"رئيستان", Title, 0, 0},
		{"وزارته", Organization, WithPronoun, 0},
		{"والوزارة", Organization, Conj | Article, 0},
		{"وللوزارة", Organization, Conj | PrepLi | Article, 0},
		{"لصحيفة", Media, PrepLi, Verb},
		{"لقناة", Media, PrepLi, Verb},
		{"مصدر", Anonymous, 0, Verb},
		{"ومصادر", Anonymous, Conj, 0},

		{"محمد", Name, 0, Title},
		{"ومحمد", Name, Conj, 0},
		{"لمحمد", Name, PrepLi, 0},
		{"بن", Name | NameLink, 0, 0},
		{"عبدالله", Name, 0, 0},

		{"بحسب", Source, 0, Verb},
		{"ووفقا", Source, Conj, 0},
		{"عن", Ann | Preposition | Function, 0, An},
		{"في", Fi | Preposition, 0, 0},
		{"باسم", TitleLink, 0, 0},
		{"بدوره", Turn, 0, 0},

		// unknown words still show their clitics
		{"القرطاجني", Word, Article, Verb | Title | Name},
		{"والقرطاجني", Word, Conj | Article, Verb | Title | Name},
		{"للقرطاجني", Word, PrepLi | Article, Verb | Title | Name},
		{"بالقرطاجني", Word, Prep | Article, Verb | Title | Name},
		{"قرطاجني", Word, 0, Verb | Title | Name},
	}
	for _, tt := range tests {
		t.Run(tt.word, func(t *testing.T) {
			got, _ := lookup(l, tt.word)
			if !got.Has(tt.has | Word) {
				t.Errorf("%s is %v, lacks %v", tt.word, got, tt.has&^got)
			}
			if got&clitics != tt.clitics {
				t.Errorf("%s shows the clitics %v, want %v", tt.word, got&clitics, tt.clitics)
			}
			if got.Any(tt.not) {
				t.Errorf("%s is %v", tt.word, got&tt.not)
			}
		})
	}
}

// TestLookupSpelling: diacritics and variants of one letter change nothing.
func TestLookupSpelling(t *testing.T) {
	l := DefaultLexicon()
	for _, words := range [][]string{{"أكد", "اكد", "أكّدَ"}, {"رأى", "راي", "رأی"}, {"الحكومة", "الحكومه"}, {"مسؤول", "مسوول"}} {
		want, _ := lookup(l, words[0])
		for _, w := range words[1:] {
			if got, _ := lookup(l, w); got != want {
				t.Errorf("%s is %v, but %s is %v", w, got, words[0], want)
			}
		}
	}
}

func TestVerbForms(t *testing.T) {
	l := DefaultLexicon()
	tests := []struct {
		word string
		want Form
	}{
		{"قال", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 's', Past: true, Bare: true}},
		{"قالت", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 's', Past: true, Bare: true}},
		{"قالوا", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 'p', Past: true, Bare: true}},
		{"قالا", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 'd', Past: true, Bare: true}},
		{"قالتا", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 'd', Past: true, Bare: true}},
		{"قلن", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 'p', Past: true, Bare: true}},
		{"يقول", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 's', Bare: true}},
		{"تقول", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 's', Bare: true}},
		{"يقولون", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 'p', Bare: true}},
		{"يقولوا", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 'p', Bare: true}},
		{"يقولان", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 'd', Bare: true}},
		{"تقولان", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 'd', Bare: true}},
		{"سيقول", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'm', Number: 's', Bare: true}},
		{"ستقول", Form{Lemma: "قال", Class: "say", Kind: Verb, Gender: 'f', Number: 's', Bare: true}},
		{"قائلا", Form{Lemma: "قال", Class: "say", Kind: Participle, Gender: 'm', Number: 's'}},
		{"قائلة", Form{Lemma: "قال", Class: "say", Kind: Participle, Gender: 'f', Number: 's'}},
		{"قوله", Form{Lemma: "قال", Class: "say", Kind: Noun, Gender: 'm', Number: 's'}},
		{"قولها", Form{Lemma: "قال", Class: "say", Kind: Noun, Gender: 'f', Number: 's'}},
		{"قولهم", Form{Lemma: "قال", Class: "say", Kind: Noun, Gender: 'm', Number: 'p'}},

		{"أكدا", Form{Lemma: "أكد", Class: "affirm", Kind: Verb, Gender: 'm', Number: 'd', Past: true}},
		{"أكدتا", Form{Lemma: "أكد", Class: "affirm", Kind: Verb, Gender: 'f', Number: 'd', Past: true}},
		{"وأكدوا", Form{Lemma: "أكد", Class: "affirm", Kind: Verb, Gender: 'm', Number: 'p', Past: true}},
		{"مؤكدين", Form{Lemma: "أكد", Class: "affirm", Kind: Participle, Gender: 'm', Number: 'p'}},
		{"مؤكدات", Form{Lemma: "أكد", Class: "affirm", Kind: Participle, Gender: 'f', Number: 'p'}},
		{"تأكيده", Form{Lemma: "أكد", Class: "affirm", Kind: Noun, Gender: 'm', Number: 's'}},
		{"أضافت", Form{Lemma: "أضاف", Class: "add", Kind: Verb, Gender: 'f', Number: 's', Past: true, Bare: true}},
		{"أضفن", Form{Lemma: "أضاف", Class: "add", Kind: Verb, Gender: 'f', Number: 'p', Past: true, Bare: true}},

		// defective verbs lose their last letter
		{"نفت", Form{Lemma: "نفى", Class: "deny", Kind: Verb, Gender: 'f', Number: 's', Past: true}},
		{"نفوا", Form{Lemma: "نفى", Class: "deny", Kind: Verb, Gender: 'm', Number: 'p', Past: true}},
		{"نفتا", Form{Lemma: "نفى", Class: "deny", Kind: Verb, Gender: 'f', Number: 'd', Past: true}},
		{"ينفي", Form{Lemma: "نفى", Class: "deny", Kind: Verb, Gender: 'm', Number: 's'}},
		{"ينفون", Form{Lemma: "نفى", Class: "deny", Kind: Verb, Gender: 'm', Number: 'p'}},
		{"نافيا", Form{Lemma: "نفى", Class: "deny", Kind: Participle, Gender: 'm', Number: 's'}},
		{"نافية", Form{Lemma: "نفى", Class: "deny", Kind: Participle, Gender: 'f', Number: 's'}},
	}
	for _, tt := range tests {
		t.Run(tt.word, func(t *testing.T) {
			_, e := lookup(l, tt.word)
			if e == nil || e.Form == nil {
				t.Fatalf("%s is no form of a reporting verb", tt.word)
			}
			if diff := cmp.Diff(tt.want, *e.Form); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestBuiltinVerbs holds the built-in file to what its head promises.
func TestBuiltinVerbs(t *testing.T) {
	l := DefaultLexicon()
	verbs := l.Verbs()
	classes := map[string]bool{}
	for _, c := range strings.Fields("say add affirm announce explain note deny warn demand ask answer opine predict write reveal promise admit criticize praise describe threaten continue conclude narrate convey express") {
		classes[c] = true
	}
	lemmas, used := map[string]bool{}, map[string]bool{}
	for _, v := range verbs {
		if lemmas[v.Lemma] {
			t.Errorf("%s stands twice", v.Lemma)
		}
		lemmas[v.Lemma], used[v.Class] = true, true
		if !classes[v.Class] {
			t.Errorf("%s has class %q", v.Lemma, v.Class)
		}
		if len(v.Takes) == 0 {
			t.Errorf("%s takes nothing", v.Lemma)
		}
		if v.Present == "" {
			t.Errorf("%s has no present", v.Lemma)
		}
		for code := range v.Past {
			if !slices.Contains(persons, code) {
				t.Errorf("%s has a past form for %q", v.Lemma, code)
			}
		}
	}
	if len(lemmas) < 120 {
		t.Errorf("%d lemmas, want 120 or more", len(lemmas))
	}
	for c := range classes {
		if !used[c] {
			t.Errorf("no verb has class %s", c)
		}
	}
	sorted := slices.IsSortedFunc(verbs, func(a, b ReportingVerb) int {
		if c := strings.Compare(a.Class, b.Class); c != 0 {
			return c
		}
		return strings.Compare(a.Lemma, b.Lemma)
	})
	if !sorted {
		t.Error("Verbs is not ordered by class and lemma")
	}
}

func TestLoadOwnFiles(t *testing.T) {
	l := NewLexicon()
	load := func(name, data string) {
		t.Helper()
		if err := l.Load(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	load("mine.yaml", `
verbs:
  - {lemma: همهم, present: يهمهم, past: {fp: همهمنا}, participle: مهمهم, noun: همهمة, class: say, takes: [quote, بأن]}
nouns:
  - {noun: صيحة, with: [أطلق], class: warn, takes: [من أن]}
synonyms:
  - [عميد, نقيب]
kinds:
  - [ضابط, نقيب, عريف]
groups:
  contrast: [بيدَ]
`)
	load("dir/title.txt", "# own titles\nعميد  نقيب # two on a line\n\nمنشد: title name\n")

	for _, tt := range []struct {
		word string
		has  Class
	}{
		{"وهمهمت", Verb | TakesQuote | TakesAn | Conj},
		{"همهمنا", Verb}, {"سيهمهم", Verb}, {"مهمهما", Participle}, {"همهمته", Noun | WithPronoun},
		{"صيحته", Noun | TakesAn | WithPronoun},
		{"العميد", Title | Article}, {"نقيب", Title}, {"منشد", Title | Name},
	} {
		if got, _ := lookup(l, tt.word); !got.Has(tt.has) {
			t.Errorf("%s is %v, lacks %v", tt.word, got, tt.has&^got)
		}
	}
	if got, _ := lookup(l, "همهمن"); got.Any(Verb) {
		t.Error("the regular form is there beside the irregular one")
	}
	if got, _ := lookup(l, "صيحته"); got.Any(TakesQuote) {
		t.Error("صيحة takes a quote, which its line does not say")
	}
	if _, e := lookup(l, "صيحته"); e == nil || e.Form == nil || !slices.Equal(e.Form.With, []string{"اطلق"}) {
		t.Errorf("the noun صيحة does not know its verb: %+v", e)
	}
	if got := l.Canonical("نقيب"); got != "عميد" {
		t.Errorf("Canonical(نقيب) = %q", got)
	}
	if !l.IsA("عريف", "ضابط") || l.IsA("ضابط", "عريف") || l.IsA("منشد", "ضابط") {
		t.Error("a عريف is a ضابط, but not the other way round, nor is a منشد")
	}
	if got := l.Canonical("عريف"); got != "عريف" {
		t.Errorf("Canonical(عريف) = %q", got)
	}
	if !l.In(Contrast, "بيد") || l.In(FirstPerson|SubjectPronoun, "بيد") {
		t.Error("بيد is in other groups than contrast")
	}
	if v := l.Verbs(); len(v) != 1 || v[0].Lemma != "همهم" {
		t.Errorf("Verbs() = %v", v)
	}
}

func TestLoadErrors(t *testing.T) {
	const good = "  - {lemma: همهم, class: say, takes: [quote]}\n"
	tests := []struct {
		name, file, data string
		want             []string // parts of the message
	}{
		{"unknown class on a line", "title.txt", "عميد\n\nنقيب: titel\n", []string{"title.txt", "line 3", `"titel"`}},
		{"unknown class beside a good one", "own.txt", "عميد: title\nنقيب: title nam\n", []string{"own.txt", "line 2", `"nam"`}},
		{"file name is no class", "own.txt", "عميد: title\nنقيب\n", []string{"own.txt", "line 2", "نقيب"}},
		{"unknown complement", "own.yaml", "verbs:\n" + good + "  - {lemma: دندن, class: say, takes: [quote, لماذا]}\n", []string{"own.yaml", "line 3", "دندن", "لماذا", "من أن"}},
		{"unknown complement of a noun", "own.yaml", "nouns:\n  - {noun: صيحة, class: say, takes: [لماذا]}\n", []string{"own.yaml", "line 2", "صيحة", "لماذا"}},
		{"no lemma", "own.yaml", "verbs:\n" + good + good + "  - {present: يدندن, takes: [quote]}\n", []string{"own.yaml", "line 4", "lemma"}},
		{"takes is no list", "own.yaml", "verbs:\n" + good + "  - {lemma: دندن, class: say, takes: quote}\n", []string{"own.yaml", "line 3"}},
		{"verb is no mapping", "own.yaml", "verbs:\n  - دندن\n", []string{"own.yaml", "line 2"}},
		{"no YAML", "own.yaml", "verbs:\n  - {lemma: [\n", []string{"own.yaml", "line"}},
		{"misspelt key", "own.yaml", "verbs:\n" + good + "  - {lemma: دندن, presnt: يدندن, takes: [quote]}\n", []string{"own.yaml", "line 3", "presnt", "present"}},
		{"misspelt key of a noun", "own.yaml", "nouns:\n  - {noun: صيحة, whith: [أطلق]}\n", []string{"own.yaml", "line 2", "whith", "with"}},
		{"misspelt section", "own.yaml", "verbs:\n" + good + "noun:\n  - {noun: صيحة}\n", []string{"own.yaml", "line 3", `"noun"`, "nouns"}},
		{"unknown kind of speech", "own.yaml", "verbs:\n" + good + "  - {lemma: دندن, class: sing, takes: [quote]}\n", []string{"own.yaml", "line 3", `"sing"`, "say"}},
		{"misspelt group", "own.yaml", "groups:\n  contrasts: [بيد]\n", []string{"own.yaml", "line 2", "contrasts", "contrast"}},
		{"aliases that multiply", "own.yaml", bomb("synonyms"), []string{"own.yaml", "line"}},
		{"aliases that multiply in verbs", "own.yaml", bomb("verbs"), []string{"own.yaml", "line"}},
		{"neither kind of file", "own.csv", "عميد,title\n", []string{"own.csv", ".yaml", ".txt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := NewLexicon().Load(tt.file, []byte(tt.data))
			if err == nil {
				t.Fatal("no error")
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not say %q", err, part)
				}
			}
		})
	}
}

// bomb is YAML whose lists each hold the one before ten times.
func bomb(key string) string {
	b := key + ":\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 9 {
		b += fmt.Sprintf("  - &a%d [*a%d%s]\n", i+1, i, strings.Repeat(fmt.Sprintf(", *a%d", i), 9))
	}
	return b
}

// A file that is a bomb is refused before it takes memory.
func TestBombIsSmall(t *testing.T) {
	const limit = 2000 // bytes allocated for one of the file
	for _, key := range []string{"verbs", "nouns", "synonyms", "groups"} {
		data := []byte(bomb(key))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := NewLexicon().Load("own.yaml", data)
		runtime.ReadMemStats(&after)
		if total := after.TotalAlloc - before.TotalAlloc; err == nil || total > limit*uint64(len(data)) {
			t.Errorf("%s: %d bytes allocated for %d, error %v", key, total, len(data), err)
		}
	}
}

func TestLoadFS(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.WriteFile(dir+"/"+name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("title.txt", "عميد\n")
	write("verbs.yaml", "verbs:\n  - {lemma: همهم, class: say, takes: [quote]}\n")
	l := NewLexicon()
	if err := l.LoadFS(os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Class{"عميد": Title, "همهمت": Verb} {
		if got, _ := lookup(l, word); !got.Has(want) {
			t.Errorf("%s is %v, lacks %v", word, got, want)
		}
	}
	write("z.txt", "نقيب\n")
	if err := NewLexicon().LoadFS(os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), "z.txt") {
		t.Errorf("error %v does not name z.txt", err)
	}
}

func TestCloneIsIndependent(t *testing.T) {
	base := NewLexicon()
	if err := base.Load("a.yaml", []byte(`
verbs: # three of them, so that the list has room for a fourth
  - {lemma: همهم, class: say, takes: [quote]}
  - {lemma: غمغم, class: say, takes: [quote]}
  - {lemma: لعلع, class: say, takes: [quote]}
synonyms: [[عميد, نقيب]]
`)); err != nil {
		t.Fatal(err)
	}
	before := base.Clone()
	one, two := base.Clone(), base.Clone()
	for l, data := range map[*Lexicon]string{
		one: "verbs:\n  - {lemma: دندن, class: say, takes: [quote]}\nnouns:\n  - {noun: صيحة, with: [أطلق], class: warn, takes: [من أن]}\nsynonyms: [[رائد, نقيب]]\n",
		two: "verbs:\n  - {lemma: وشوش, class: say, takes: [quote]}\n",
	} {
		if err := l.Load("b.yaml", []byte(data)); err != nil {
			t.Fatal(err)
		}
		if err := l.Load("title.txt", []byte("همهم\n")); err != nil { // changes an entry that was there
			t.Fatal(err)
		}
	}

	if got, _ := lookup(one, "همهم"); !got.Has(Verb | Title) {
		t.Errorf("in the clone همهم is %v", got)
	}
	if err := one.Load("c.yaml", []byte("groups: {contrast: [بيد]}\n")); err != nil {
		t.Fatal(err)
	}
	if base.In(Contrast, "بيد") || two.In(Contrast, "بيد") {
		t.Error("a group of one clone has grown in another lexicon")
	}
	if got, _ := lookup(base, "همهم"); got.Any(Title) {
		t.Error("a class added to the clone shows in the original")
	}
	if !maps.EqualFunc(base.words, before.words, func(a, b *Entry) bool { return a.Class == b.Class }) {
		t.Error("words added to a clone show in the original")
	}
	if got := base.Canonical("نقيب"); got != "عميد" {
		t.Errorf("a synonym added to a clone shows in the original: %s", got)
	}
	lemmas := func(l *Lexicon) []string {
		var out []string
		for _, v := range l.Verbs() {
			out = append(out, v.Lemma)
		}
		return out
	}
	for _, tt := range []struct {
		l    *Lexicon
		want []string
	}{{base, []string{"غمغم", "لعلع", "همهم"}}, {one, []string{"دندن", "غمغم", "لعلع", "همهم"}}, {two, []string{"غمغم", "لعلع", "همهم", "وشوش"}}} {
		if diff := cmp.Diff(tt.want, lemmas(tt.l)); diff != "" {
			t.Errorf("lemmas (-want +got):\n%s", diff)
		}
	}
}

func TestClassString(t *testing.T) {
	if got := (Verb | TakesAn | Conj).String(); got != "verb+takes-an+conj" {
		t.Errorf("String() = %q", got)
	}
	if got := Class(0).String(); got != "" {
		t.Errorf("String() of no class = %q", got)
	}
	if _, err := ParseClass("verbb"); err == nil || !strings.Contains(err.Error(), `"verbb"`) {
		t.Errorf("ParseClass(verbb): %v", err)
	}
}

func FuzzLoadLexicon(f *testing.F) {
	for _, s := range []struct{ name, data string }{
		{"title.txt", "عميد\nمنشد: title name # x\n"},
		{"own.txt", "عميد\n"},
		{"own.txt", ":\n::\n: :#\n\xff: title"},
		{"v.yaml", "verbs:\n  - {lemma: همهم, present: يهمهم, past: {fp: همهمن}, participle: مهمهم, noun: همهمة, class: say, takes: [quote, بأن]}\n"},
		{"v.yaml", "nouns:\n  - {noun: صيحة, with: [أطلق], class: warn, takes: [من أن]}\nsynonyms: [[a, b], []]\nkinds: [[c, d], []]\nothers: [قال]\n"},
		{"v.yaml", "verbs:\n  - null\n  - {lemma: ى, participle: ي, noun: ة, present: ي}\n"},
		{"v.yml", "verbs: &a [*a]\n"},
		{"v.csv", ""},
	} {
		f.Add(s.name, []byte(s.data))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<12 {
			return
		}
		l := NewLexicon()
		if err := l.Load(name, data); err != nil {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("error %q does not name the file %q", err, name)
			}
			return
		}
		// a form line makes some dozens of spellings; nothing multiplies
		if limit := 100 * (len(data) + 1); len(l.words) > limit {
			t.Errorf("%d bytes make %d words", len(data), len(l.words))
		}
		for key := range l.words {
			if c, _ := l.Lookup([]byte(key)); !c.Has(Word) {
				t.Errorf("%q is looked up as %v", key, c)
			}
		}
		if n := len(l.Clone().words); n != len(l.words) {
			t.Errorf("the clone has %d words of %d", n, len(l.words))
		}
	})
}
