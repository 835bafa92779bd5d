package patterns

import "strings"

// Look-up of a spelling with its clitics: the lexicon lists words without
// them; و and ف, ب ل ك, ال and attached pronouns are taken off here.

const (
	// nominal are the classes a word keeps behind ال or a preposition.
	nominal = Word | Noun | TakesQuote | TakesAn |
		FalseAn | WithPronoun | Turn | Time | Quoting | Title | Organization | Anonymous | Document |
		Honorific | Name | MaybeName | NameLink | Place | Nisba | Common | Names | Media | Function | Quantity | TitleLink | Article | Relative | Ma | Latter
	// behindArticle are the classes a word keeps behind ال alone.
	behindArticle = nominal &^ (Function | Name | NameLink | Relative | Ma)
)

// clitic is what was taken off a spelling.
type clitic uint8

const (
	cConj clitic = 1 << iota
	cPrep
	cLi
	cArticle
	cPronoun
	cliticEnd
)

// derive returns the classes of an entry's word with clitics.
func derive(c Class, k clitic) Class {
	if k&cPronoun != 0 {
		c &= Verb | AnyVerb | takesMask | nominal
		c |= WithPronoun
	}
	if k&cArticle != 0 {
		c = c&behindArticle | Article
	}
	if k&(cPrep|cLi) != 0 {
		c &= nominal
		if k&cLi != 0 {
			c |= PrepLi
		} else {
			c |= Prep
		}
	}
	if k&cConj != 0 {
		c |= Conj
	}
	return c
}

const takesMask = TakesQuote | TakesAn | TakesPhrase | Conveys

// Lookup returns the classes of the folded key and the entry they come from,
// nil for an unknown word.
func (l *Lexicon) Lookup(key []byte) (Class, *Entry) {
	if e := l.words[string(key)]; e != nil {
		if hasPrefix(key, "و") && !e.Class.Any(Verb) {
			if rest := l.words[string(key[2:])]; rest != nil && rest.Class.Any(Verb) {
				return e.Class | rest.Class | Conj, rest // ورد: وَرَدَ or و with ردّ
			}
		}
		return l.exact(key, e), e
	}
	if c, e := l.lookupNominal(key, 0); e != nil {
		return c, e
	}
	var k clitic
	rest := key
	if len(key) > 4 && (hasPrefix(key, "و") || hasPrefix(key, "ف")) {
		k, rest = cConj, key[2:]
		if e := l.words[string(rest)]; e != nil && (hasPrefix(key, "و") || e.Class.Any(afterFa)) {
			return l.exact(rest, e) | Conj, e
		}
		if hasPrefix(key, "و") || hasPrefix(rest, "ال") {
			if c, e := l.lookupNominal(rest, k); e != nil {
				return c, e
			}
		} else {
			k, rest = 0, key
		}
	}
	if c, e := l.lookupInflected(rest, k); e != nil {
		return c, e
	}
	if e := l.lookupVerb(rest); e != nil {
		return Word | AnyVerb | derive(0, k), e
	}
	// An unknown word may still show ال or لل.
	c := Word
	switch {
	case len(key) <= 6:
	case hasPrefix(key, "ال"):
		c |= Article
	case hasPrefix(rest, "ال"):
		c |= Article | Conj
	case hasPrefix(key, "لل"):
		c |= Article | PrepLi
	case hasPrefix(key, "م") && len(key) >= 10 && hasPrefix(key[len(key)-2:], "ا"):
		c |= Adverb // مشبها: an indefinite accusative participle
	case hasPrefix(key, "باست"), hasPrefix(key, "لاست"):
		c |= Prep
	case hasPrefix(key, "بال"), hasPrefix(key, "كال"):
		c |= Article | Prep
	case hasPrefix(rest, "بال"), hasPrefix(rest, "كال"):
		c |= Article | Prep | Conj
	case hasPrefix(rest, "لل"):
		c |= Article | PrepLi | Conj
	}
	return c, nil
}

// afterFa are the classes of words that ف stands before; before an indefinite
// noun it is the first letter of a name more often.
const afterFa = Verb | AnyVerb | Function | Participle | Source

// exact returns the classes of a spelling that the lexicon lists as it is. One
// with ال may be a family name and a title or an adjective: الأمين، التركي.
func (l *Lexicon) exact(key []byte, e *Entry) Class {
	c := e.Class
	if hasPrefix(key, "ال") && len(key) > 6 {
		c |= Article
		if base := l.words[string(key[4:])]; base != nil {
			c |= base.Class & (headClasses | Nisba)
		}
	}
	return c
}

// headClasses are those of words that head the phrase of a source.
const headClasses = Title | Organization | Anonymous | Document | Honorific

// lookupNominal takes ال, prepositions and pronouns off key.
func (l *Lexicon) lookupNominal(key []byte, k clitic) (Class, *Entry) {
	try := func(rest []byte, k clitic) (Class, *Entry) {
		if len(rest) < 4 {
			return 0, nil
		}
		if e := l.words[string(rest)]; e != nil {
			c := derive(e.Class, k)
			if c&^(Word|Conj|Prep|PrepLi|Article|WithPronoun) != 0 {
				return c, e
			}
		}
		return 0, nil
	}
	if hasPrefix(key, "ال") {
		return try(key[4:], k|cArticle)
	}
	if hasPrefix(key, "لل") {
		if c, e := try(key[4:], k|cLi|cArticle); e != nil {
			return c, e
		}
	}
	if len(key) == 6 && hasPrefix(key, "ل") { // لبي بي سي
		if e := l.words[string(key[2:])]; e != nil && e.Class.Any(Media) {
			return derive(e.Class, k|cLi), e
		}
	}
	if len(key) > 6 {
		prep := clitic(0)
		switch {
		case hasPrefix(key, "ل"):
			prep = cLi
		case hasPrefix(key, "ب"), hasPrefix(key, "ك"):
			prep = cPrep
		}
		if prep != 0 {
			rest := key[2:]
			if e := l.words[string(rest)]; e != nil && !e.Class.Any(An|Resume) { // بلان is not ب with لأن
				c := derive(e.Class, k|prep)
				if hasPrefix(rest, "ال") {
					return c | Article, e
				}
				if c&^(Word|Conj|Prep|PrepLi|MaybeName) != 0 && !hasPrefix(key, "ك") {
					return c, e
				}
			}
			if hasPrefix(rest, "ال") {
				if c, e := try(rest[4:], k|prep|cArticle); e != nil {
					return c, e
				}
			}
			if c, e := l.lookupPronoun(rest, k|prep); e != nil {
				return c, e
			}
		}
	}
	return l.lookupPronoun(key, k)
}

// lookupPronoun takes an attached pronoun off key: وزيرها، وزارته، وصفه.
func (l *Lexicon) lookupPronoun(key []byte, k clitic) (Class, *Entry) {
	for _, p := range [...]string{"هما", "ها", "هم", "نا", "ه"} {
		if len(key) < len(p)+6 || string(key[len(key)-len(p):]) != p {
			continue
		}
		stem := key[:len(key)-len(p)]
		if e := l.words[string(stem)]; e != nil && e.Class.Any(Verb|AnyVerb|Noun|Title|Organization|Anonymous|Document|Common) {
			if p == "نا" {
				return derive(e.Class&^(Verb|AnyVerb), k|cPronoun), e
			}
			return derive(e.Class, k|cPronoun), e
		}
		if t, ok := cutSuffix(stem, "ت"); ok { // ة before a pronoun
			buf := append(append(make([]byte, 0, 48), t...), "ه"...)
			if e := l.words[string(buf)]; e != nil && e.Class.Any(Noun|Title|Organization|Document|Common) {
				return derive(e.Class&^(Verb|AnyVerb), k|cPronoun), e
			}
		}
	}
	return 0, nil
}

// lookupVerb finds another form of a verb that reports nothing: سيزور by يزور,
// يراوح by تراوح, سارعت by سارع.
func (l *Lexicon) lookupVerb(key []byte) *Entry {
	buf := make([]byte, 0, 64)
	is := func(parts ...string) *Entry {
		buf = buf[:0]
		for _, p := range parts {
			buf = append(buf, p...)
		}
		if len(buf) < 6 {
			return nil
		}
		if e := l.words[string(buf)]; e != nil && e.Class.Any(AnyVerb) && !e.Class.Any(Function|Name|Title|Organization|Place) {
			return e
		}
		return nil
	}
	word := string(key)
	if w, ok := strings.CutPrefix(word, "س"); ok && (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) {
		if e := is(w); e != nil {
			return e
		}
		word = w
	}
	stem := word
	for _, suffix := range [...]string{"", "تها", "وا", "ون", "تا", "ان", "ها", "هم", "ه", "ت", "ا"} {
		var ok bool
		if stem, ok = strings.CutSuffix(word, suffix); !ok || len(stem) < 6 {
			continue
		}
		if suffix != "" {
			if e := is(stem); e != nil {
				return e
			}
		}
		for _, x := range [...]string{"ي", "ت"} {
			if rest, ok := strings.CutPrefix(stem, x); ok {
				for _, y := range [...]string{"ي", "ت"} {
					if e := is(y, rest); e != nil {
						return e
					}
				}
			}
		}
	}
	return nil
}

// inflected are the classes whose feminine and plural forms are derived.
const inflected = Title | Honorific | Nisba | Anonymous | Media

// lookupInflected takes the endings of the feminine, dual and plural off key,
// with ال and a preposition before them.
func (l *Lexicon) lookupInflected(key []byte, k clitic) (Class, *Entry) {
	switch {
	case hasPrefix(key, "لل") && len(key) > 8:
		key, k = key[4:], k|cLi|cArticle
	case hasPrefix(key, "بال") && len(key) > 10:
		key, k = key[6:], k|cPrep|cArticle
	case hasPrefix(key, "ال") && len(key) > 8:
		key, k = key[4:], k|cArticle
	}
	for _, suffix := range [...]string{"تان", "تين", "ات", "ون", "ين", "ان", "ه", "ا"} {
		if stem, ok := cutSuffix(key, suffix); ok && len(stem) >= 6 {
			if e := l.words[string(stem)]; e != nil && e.Class.Any(inflected) {
				return derive(e.Class&(inflected|Word), k), e
			}
		}
	}
	return 0, nil
}

func hasPrefix(b []byte, p string) bool { return len(b) >= len(p) && string(b[:len(p)]) == p }

func cutSuffix(b []byte, s string) ([]byte, bool) {
	if len(b) < len(s) || string(b[len(b)-len(s):]) != s {
		return b, false
	}
	return b[:len(b)-len(s)], true
}

// classSets returns every class set that Lookup can return.
func (l *Lexicon) classSets() map[Class]bool {
	base := map[Class]bool{Word: true}
	for key, e := range l.words {
		base[e.Class&^(Verb|AnyVerb|Participle)] = true
		base[e.Class|Adverb] = true
		base[e.Class&^Verb|AnyVerb] = true
		if rest := l.words[strings.TrimPrefix(key, "و")]; rest != nil {
			base[e.Class|rest.Class] = true
			base[(e.Class|rest.Class)&^Verb] = true
		}
		if strings.HasPrefix(key, "ال") {
			base[l.exact([]byte(key), e)] = true
		}
		base[e.Class] = true
		base[e.Class&(inflected|Word)] = true
		base[e.Class&^(Verb|AnyVerb)] = true
	}
	base[Word|Name] = true
	base[Word|AnyVerb] = true
	base[Word|Adverb] = true
	all := map[Class]bool{}
	for c := range base {
		for k := clitic(0); k < cliticEnd; k++ {
			d := derive(c, k)
			all[d] = true
			all[d|Article] = true
		}
	}
	return all
}
