package patterns

import (
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

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
	if k&(cPronoun|cPrep) != 0 && !c.Any(Verb|Participle|Noun) {
		c &^= takesMask
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
	w := l.word(l.remembers(), arabic.Code(string(key)), string(key))
	return w.class, w.entry
}

// word returns what the lexicon, which m remembers words of, says of a folded
// spelling with the given code.
func (l *Lexicon) word(m *memo, code uint64, key string) word {
	if code == 0 {
		c, e := l.analyze(key)
		return word{c, e}
	}
	w, ok := m.lookup(code)
	if !ok {
		w.class, w.entry = l.analyze(key)
		m.add(code, w)
	}
	return w
}

// wordsOf appends the words of all tokens of t to out, the zero one for tokens
// that are none. It takes them in steps of its own, for then the processor
// fetches what it remembers of many words at once.
func (l *Lexicon) wordsOf(t *arabic.Text, out []word) []word {
	const many = 64
	out = slices.Grow(out, len(t.Tokens))
	m := l.remembers()
	for start := 0; start < len(t.Tokens); start += many {
		tokens := t.Tokens[start:min(start+many, len(t.Tokens))]
		for i := range tokens {
			m.set(tokens[i].Code).version.Load()
		}
		for i := range tokens {
			var w word
			if tokens[i].Kind == arabic.Word {
				w = l.word(m, tokens[i].Code, t.Key(start+i))
			}
			out = append(out, w)
		}
	}
	return out
}

// find returns the entry of a folded spelling as it stands, or nil.
func (l *Lexicon) find(key string) *Entry {
	code := arabic.Code(key)
	switch {
	case code == 0:
		return l.others[key]
	case !l.listed.has(code):
		return nil
	}
	return l.coded.find(code)
}

// analyze finds the classes of a folded key.
func (l *Lexicon) analyze(key string) (Class, *Entry) {
	if e := l.find(key); e != nil {
		if strings.HasPrefix(key, "و") && !e.Class.Any(Verb) {
			if rest := l.find(key[2:]); rest != nil && rest.Class.Any(Verb) {
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
	if len(key) > 4 && (strings.HasPrefix(key, "و") || strings.HasPrefix(key, "ف")) {
		k, rest = cConj, key[2:]
		if e := l.find(rest); e != nil && (strings.HasPrefix(key, "و") || e.Class.Any(afterFa)) {
			return l.exact(rest, e) | Conj, e
		}
		if strings.HasPrefix(key, "و") || strings.HasPrefix(rest, "ال") {
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
	case strings.HasPrefix(key, "ال"):
		c |= Article
	case strings.HasPrefix(rest, "ال"):
		c |= Article | Conj
	case strings.HasPrefix(key, "لل"):
		c |= Article | PrepLi
	case strings.HasPrefix(key, "م") && len(key) >= 10 && strings.HasSuffix(key, "ا") && strings.IndexAny(key[2:], "اوي") != 0:
		c |= Adverb // مشبها: an indefinite accusative participle, not the name مارشينا
	case strings.HasPrefix(key, "باست"), strings.HasPrefix(key, "لاست"):
		c |= Prep
	case strings.HasPrefix(key, "بال"), strings.HasPrefix(key, "كال"):
		c |= Article | Prep
	case strings.HasPrefix(rest, "بال"), strings.HasPrefix(rest, "كال"):
		c |= Article | Prep | Conj
	case strings.HasPrefix(rest, "لل"):
		c |= Article | PrepLi | Conj
	}
	return c, nil
}

// afterFa are the classes of words that ف stands before; before an indefinite
// noun it is the first letter of a name more often.
const afterFa = Verb | AnyVerb | Function | Participle | Source

// exact returns the classes of a spelling that the lexicon lists as it is. One
// with ال may be a family name and a title or an adjective: الأمين، التركي.
func (l *Lexicon) exact(key string, e *Entry) Class {
	c := e.Class
	if strings.HasPrefix(key, "ال") && len(key) > 6 {
		c |= Article
		if base := l.find(key[4:]); base != nil {
			c |= base.Class & (headClasses | Nisba)
		}
	}
	return c
}

// headClasses are those of words that head the phrase of a source.
const headClasses = Title | Organization | Anonymous | Document | Honorific

// lookupNominal takes ال, prepositions and pronouns off key.
func (l *Lexicon) lookupNominal(key string, k clitic) (Class, *Entry) {
	try := func(rest string, k clitic) (Class, *Entry) {
		if len(rest) < 4 {
			return 0, nil
		}
		if e := l.find(rest); e != nil {
			c := derive(e.Class, k)
			if c&^(Word|Conj|Prep|PrepLi|Article|WithPronoun) != 0 {
				return c, e
			}
		}
		return 0, nil
	}
	if strings.HasPrefix(key, "ال") {
		return try(key[4:], k|cArticle)
	}
	if strings.HasPrefix(key, "لل") {
		if c, e := try(key[4:], k|cLi|cArticle); e != nil {
			return c, e
		}
	}
	if len(key) == 6 && strings.HasPrefix(key, "ل") { // لبي بي سي
		if e := l.find(key[2:]); e != nil && e.Class.Any(Media) {
			return derive(e.Class, k|cLi), e
		}
	}
	if len(key) > 6 {
		prep := clitic(0)
		switch {
		case strings.HasPrefix(key, "ل"):
			prep = cLi
		case strings.HasPrefix(key, "ب"), strings.HasPrefix(key, "ك"):
			prep = cPrep
		}
		if prep != 0 {
			rest := key[2:]
			if e := l.find(rest); e != nil && !e.Class.Any(An|Resume) { // بلان is not ب with لأن
				c := derive(e.Class, k|prep)
				if strings.HasPrefix(rest, "ال") {
					return c | Article, e
				}
				if c&^(Word|Conj|Prep|PrepLi|MaybeName) != 0 && !strings.HasPrefix(key, "ك") {
					return c, e
				}
			}
			if strings.HasPrefix(rest, "ال") {
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
func (l *Lexicon) lookupPronoun(key string, k clitic) (Class, *Entry) {
	for _, p := range [...]string{"هما", "ها", "هم", "نا", "ه"} {
		if len(key) < len(p)+6 || key[len(key)-len(p):] != p {
			continue
		}
		stem := key[:len(key)-len(p)]
		if e := l.find(stem); e != nil && e.Class.Any(Verb|AnyVerb|Noun|Title|Organization|Anonymous|Document|Common) {
			if p == "نا" {
				if c := derive(e.Class&^(Verb|AnyVerb), k|cPronoun); c.Any(nominal &^ WithPronoun) {
					return c, e
				}
				continue // روتانا
			}
			return derive(e.Class, k|cPronoun), e
		}
		if t, ok := strings.CutSuffix(stem, "ت"); ok { // ة before a pronoun
			if e := l.find(t + "ه"); e != nil && e.Class.Any(Noun|Title|Organization|Document|Common) {
				return derive(e.Class&^(Verb|AnyVerb), k|cPronoun), e
			}
		}
	}
	return 0, nil
}

// lookupVerb finds another form of a verb that reports nothing: سيزور by يزور,
// يراوح by تراوح, سارعت by سارع.
func (l *Lexicon) lookupVerb(key string) *Entry {
	buf := make([]byte, 0, 64)
	is := func(parts ...string) *Entry {
		buf = buf[:0]
		for _, p := range parts {
			buf = append(buf, p...)
		}
		if len(buf) < 6 {
			return nil
		}
		if e := l.find(string(buf)); e != nil && e.Class.Any(AnyVerb) && !e.Class.Any(Function|Name|Title|Organization|Place) {
			return e
		}
		return nil
	}
	word := key
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
func (l *Lexicon) lookupInflected(key string, k clitic) (Class, *Entry) {
	switch {
	case strings.HasPrefix(key, "لل") && len(key) > 8:
		key, k = key[4:], k|cLi|cArticle
	case strings.HasPrefix(key, "بال") && len(key) > 10:
		key, k = key[6:], k|cPrep|cArticle
	case strings.HasPrefix(key, "ال") && len(key) > 8:
		key, k = key[4:], k|cArticle
	}
	for _, suffix := range [...]string{"تان", "تين", "ات", "ون", "ين", "ان", "ه", "ا"} {
		if stem, ok := strings.CutSuffix(key, suffix); ok && len(stem) >= 6 {
			if e := l.find(stem); e != nil && e.Class.Any(inflected) {
				return derive(e.Class&(inflected|Word), k), e
			}
		}
	}
	return 0, nil
}

// classSets returns every class set that Lookup can return, as far as it lies in mask.
func (l *Lexicon) classSets(mask Class) map[Class]bool {
	base := map[Class]bool{}
	add := func(c Class) { base[c&mask] = true }
	forms := func(c Class) {
		for _, d := range [...]Class{c, c &^ (Verb | AnyVerb | Participle), c | Adverb, c&^Verb | AnyVerb, c & (inflected | Word), c &^ (Verb | AnyVerb)} {
			add(d)
		}
	}
	known := map[Class]bool{}
	for key, e := range l.words {
		if !known[e.Class] {
			known[e.Class] = true
			forms(e.Class)
		}
		if k, ok := strings.CutPrefix(key, "و"); ok {
			if rest := l.find(k); rest != nil {
				add(e.Class | rest.Class)
				add((e.Class | rest.Class) &^ Verb)
			}
		}
		if strings.HasPrefix(key, "ال") {
			add(l.exact(key, e))
		}
	}
	for _, c := range [...]Class{Word, Word | Name, Word | AnyVerb, Word | Adverb} {
		add(c)
	}
	all := map[Class]bool{}
	for c := range base {
		for k := clitic(0); k < cliticEnd; k++ {
			d := derive(c, k)
			all[d&mask] = true
			all[(d|Article)&mask] = true
		}
	}
	return all
}
