package quotes_test

import (
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/quotes"
)

func TestSentence(t *testing.T) {
	long := strings.Repeat("في المدينة القديمة ", 200)
	for _, tt := range []struct{ text, want string }{
		{"بدأ العمل أمس. قال الوزير إن العمل مستمر. وانصرف.", "قال الوزير إن العمل مستمر."},
		{"عنوان بلا نقطة\nقال الوزير: «لن نقف. سنمضي».\nخاتمة", "قال الوزير: «لن نقف. سنمضي»."},
		{"قال الوزير إن العمل مستمر", "قال الوزير إن العمل مستمر"},
	} {
		all := quotes.Extract(tt.text)
		if len(all) != 1 || all[0].Sentence.Text != tt.want {
			t.Errorf("%q: %+v, expected the sentence %q", tt.text, all, tt.want)
		}
	}
	all := quotes.Extract(long + "قال الوزير: «لن نترك أرضنا مهما حدث» " + long)
	if len(all) != 1 {
		t.Fatalf("%d statements", len(all))
	}
	s := all[0]
	if before, after := s.Cue.Start-s.Sentence.Start, s.Sentence.End-s.Content.End; before < 700 || before > 800 || after < 700 || after > 800 {
		t.Errorf("%d bytes before and %d behind in a sentence without end", before, after)
	}
	// signs on the letters don't count, but for very many
	for signs, most := range map[int]int{2: 2400, 1000: 32_000} {
		marked := quotes.Extract(behind(s.Sentence.Text, strings.Repeat("\u064e", signs)) + behind(long, "\u064e"))
		if len(marked) != 1 {
			t.Fatalf("%d statements", len(marked))
		}
		m := marked[0]
		if before := m.Cue.Start - m.Sentence.Start; before > most || signs == 2 && m.Sentence.Start != 0 {
			t.Errorf("%d signs: %d bytes before in a sentence without end", signs, before)
		}
	}
}
