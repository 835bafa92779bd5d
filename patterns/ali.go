package patterns

import (
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// How a text spells على and إلى up to the end of a paragraph. Where it writes them
// with ى, علي is the name; where it has neither, beside another name or a title.
const (
	alaUnmet = iota
	alaWithYa
	alaWithAlef
)

// spellsAla returns what token i shows of that.
func spellsAla(t *arabic.Text, i int) int {
	k := t.Key(i)
	switch {
	case len(k) > len("والي") || !strings.HasSuffix(k, "لي"):
	case !strings.HasSuffix(t.Letters(i), "ى"):
		if k == "الي" || k == "والي" {
			return alaWithYa
		}
	case strings.HasSuffix(k, "علي"), strings.HasSuffix(k, "الي"):
		return alaWithAlef
	}
	return alaUnmet
}

// isAli reports whether token i, which may be على, is the name علي.
func (s *Scan) isAli(i, ala int) bool {
	w := s.Text.Letters(i)
	return (ala == alaWithAlef || ala == alaUnmet && s.besideName(i)) && (strings.HasSuffix(w, "علي") || strings.HasSuffix(w, "علی"))
}

// besideName reports whether a name stands on either side of token i, whose unit is
// the next, or a title before it.
func (s *Scan) besideName(i int) bool {
	return len(s.Units) > 0 && s.Units[len(s.Units)-1].Class.Any(Name|NameLink|Title|Honorific) ||
		i+1 < len(s.words) && s.words[i+1].class.Any(Name|NameLink)
}
