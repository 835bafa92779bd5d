package patterns

import "testing"

func TestNameParts(t *testing.T) {
	for _, c := range []struct {
		text       string
		unit       int
		has, lacks Class
	}{
		{"وقال روبن فان دورست إن المباراة صعبة.", 2, NameLink, An},
		{"وقال فان دورست إن المباراة صعبة.", 1, NameLink, An},
		{"وقال المدرب روبن فإن المباراة صعبة.", 3, An, NameLink},
		{"وبذلك فان الشركة خسرت.", 1, An, NameLink},
		{"وكانت أم كلثوم تغني.", 1, NameLink, Function},
		{"ولا يعرف هل سافر أم عاد.", 4, Function, NameLink},
		{"وأكد نعمت زاده أنه سيرحل.", 2, Word, Verb},
		{"وقالت روتانا إن الحفل تأجل.", 1, Word, TakesQuote | TakesAn},
	} {
		s := DefaultGrammar().Scan(c.text)
		if got := s.Units[c.unit].Class; !got.Has(c.has) || got.Any(c.lacks) {
			t.Errorf("%s: %s is %v, expected %v and nothing of %v", c.text, s.Slice(c.unit, c.unit+1), got, c.has, c.lacks)
		}
	}
}
