package quotes_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// texts are what fuzzing starts from: the articles in testdata, in pieces that
// it can mutate quickly, and the sentences of the tests.
func texts(f *testing.F) []string {
	var out []string
	for _, text := range articles(f) {
		for len(text) > 0 {
			n := min(len(text), 700)
			for n < len(text) && !utf8.RuneStart(text[n]) {
				n++
			}
			out = append(out, text[:n])
			text = text[n:]
		}
	}
	for _, group := range constructions {
		for _, c := range group.cases {
			out = append(out, c.text)
		}
	}
	slices.Sort(out)
	return out
}

// FuzzExtract checks the invariants on any text.
func FuzzExtract(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	e := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		got := extract(t, e, text)
		invariants(t, text, got)
		if again := extract(t, e, text); !reflect.DeepEqual(again, got) {
			t.Fatalf("a second time: %s", describe(again))
		}
	})
}

// FuzzSpelling changes the spelling of any text and expects the same statements.
// Not promised:
//   - anything of bytes that are no UTF-8;
//   - « » for “ ” in a text that has other marks beside « »: a mark of another
//     kind may close what one opens, and then it matters which is which;
//   - NFD for a text that is not in NFC: some code points have a canonical form that
//     is another sign (U+2329 is no quotation mark, U+3008 is).
func FuzzSpelling(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	e := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		all := extract(t, e, text)
		want := placed(text, all)
		for change, respell := range spellings {
			switch {
			case change == "guillemets" && strings.ContainsAny(text, "“”„‟‹›‘’‚″＂\"'`<(《》〈〉"):
				continue
			case strings.HasPrefix(change, "NF") && !norm.NFC.IsNormalString(text):
				continue
			case change == "bare hamza", change == "yaa":
				continue
			}
			changed := respell(text)
			if changed == text {
				continue
			}
			got := extract(t, e, changed)
			invariants(t, changed, got)
			if diff := cmp.Diff(want, placed(changed, got)); diff != "" {
				t.Errorf("%s of %q (-want +got)\n%s", change, text, diff)
			}
		}
	})
}

// FuzzJoined puts any text behind any other. Nothing is promised of a text with a
// quotation that nothing closes: what comes behind it may close it.
func FuzzJoined(f *testing.F) {
	all := texts(f)
	for i, text := range all {
		f.Add(text, all[(i+1)%len(all)])
	}
	e := extractor(f)
	f.Fuzz(func(t *testing.T, text, other string) {
		for _, s := range patterns.PairMarks(arabic.Tokenize(text)) {
			if !s.Closed {
				t.Skip()
			}
		}
		joined := text + "\n\n" + other
		got := extract(t, e, joined)
		invariants(t, joined, got)
		contained(t, extract(t, e, text), got)
	})
}

// contained fails the test unless all statements of an article stand among those
// of one that begins with it.
func contained(t *testing.T, article, joined []quotes.Statement) {
	t.Helper()
	for _, want := range article {
		k := slices.IndexFunc(joined, func(s quotes.Statement) bool {
			return s.Content == want.Content && s.Cue.Span == want.Cue.Span
		})
		if k < 0 {
			t.Errorf("%q is gone", want.Content.Text)
			continue
		}
		got := joined[k]
		if got.Type != want.Type && got.Speaker.Name == want.Speaker.Name {
			t.Errorf("%q of %s is %s, was %s", want.Content.Text, want.Speaker.Name, got.Type, want.Type)
		}
		if s := got.Speaker; want.Speaker.How == speakers.ByName && !fuller(s.Name, want.Speaker.Name) {
			t.Errorf("%q is of %q, was of %q", want.Content.Text, s.Name, want.Speaker.Name)
		}
	}
}

func extract(t *testing.T, e *quotes.Extractor, text string) []quotes.Statement {
	t.Helper()
	got, err := e.Extract(text)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
