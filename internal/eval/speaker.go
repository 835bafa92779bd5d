package eval

import (
	"slices"
	"strings"
	"unicode"
)

const (
	sameRatio = 0.85 // spellings at this ratio or more are the same name
	maxTitles = 5    // words of title allowed in front of a name
)

// particles are parts of many names and so identify no one.
var particles = []string{"بن", "ابن", "ال", "عبد", "ابو"}

// SpeakerRight tells whether name is one of the forms that name the entity, alone or behind
// at most five words of title. A person is named only by forms that share a word with the
// person's name; a bare title is not enough.
func SpeakerRight(name string, e Entity) bool {
	n := norm(name)
	if n == "" {
		return false
	}
	words := strings.Fields(n)
	for _, f := range namingForms(e) {
		if n == f || ratio([]rune(n), []rune(f)) >= sameRatio {
			return true
		}
		tail := strings.Fields(f)
		titles := len(words) - len(tail)
		if len(tail) > 0 && titles >= 0 && titles <= maxTitles && slices.Equal(words[titles:], tail) {
			return true
		}
	}
	return false
}

// namingForms are the normalised name and aliases that identify e.
func namingForms(e Entity) []string {
	forms := []string{norm(e.Name)}
	for _, a := range e.Aliases {
		forms = append(forms, norm(a))
	}
	if e.Kind != "person" {
		return forms
	}
	name := slices.DeleteFunc(strings.Fields(forms[0]), func(w string) bool {
		return slices.Contains(particles, w)
	})
	var naming []string
	for _, f := range forms {
		if slices.ContainsFunc(strings.Fields(f), func(w string) bool { return slices.Contains(name, w) }) {
			naming = append(naming, f)
		}
	}
	if naming == nil {
		return forms
	}
	return naming
}

// norm drops diacritics, tatweel and direction marks, folds letters that are spelled loosely,
// and joins the words that are left by single spaces.
func norm(s string) string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case r >= 0x610 && r <= 0x61a, r >= 0x64b && r <= 0x65f, r == 0x670, r >= 0x6d6 && r <= 0x6ed,
			r == 0x640, r >= 0x200c && r <= 0x200f, r >= 0x202a && r <= 0x202e:
			return -1
		}
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى', 'ی', 'ئ':
			return 'ي'
		case 'ک':
			return 'ك'
		case 'ة':
			return 'ه'
		case 'ؤ':
			return 'و'
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return !isWord(r) }), " ")
}

// isWord is \w of Python's re on text: letters, numbers of every kind and the underscore, but
// no combining marks. RE2's \w knows ASCII only.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_'
}

// SameSpelling tells whether two words are the same name, small differences of spelling forgiven.
func SameSpelling(a, b string) bool {
	return a == b || len(a) > 3*len("و") && ratio([]rune(norm(a)), []rune(norm(b))) >= sameRatio
}
