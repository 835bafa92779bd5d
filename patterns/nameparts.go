package patterns

import "strings"

// nameParts tells the parts of names from the particles and verbs that are
// spelled like them: فان بيرسي, أم كلثوم, نعمت زاده.
func (s *Scan) nameParts() {
	for i := 1; i < len(s.Units); i++ {
		c, next := s.Units[i].Class, Break // the end of the text is as the end of a paragraph
		if i+1 < len(s.Units) {
			next = s.Units[i+1].Class
		}
		switch prev := s.Units[i-1].Class; {
		case c.Any(NameLink) && c.Any(An|Function) && !c.Any(Name):
			const particle = An | Function | Conj | WithPronoun
			names := next.Any(Name) || next&^unknownWord == 0 && next.Any(Word) && !next.Any(Article)
			if c.Any(An) {
				names = names && !spelledWithHamza(s.Text.Letters(s.Units[i].First)) && (prev.Any(Verb|Name|Title|Nisba) || prev.Any(Word) && prev&^unknownWord == 0)
			} else {
				names = next.Any(Name) && !prev.Any(Name)
			}
			if names {
				s.Units[i].Class = c &^ particle
			} else {
				s.Units[i].Class = c &^ NameLink
			}
		case c.Has(Verb|WithPronoun) && !c.Any(Conj) && prev.Any(Name) && !prev.Any(Common|Title|Organization):
			s.Units[i].Class = Word // زاد has no object behind a name
		}
	}
}

// unknownWord are the classes of a word that the lexicon does not have.
const unknownWord = Word | Prep | PrepLi | WithPronoun

// spelledWithHamza reports whether a particle is written as such: فإن.
func spelledWithHamza(word string) bool { return strings.ContainsAny(word, "أإ") }
