package patterns

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// spansOf writes the marked spans of a text as their words; "…" stands behind
// one whose closing mark is missing, "↓" behind one that the next paragraph
// goes on with.
func spansOf(x *arabic.Text) []string {
	out := []string{}
	for _, sp := range PairMarks(x) {
		s := x.Slice(sp.First, sp.Last)
		switch {
		case sp.Continues:
			s += "↓"
		case !sp.Closed:
			s += "…"
		}
		out = append(out, s)
	}
	return out
}

func TestPairMarks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"none", "قال إن الطريق مفتوح.", []string{}},
		{"round brackets only", "قال (سنعود) ثم مضى.", []string{}},

		{"guillemets", "قال «سنعود غدا» ثم مضى", []string{"سنعود غدا"}},
		{"curly", "قال “سنعود غدا” ثم مضى", []string{"سنعود غدا"}},
		{"straight", `قال "سنعود غدا" ثم مضى`, []string{"سنعود غدا"}},
		{"single guillemets", "قال ‹سنعود غدا› ثم مضى", []string{"سنعود غدا"}},
		{"single curly", "قال ‘سنعود غدا’ ثم مضى", []string{"سنعود غدا"}},
		{"low and high", "قال „سنعود غدا“ ثم مضى", []string{"سنعود غدا"}},
		{"single low and high", "قال ‚سنعود غدا‘ ثم مضى", []string{"سنعود غدا"}},
		{"double brackets", "قال ((سنعود غدا)) ثم مضى", []string{"سنعود غدا"}},
		{"double angles", "قال <<سنعود غدا>> ثم مضى", []string{"سنعود غدا"}},
		{"double apostrophes", "قال ''سنعود غدا'' ثم مضى", []string{"سنعود غدا"}},

		{"several", "قال «نعم». وقال «لا». وقال “ربما”.", []string{"نعم", "لا", "ربما"}},
		{"several straight", `قال "نعم" و"لا" و"ربما" أمس`, []string{"نعم", "لا", "ربما"}},
		{"behind a proclitic", "وصفه بـ«الخطر الداهم» أمس", []string{"الخطر الداهم"}},
		{"straight behind a proclitic", `وصفه ب"الخطر الداهم" أمس`, []string{"الخطر الداهم"}},
		{"empty", "كتب «» ثم مضى", []string{""}},
		{"stop inside", "قال «سنعود. لن ننسى.» ثم مضى", []string{"سنعود. لن ننسى."}},

		{"brackets inside", "قال «إن (النادي) باق» ثم", []string{"إن (النادي) باق"}},
		{"curly inside guillemets", "قال «قرأت “المنار” أمس» ثم", []string{"قرأت “المنار” أمس"}},
		{"guillemets inside guillemets", "قال «قرأت «المنار» أمس» ثم", []string{"قرأت «المنار» أمس"}},
		{"guillemets inside curly", "قال “قرأت «المنار» أمس” ثم", []string{"قرأت «المنار» أمس"}},
		{"guillemets inside straight", `قال "قرأت «المنار» أمس" ثم`, []string{"قرأت «المنار» أمس"}},
		{"straight inside guillemets", `قال «قرأت "المنار" أمس» ثم`, []string{`قرأت "المنار" أمس`}},
		{"guillemets inside double brackets", "قال ((قرأت «المنار» أمس)) ثم", []string{"قرأت «المنار» أمس"}},
		{"double brackets inside guillemets", "قال «قرأت ((المنار)) أمس» ثم", []string{"قرأت ((المنار)) أمس"}},
		{"three deep", "قال «كتب «أن «المنار» عاد» أمس» ثم", []string{"كتب «أن «المنار» عاد» أمس"}},

		{"reopened paragraphs", "قال «سنعود.\n«ولن ننسى.\n«انتهى الأمر». ثم مضى", []string{"سنعود.↓", "ولن ننسى.↓", "انتهى الأمر"}},
		{"reopened behind a blank line", "قال «سنعود.\n\n«ولن ننسى». ثم", []string{"سنعود.↓", "ولن ننسى"}},
		{"reopened curly", "قال “سنعود.\n“ولن ننسى”. ثم", []string{"سنعود.↓", "ولن ننسى"}},
		{"closed in a later paragraph", "قال «سنعود.\nولن ننسى». ثم", []string{"سنعود.\nولن ننسى"}},
		{"curly closed in a later paragraph", "قال “سنعود.\nولن ننسى”. ثم قال «نعم».", []string{"سنعود.\nولن ننسى", "نعم"}},

		{"surplus straight mark, last", `قال "نعم" ثم مضى. وزاد "ربما. وذهب الجميع.` + "\n" + `وأكد "لن ننسى" أمس.`, []string{"نعم", "ربما…", "لن ننسى"}},
		{"surplus straight mark, alone", `قال "نعم ثم مضى.` + "\n" + `وأكد "لن ننسى" أمس.`, []string{"نعم ثم مضى…", "لن ننسى"}},
		{"one surplus, one missing", `مضى". وقال: "نعم". وأضاف: "ربما". وأكد "لا. ثم عاد.`, []string{"نعم", "ربما", "لا…"}},
		{"missing before another straight", `قال: "نعم. وأكد المدير، وقال: "ربما" ثم مضى`, []string{"نعم…", "ربما"}},
		{"names inside straight", `قال: "عاد "النجم" إلى "المنار" أمس". وأضاف: "لن ينسى "النجم" أحد".`,
			[]string{"عاد", "إلى", "أمس", "لن ينسى", "أحد"}},
		{"surplus closing straight mark", `قال "نعم" ثم مضى" وعاد. وأكد "لا" أمس.`, []string{"نعم", "لا"}},
		{"surplus straight mark between spaces", `قال "نعم" ثم " مضى. وأكد "لا" أمس.`, []string{"نعم", "لا"}},

		{"opened, never closed", "قال «سنعود غدا. وذهب الجميع. وهدأ الشارع.", []string{"سنعود غدا…"}},
		{"opened, the next paragraph has its own", "قال «سنعود غدا. وذهب الجميع.\nوفي تونس هدوء.\nوأكد «لن ننسى» أمس.", []string{"سنعود غدا…", "لن ننسى"}},
		{"opened by double brackets", "قال ((سنعود غدا. وذهب الجميع.", []string{"سنعود غدا…"}},
		{"opened at the end", "قال «", []string{"…"}},
		{"surplus closing", "قال سنعود» ثم مضى. وأكد «لا» أمس.", []string{"لا"}},
		{"single mark without a partner", "قال ‘سنعود ثم مضى. وأكد «لا» أمس.", []string{"لا"}},

		{"reversed guillemets", "قال »سنعود غدا« ثم مضى", []string{"سنعود غدا"}},
		{"reversed curly", "قال ”سنعود غدا“ ثم مضى", []string{"سنعود غدا"}},
		{"one sign for both", "قال ”سنعود غدا” ثم “لن ننسى“ أمس", []string{"سنعود غدا", "لن ننسى"}},
		{"one guillemet for both", "قال «سنعود غدا «، ثم «لن ننسى» أمس", []string{"سنعود غدا", "لن ننسى"}},
		{"behind a colon, spaced", "قال:” سنعود غدا“ وزاد:” لن ننسى“.", []string{"سنعود غدا", "لن ننسى"}},
		{"missing before another", "قال إن «الطريق مفتوح وأضاف، أن «الجسر مغلق» أمس.", []string{"الطريق مفتوح وأضاف…", "الجسر مغلق"}},
		{"ellipsis first", `قال "...سنعود" ثم مضى`, []string{"...سنعود"}},
		{"closed by a straight mark", `قال “سنعود غدا" ثم مضى`, []string{"سنعود غدا"}},

		{"spaces inside", "قال « سنعود غدا » ثم مضى", []string{"سنعود غدا"}},
		{"spaces inside straight", `قال " سنعود غدا " ثم مضى`, []string{"سنعود غدا"}},
		{"spaces inside curly", "قال “ سنعود غدا ” ثم “ لا ” أمس", []string{"سنعود غدا", "لا"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := arabic.Tokenize(tt.in)
			if diff := cmp.Diff(tt.want, spansOf(x)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.in, diff)
			}
			if err := checkSpans(x, PairMarks(x)); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestPairMarksFar: a closing mark beyond the limit ends nothing.
func TestPairMarksFar(t *testing.T) {
	far := "قال «سنعود غدا. وذهب الجميع.\n" + strings.Repeat("كلام كثير.\n", crossLimit) + "وعاد» أمس."
	if diff := cmp.Diff([]string{"سنعود غدا…"}, spansOf(arabic.Tokenize(far))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPairMarksManyStraight: a surplus mark behind many others costs none of them.
func TestPairMarksManyStraight(t *testing.T) {
	const n = 300
	got := spansOf(arabic.Tokenize(strings.Repeat(`قال "نعم" ثم `, n) + `"وعاد.`))
	if len(got) != n+1 {
		t.Fatalf("%d spans, want %d", len(got), n+1)
	}
	for i, s := range got[:n] {
		if s != "نعم" {
			t.Fatalf("span %d is %q", i, s)
		}
	}
}

// checkSpans holds spans to what every caller relies on.
func checkSpans(x *arabic.Text, spans []MarkedSpan) error {
	free := 0
	for k, sp := range spans {
		switch {
		case sp.Open < free:
			return fmt.Errorf("span %d opens at %d, before %d where the last ends", k, sp.Open, free)
		case sp.Open >= sp.First || sp.First > sp.Last || sp.Last > sp.Close || sp.Close > len(x.Tokens) || !breaks(x, sp.Open+1, sp.First) || !breaks(x, sp.Last, sp.Close):
			return fmt.Errorf("span %d of %d tokens: %+v", k, len(x.Tokens), sp)
		case x.Tokens[sp.Open].Kind != arabic.Mark:
			return fmt.Errorf("span %d opens with %q", k, x.Slice(sp.Open, sp.Open+1))
		case sp.Closed && (sp.Continues || sp.Close >= len(x.Tokens) || x.Tokens[sp.Close].Kind != arabic.Mark):
			return fmt.Errorf("span %d is closed by no mark: %+v", k, sp)
		case sp.Continues && (sp.Close >= len(x.Tokens) || x.Tokens[sp.Close].Kind != arabic.Newline):
			return fmt.Errorf("span %d goes on, but does not end its paragraph: %+v", k, sp)
		}
		for i := sp.First; i < sp.Last && !sp.Closed; i++ {
			if x.Tokens[i].Kind == arabic.Newline {
				return fmt.Errorf("span %d has no closing mark and leaves its paragraph: %+v", k, sp)
			}
		}
		if free = sp.Close; sp.Closed {
			free++
		}
	}
	return nil
}

// breaks reports whether the tokens from start to end are line breaks.
func breaks(x *arabic.Text, start, end int) bool {
	for i := start; i < end; i++ {
		if x.Tokens[i].Kind != arabic.Newline {
			return false
		}
	}
	return true
}

func FuzzPairMarks(f *testing.F) {
	for _, s := range []string{
		"", "قال «نعم».", `قال "نعم" و"لا`, "«أ «ب» ج", "»أ« ”ب“ “ج“", "«أ.\n«ب.\n«ج»", "“أ.\nب”", "((أ)) <<ب>> ''ج''",
		"‹أ› ‘ب’ „ج“ ‚د‘", "«", "«»", "\n«\n", "«\n»", "«\nأ\n»", `"""`, `«"» "«"`, "“أ\" ب”", "« أ . ب »",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		x := arabic.Tokenize(s)
		if err := checkSpans(x, PairMarks(x)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}
