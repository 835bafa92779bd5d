package quotes_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
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
//   - no-break spaces for several spaces, or more spaces beside a no-break one: on pages
//     some of them together stand for a line break;
//   - “ ” for « » in a text where these don't pair up, or that has other marks
//     beside them: “ also closes what “ opens, and " does, as « doesn't;
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
			if !promised(change, text) {
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

// promised reports whether a change of its spelling leaves the statements of text the
// same, see FuzzSpelling.
func promised(change, text string) bool {
	switch change {
	case "guillemets":
		return !strings.ContainsAny(text, "“”„‟‹›‘’‚″＂\"'`<>()《》〈〉") && paired(text)
	case "NFC", "NFD":
		return norm.NFC.IsNormalString(text)
	case "no-break":
		return !crowds(text, ' ') && !crowds(text, '\u00a0')
	case "wide":
		return !crowds(text, '\u00a0')
	case "bare hamza", "yaa":
		return false
	}
	return true
}

// crowds reports whether a space, as it is given, stands beside other white space but a
// line break.
func crowds(text string, space rune) bool {
	breaks := func(r rune) bool { return strings.ContainsRune("\r\n\u2028\u2029", r) }
	var last rune
	for _, r := range text {
		if r == space && unicode.IsSpace(last) && !breaks(last) || last == space && unicode.IsSpace(r) && !breaks(r) {
			return true
		}
		last = r
	}
	return false
}

// paired reports whether every « has its » on its line, and none stands in another.
func paired(text string) bool {
	open := false
	for _, r := range text {
		switch {
		case r == '«' && open, r == '»' && !open, (r == '\n' || r == '\r') && open:
			return false
		case r == '«' || r == '»':
			open = r == '«'
		}
	}
	return !open
}

// FuzzJoined puts any text behind any other: what the first says stays, see
// contained. Nothing is promised of bytes that are no UTF-8, nor where the second text
// changes what marks of the first mean: by closing a quotation that nothing closed, by
// marking the same words, for that tells a name from speech, or by a dash at its
// begin, behind which the last quotation may be signed.
func FuzzJoined(f *testing.F) {
	all := texts(f)
	for i, text := range all {
		f.Add(text, all[(i+1)%len(all)])
	}
	e := extractor(f)
	f.Fuzz(func(t *testing.T, text, other string) {
		joined := text + "\n\n" + other
		if !utf8.ValidString(text) || !slices.Equal(marked(text, len(text)), marked(joined, len(text))) || signed.MatchString(other) {
			t.Skip()
		}
		got := extract(t, e, joined)
		invariants(t, joined, got)
		contained(t, text, extract(t, e, text), got)
	})
}

var signed = regexp.MustCompile(`^\PL*[-–—•*|/●▪]`)

// marking is a marked span and whether its words recur in marks.
type marking struct {
	patterns.MarkedSpan
	again bool
}

// marked returns the marked spans of a text that open before a byte.
func marked(text string, before int) (out []marking) {
	tokens := arabic.Tokenize(text)
	count := map[string]int{}
	spans := patterns.PairMarks(tokens)
	for _, s := range spans {
		count[arabic.Fold(tokens.Slice(s.First, s.Last))]++
	}
	for _, s := range spans {
		if int(tokens.Tokens[s.Open].Start) < before {
			out = append(out, marking{s, count[arabic.Fold(tokens.Slice(s.First, s.Last))] > 1})
		}
	}
	return out
}

// contained fails the test unless the statements of an article are those that stand in
// its part of one that begins with it, in the same words and with the same cue and type.
// The name of the speaker may get fuller, lose words at its end that a later mention
// shows are none of it, change a letter where both spellings occur, or be other words
// of the same phrase: where its words or those before it recur, they tell more.
//
// Who speaks is promised of a name beside the cue. Who a title, a pronoun or a verb
// alone means is weighed with the whole text.
func contained(t *testing.T, text string, article, joined []quotes.Statement) {
	t.Helper()
	found := map[int]bool{}
	for _, want := range article {
		k := slices.IndexFunc(joined, func(s quotes.Statement) bool {
			return s.Content == want.Content && s.Cue.Span == want.Cue.Span
		})
		if k < 0 {
			t.Errorf("%q of %s is gone", want.Content.Text, want.Speaker.Name)
			continue
		}
		found[k] = true
		switch got := joined[k]; {
		case got.Type != want.Type:
			t.Errorf("%q is %s, was %s", want.Content.Text, got.Type, want.Type)
		case want.Speaker.How == speakers.ByName && got.Speaker.Mention.Start != want.Speaker.Mention.Start && !kin(got.Speaker.Name, want.Speaker.Name):
			t.Errorf("%q of %s is of %s", want.Content.Text, want.Speaker.Name, got.Speaker.Name)
		}
	}
	for k, s := range joined {
		if !found[k] && s.Content.Start < len(text) {
			t.Errorf("%q of %s is new", s.Content.Text, s.Speaker.Name)
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
