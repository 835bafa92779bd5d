package quotes_test

import (
	"errors"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// invariants checks what holds for the statements of every text.
func invariants(t *testing.T, text string, all []quotes.Statement) {
	t.Helper()
	valid := utf8.ValidString(text)
	inside := func(what string, s quotes.Span) {
		t.Helper()
		if s.Start < 0 || s.Start > s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
			t.Fatalf("%s %d-%d %q is no slice of the text", what, s.Start, s.End, s.Text)
		}
		if valid && !utf8.ValidString(s.Text) {
			t.Fatalf("%s %q cuts a character", what, s.Text)
		}
	}
	for i, s := range all {
		if s.ID != i+1 {
			t.Fatalf("statement %d has the id %d", i+1, s.ID)
		}
		if i > 0 && s.Content.Start < all[i-1].Content.Start {
			t.Fatalf("statement %d begins before statement %d", i+1, i)
		}
		if s.Type != quotes.Direct && s.Type != quotes.Mixed && s.Type != quotes.Indirect {
			t.Fatalf("type %q", s.Type)
		}
		if s.Content.Text == "" {
			t.Fatalf("statement %d is empty", i+1)
		}
		if !(s.Confidence >= 0 && s.Confidence <= 1) {
			t.Fatalf("confidence %v", s.Confidence)
		}
		if s.Speaker.Name == "" {
			t.Fatalf("statement %d has no speaker", i+1)
		}
		if len(s.Rules) == 0 {
			t.Fatalf("statement %d names no rules", i+1)
		}
		inside("content", s.Content)
		inside("cue", s.Cue.Span)
		inside("mention", s.Speaker.Mention)
		inside("sentence", s.Sentence)
		for _, part := range []quotes.Span{s.Content, s.Cue.Span} {
			if part.Text != "" && (part.Start < s.Sentence.Start || part.End > s.Sentence.End) {
				t.Fatalf("the sentence %q does not hold %q", s.Sentence.Text, part.Text)
			}
		}
		for k, q := range s.Quotes {
			inside("quote", q)
			if q.Text == "" || q.Start < s.Content.Start || q.End > s.Content.End {
				t.Fatalf("quote %q is not in the content %q", q.Text, s.Content.Text)
			}
			if k > 0 && q.Start < s.Quotes[k-1].End {
				t.Fatalf("quotes %q and %q overlap", s.Quotes[k-1].Text, q.Text)
			}
		}
		if !written(text, s.Speaker.Name) || !written(text, s.Speaker.Role) || !strings.Contains(text, s.Via) {
			t.Fatalf("speaker %q, %q via %q is not in the text", s.Speaker.Name, s.Speaker.Role, s.Via)
		}
	}
	records(t, text, all)
}

// written reports whether the text has a name, or has it behind ل, where its
// article is written لل: الأمم المتحدة in للأمم المتحدة.
func written(text, name string) bool {
	return strings.Contains(text, name) || strings.HasPrefix(name, "ا") && strings.Contains(text, strings.TrimPrefix(name, "ا"))
}

// records checks that the offsets of the JSON form count code points.
func records(t *testing.T, text string, all []quotes.Statement) {
	t.Helper()
	list := quotes.Records("a", text, all)
	if len(list) != len(all) {
		t.Fatalf("%d records of %d statements", len(list), len(all))
	}
	points := []rune(text)
	for i, r := range list {
		spans := append([]quotes.RecordSpan{r.Content, r.Cue.RecordSpan, r.Speaker.Mention}, r.Quotes...)
		want := append([]quotes.Span{all[i].Content, all[i].Cue.Span, all[i].Speaker.Mention}, all[i].Quotes...)
		for k, s := range spans {
			if s.Text != want[k].Text {
				t.Fatalf("record %d has %q, the statement %q", i+1, s.Text, want[k].Text)
			}
			if s.Start < 0 || s.Start > s.End || s.End > len(points) || string(points[s.Start:s.End]) != string([]rune(s.Text)) {
				t.Fatalf("record %d: code points %d-%d are not %q", i+1, s.Start, s.End, s.Text)
			}
		}
	}
}

func TestInvariants(t *testing.T) {
	for name, text := range articles(t) {
		t.Run(name, func(t *testing.T) {
			got := quotes.Extract(text)
			if len(got) == 0 {
				t.Fatal("no statements")
			}
			invariants(t, text, got)
			for _, s := range got {
				if s.Speaker.Name == "" || s.Speaker.Kind == "" || s.Speaker.How == "" || s.Speaker.ID == "" {
					t.Errorf("statement %d: speaker %+v", s.ID, s.Speaker)
				}
			}
		})
	}
}

func TestSpeakerIDs(t *testing.T) {
	for name, text := range articles(t) {
		names := map[string]quotes.Speaker{}
		for _, s := range quotes.Extract(text) {
			first, ok := names[s.Speaker.ID]
			if ok && (first.Name != s.Speaker.Name || first.Kind != s.Speaker.Kind || first.Gender != s.Speaker.Gender || first.Role != s.Speaker.Role) {
				t.Errorf("%s: %s is %+v and %+v", name, s.Speaker.ID, first, s.Speaker)
			}
			names[s.Speaker.ID] = s.Speaker
		}
	}
}

// TestSameEveryTime extracts from every article in eight goroutines that share
// an Extractor.
func TestSameEveryTime(t *testing.T) {
	e := extractor(t)
	for name, text := range articles(t) {
		t.Run(name, func(t *testing.T) {
			want, err := e.Extract(text)
			if err != nil {
				t.Fatal(err)
			}
			got := make([][]quotes.Statement, 8)
			var wg sync.WaitGroup
			for i := range got {
				wg.Go(func() { got[i], _ = e.Extract(text) })
			}
			wg.Wait()
			for i := range got {
				if !reflect.DeepEqual(got[i], want) {
					t.Fatalf("differs in goroutine %d\n%s", i, cmp.Diff(describe(want), describe(got[i])))
				}
			}
			if fresh := quotes.Extract(text); !reflect.DeepEqual(fresh, want) {
				t.Fatal("another extractor gives other statements")
			}
		})
	}
}

func extractor(t testing.TB, opts ...quotes.Option) *quotes.Extractor {
	t.Helper()
	e, err := quotes.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestSpelling changes the spelling of every article in ways that leave the
// words the same, and so must leave the statements.
func TestSpelling(t *testing.T) {
	if testing.Short() {
		t.Skip("long: every article in every spelling")
	}
	for name, text := range articles(t) {
		all := quotes.Extract(text)
		want := placed(text, all)
		for change, respell := range spellings {
			if change == "yaa" && strings.Contains(text, " علي ") {
				continue // without ى nothing tells the name from على
			}
			t.Run(name+"/"+change, func(t *testing.T) {
				changed := respell(text)
				if changed == text && change != "NFC" && change != "guillemets" {
					t.Fatal("nothing changed")
				}
				got := quotes.Extract(changed)
				invariants(t, changed, got)
				if change == "yaa" && len(got) == len(all) { // words that are told apart by ى make it surer
					for i := range got {
						got[i].Confidence = all[i].Confidence
					}
				}
				if diff := cmp.Diff(want, placed(changed, got)); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
	}
}

var spellings = map[string]func(string) string{
	"tatweel":    func(s string) string { return between(s, "ـ") },
	"fatha":      func(s string) string { return behind(s, "َ") },
	"shadda":     func(s string) string { return behind(s, "ُّ") },
	"zero width": func(s string) string { return between(s, "\u200d") },
	"NFC":        norm.NFC.String,
	"NFD":        norm.NFD.String,
	"Persian":    strings.NewReplacer("ي", "ی", "ك", "ک").Replace,
	"guillemets": marks.Replace,
	"CRLF":       func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"bare hamza": strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا").Replace,
	"yaa":        strings.NewReplacer("ى", "ي").Replace,
	"no-break":   func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"wide":       func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
	"trailing":   func(s string) string { return strings.ReplaceAll(s, "\n", " \t\n") },
	"last break": func(s string) string { return s + "\n" },
}

// TestJoined puts another article behind an article. What the first says stays, see
// contained.
func TestJoined(t *testing.T) {
	all := articles(t)
	names := slices.Sorted(maps.Keys(all))
	for i, name := range names {
		text, other := all[name], all[names[(i+1)%len(names)]]
		t.Run(name, func(t *testing.T) {
			head := text + "\n\n"
			joined := head + other
			got := quotes.Extract(joined)
			invariants(t, joined, got)
			contained(t, text, quotes.Extract(text), got)
		})
	}
}

// kin reports whether all words of one name are in the other, but for a letter.
func kin(x, y string) bool {
	within := func(x, y *arabic.Text) bool {
		for i := range x.Tokens {
			if !slices.ContainsFunc(y.Tokens, func(t arabic.Token) bool { return nearly(x.Key(i), y.Source[t.Start:t.End]) }) {
				return false
			}
		}
		return true
	}
	s, t := arabic.Tokenize(x), arabic.Tokenize(y)
	return within(s, t) || within(t, s)
}

// nearly reports whether two words are the same but for ال and one letter.
func nearly(x, y string) bool {
	a, b := []rune(strings.TrimPrefix(arabic.Fold(x), "ال")), []rune(strings.TrimPrefix(arabic.Fold(y), "ال"))
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	rest := b[i+min(1, len(b)-i):]
	return slices.Equal(a[i:], rest) || slices.Equal(a[i+min(1, len(a)-i):], rest)
}

// between puts sign between every two Arabic letters.
func between(s, sign string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if arabicLetter(last) && arabicLetter(r) {
			b.WriteString(sign)
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// behind puts sign behind every Arabic letter.
func behind(s, sign string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		if arabicLetter(r) {
			b.WriteString(sign)
		}
	}
	return b.String()
}

func arabicLetter(r rune) bool {
	return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && r != 'ـ'
}

// marks makes the pairs of quotation marks one.
var marks = strings.NewReplacer("«", "“", "»", "”")

// placed is what of the statements of a text a change of spelling must leave.
func placed(text string, all []quotes.Statement) []string {
	plain := func(s string) string {
		return norm.NFC.String(strings.Join(strings.Fields(marks.Replace(arabic.Fold(s))), " "))
	}
	// A place is how many letters and signs stand before it.
	place := func(s quotes.Span) string {
		before := strings.ReplaceAll(plain(text[:s.Start]), " ", "")
		return strconv.Itoa(utf8.RuneCountInString(before)) + " " + plain(s.Text)
	}
	var out []string
	for _, s := range all {
		parts := []string{string(s.Type), place(s.Content), place(s.Cue.Span), s.Cue.Lemma, s.Cue.Class, place(s.Speaker.Mention),
			s.Speaker.ID, plain(s.Speaker.Name), plain(s.Speaker.Role), string(s.Speaker.How), string(s.Speaker.Kind), s.Speaker.Gender, plain(s.Via),
			strings.Join(s.Rules, " "), strconv.FormatFloat(s.Confidence, 'f', 2, 64)}
		for _, q := range s.Quotes {
			parts = append(parts, place(q))
		}
		out = append(out, strings.Join(parts, " ¦ "))
	}
	return out
}

func TestWithTypes(t *testing.T) {
	for name, text := range articles(t) {
		all := quotes.Extract(text)
		for _, types := range [][]quotes.Type{{quotes.Direct}, {quotes.Mixed}, {quotes.Indirect}, {quotes.Direct, quotes.Mixed}} {
			want := 0
			for _, s := range all {
				if slices.Contains(types, s.Type) {
					want++
				}
			}
			got, err := extractor(t, quotes.WithTypes(types...)).Extract(text)
			if err != nil {
				t.Fatal(err)
			}
			invariants(t, text, got)
			for _, s := range got {
				if !slices.Contains(types, s.Type) {
					t.Errorf("%s: %s among %v", name, s.Type, types)
				}
			}
			if len(got) != want {
				t.Errorf("%s: %d statements of %v, expected %d", name, len(got), types, want)
			}
		}
	}
}

func TestWithMinConfidence(t *testing.T) {
	for name, text := range articles(t) {
		all := quotes.Extract(text)
		for _, minimum := range []float64{0, 0.5, 0.8, 0.9, 1} {
			want := 0
			for _, s := range all {
				if s.Confidence >= minimum {
					want++
				}
			}
			got, err := extractor(t, quotes.WithMinConfidence(minimum)).Extract(text)
			if err != nil {
				t.Fatal(err)
			}
			invariants(t, text, got)
			if len(got) != want {
				t.Errorf("%s: %d statements of confidence %v, expected %d", name, len(got), minimum, want)
			}
		}
	}
}

func TestWrongOptions(t *testing.T) {
	for name, o := range map[string]quotes.Option{
		"grammar":       quotes.WithGrammar(nil),
		"weights":       quotes.WithWeights(quotes.Weights{}),
		"type":          quotes.WithTypes(quotes.Direct, "paraphrase"),
		"negative":      quotes.WithMinConfidence(-0.1),
		"above one":     quotes.WithMinConfidence(1.1),
		"not a number":  quotes.WithMinConfidence(math.NaN()),
		"infinite":      quotes.WithMinConfidence(math.Inf(1)),
		"in per cent":   quotes.WithMinConfidence(90),
		"type in caps":  quotes.WithTypes("Direct"),
		"type is empty": quotes.WithTypes(""),
	} {
		if e, err := quotes.New(o); err == nil || e != nil || !strings.HasPrefix(err.Error(), "quotes: ") {
			t.Errorf("%s: got %v, %v", name, e, err)
		}
	}
}

func TestWithWeights(t *testing.T) {
	text := articles(t)["wire-ceasefire-talks"]
	got, err := extractor(t, quotes.WithWeights(quotes.DefaultWeights())).Extract(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(describe(quotes.Extract(text)), describe(got)); diff != "" {
		t.Error(diff)
	}
}

func grammar(t *testing.T, lexicon string, rules ...patterns.RuleFile) quotes.Option {
	t.Helper()
	l := patterns.DefaultLexicon().Clone()
	if lexicon != "" {
		if err := l.Load("own.yaml", []byte(lexicon)); err != nil {
			t.Fatal(err)
		}
	}
	g, err := patterns.NewGrammar(l, rules...)
	if err != nil {
		t.Fatal(err)
	}
	return quotes.WithGrammar(g)
}

func TestOwnVerb(t *testing.T) {
	text := "ودندن المغني كريم السالمي أن الليل طويل. ودندنت الراقصة هند الشمري: «يا ليل طل ولا تنته أبدا»."
	if got := quotes.Extract(text); len(got) > 0 && got[0].Cue.Text == "ودندن" {
		t.Fatal("the verb is known already: take another one for this test")
	}
	e := extractor(t, grammar(t, "verbs:\n  - {lemma: دندن, present: يدندن, participle: مدندن, class: say, takes: [أن, quote]}\n"))
	got, err := e.Extract(text + " وأصغى الجمهور إلى كريم السالمي، مدندنا أن الفجر قريب.")
	if err != nil {
		t.Fatal(err)
	}
	want := []want{
		indirect("الليل طويل", "كريم السالمي", speakers.ByName).withCue("ودندن"),
		quoted("يا ليل طل ولا تنته أبدا", "هند الشمري", speakers.ByName).withCue("ودندنت").withGender("f"),
		indirect("الفجر قريب", "كريم السالمي", "").withCue("مدندنا"),
	}
	if len(got) != len(want) {
		t.Fatalf("got %s", describe(got))
	}
	for i, w := range want {
		if diff := cmp.Diff(w.view(), w.of(got[i]), cmp.AllowUnexported(view{})); diff != "" {
			t.Errorf("statement %d (-want +got)\n%s", i+1, diff)
		}
		if c := got[i].Cue; c.Lemma != "دندن" || c.Class != "say" {
			t.Errorf("lemma %q, class %q", c.Lemma, c.Class)
		}
	}
	if other := quotes.Extract(text); reflect.DeepEqual(other, got) {
		t.Error("the built-in lexicon has learnt the verb")
	}
}

func TestOwnRule(t *testing.T) {
	const rule = `
rules:
  - id: own.thus
    on: quoted
    content: quote
    pattern: '(?<quote> {quoted} ) {comma} {word&!verb}{1,2} (?<cue> {verb&quote&!conj} ) (?<gap> {step}{1,20}? ) (?= {comma|stop|break} | \z )'
    examples:
      - {text: '«لن يمر هذا القانون ما دمت حيا»، هكذا قال النائب.', cue: قال, content: «لن}
`
	e := extractor(t, grammar(t, "", patterns.RuleFile{Name: "own.yaml", Data: []byte(rule)}))
	got, err := e.Extract("«لن يمر هذا القانون ما دمت حيا»، هكذا قال النائب جميل عطية.")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Rules[0] != "own.thus" || got[0].Speaker.Name != "جميل عطية" || got[0].Type != quotes.Direct {
		t.Fatalf("got %s", describe(got))
	}
	// the built-in rules still work beside it
	for name, text := range articles(t) {
		with, err := e.Extract(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(describe(quotes.Extract(text)), describe(with)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestRuleError makes the engine fail, which must not pass for no match.
func TestRuleError(t *testing.T) {
	for name, pattern := range map[string]string{
		"backtracking": `(?<cue> {verb} ) (?: {word} {comma} | {word} {comma} {word} {comma} )+ {colon} {colon} {comma}`, // unlike its example
		"no cue":       `(?<cue> {verb} )? {verb} {word}`,
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			file := patterns.RuleFile{Name: "own.yaml", Data: []byte("rules:\n  - {id: own.bad, on: verb, content: clause, pattern: '" + pattern + "', examples: [{text: 'وقال كلمة.', cue: وقال}]}\n")}
			text := "عاد الناس. وقال " + strings.Repeat("كلمة، ", 40) + ". كلمة: كلمة، : كلمة"
			got, err := extractor(t, grammar(t, "", file)).Extract(text)
			var failed *patterns.RuleError
			if !errors.As(err, &failed) || got != nil {
				t.Fatalf("got %v, %v", got, err)
			}
			if failed.Rule != "own.bad" || failed.File != "own.yaml" || failed.Line != 2 || failed.Offset != strings.Index(text, "وقال") || failed.Unwrap() == nil {
				t.Errorf("got %+v", failed)
			}
		})
	}
}
