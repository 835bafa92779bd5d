package patterns

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"go.yaml.in/yaml/v4"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

//go:embed lexicon
var lexiconFiles embed.FS

// Lexicon holds the words that qawl knows, by folded key.
type Lexicon struct {
	words    map[string]*Entry
	verbs    []ReportingVerb
	synonyms map[string]string   // folded word: the word that stands for it
	kinds    map[string][]string // folded title: what its bearer may be called
	groups   map[string]Group    // by folded word
	grouped  fewWords            // the same words

	listed *filter           // of words that have a code
	coded  spellings         // of the same
	others map[string]*Entry // the few without a code, as in words
	memo   atomic.Pointer[memo]
}

// Entry is what the lexicon knows of one spelling.
type Entry struct {
	Class Class
	Form  *Form // the form of a reporting verb, or nil
}

// DefaultLexicon returns the built-in lexicon. It is built once and must not
// be changed; use [Lexicon.Clone] first.
var DefaultLexicon = sync.OnceValue(func() *Lexicon {
	l := NewLexicon()
	l.words = make(map[string]*Entry, 30_000)
	l.coded.grow(30_000)
	sub, err := fs.Sub(lexiconFiles, "lexicon")
	if err == nil {
		err = l.LoadFS(sub)
	}
	if err != nil {
		panic("qawl: built-in lexicon: " + err.Error()) // a test loads it, so no user sees this
	}
	return l
})

// NewLexicon returns an empty lexicon.
func NewLexicon() *Lexicon {
	return &Lexicon{
		words: map[string]*Entry{}, synonyms: map[string]string{}, kinds: map[string][]string{}, groups: map[string]Group{},
		listed: &filter{}, others: map[string]*Entry{},
	}
}

// Clone returns a copy that can be added to.
func (l *Lexicon) Clone() *Lexicon {
	c := &Lexicon{
		words: make(map[string]*Entry, len(l.words)), verbs: l.verbs[:len(l.verbs):len(l.verbs)],
		synonyms: maps.Clone(l.synonyms), kinds: maps.Clone(l.kinds), groups: maps.Clone(l.groups), grouped: l.grouped,
		listed: &filter{}, others: map[string]*Entry{},
	}
	c.coded.grow(len(l.words))
	for k, e := range l.words {
		copied := *e
		c.add(k, arabic.Code(k), &copied)
	}
	return c
}

// Canonical returns the folded word that stands for a folded word and its
// synonyms in titles.
func (l *Lexicon) Canonical(key string) string {
	if c, ok := l.synonyms[key]; ok {
		return c
	}
	return key
}

// IsA reports whether the bearer of one title may be called by another, both
// folded: a مهاجم is a لاعب.
func (l *Lexicon) IsA(title, kind string) bool { return slices.Contains(l.kinds[title], kind) }

// Verbs returns the reporting verbs, ordered by class and lemma.
func (l *Lexicon) Verbs() []ReportingVerb {
	v := append([]ReportingVerb(nil), l.verbs...)
	sort.SliceStable(v, func(i, j int) bool {
		if v[i].Class != v[j].Class {
			return v[i].Class < v[j].Class
		}
		return v[i].Lemma < v[j].Lemma
	})
	return v
}

// LoadFS adds every .yaml and .txt file of fsys.
func (l *Lexicon) LoadFS(fsys fs.FS) error {
	defer l.forget()
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		return l.load(name, data)
	})
}

// Load adds one file: a .yaml file of verbs, or a .txt word list. The name of
// a word list says the class of its words (title.txt); a line may give classes
// of its own behind a colon (بعد: preposition skip-an).
func (l *Lexicon) Load(name string, data []byte) error {
	defer l.forget()
	return l.load(name, data)
}

// forget empties the memo: what it remembers may be no longer so.
func (l *Lexicon) forget() { l.memo.Store(nil) }

// load is Load without forgetting.
func (l *Lexicon) load(name string, data []byte) error {
	var err error
	switch path.Ext(name) {
	case ".yaml", ".yml":
		err = l.loadVerbs(data)
	case ".txt":
		err = l.loadWords(strings.TrimSuffix(path.Base(name), ".txt"), data)
	default:
		err = fmt.Errorf("expected a .yaml file of verbs or a .txt word list")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (l *Lexicon) loadVerbs(data []byte) error {
	var file struct {
		Verbs []yaml.Node `yaml:"verbs"`
		Nouns []yaml.Node `yaml:"nouns"`

		Others   []string   `yaml:"others"`
		Synonyms [][]string `yaml:"synonyms"`
		Kinds    [][]string `yaml:"kinds"`
		Groups   yaml.Node  `yaml:"groups"`
	}
	if err := unmarshalFile(data, &file); err != nil {
		return err
	}
	if err := l.loadGroups(&file.Groups); err != nil {
		return err
	}
	for _, words := range file.Synonyms {
		for i, w := range words {
			if i > 0 {
				l.synonyms[arabic.Fold(w)] = arabic.Fold(words[0])
			}
		}
	}
	for _, words := range file.Kinds {
		for i, w := range words {
			if t := arabic.Fold(w); i > 0 {
				l.kinds[t] = append(slices.Clip(l.kinds[t]), arabic.Fold(words[0])) // a clone may share them
			}
		}
	}
	for _, node := range file.Verbs {
		var v ReportingVerb
		if err := decodeEntry(&node, "verb", &v); err != nil {
			return err
		}
		v.line = node.Line
		forms, err := v.forms()
		if err != nil {
			return err
		}
		for _, f := range forms {
			l.addForm(f)
		}
		l.verbs = append(l.verbs, v)
	}
	for _, w := range file.Others {
		if e := l.words[arabic.Fold(w)]; e != nil {
			e.Class &^= Verb | Participle | Noun | takesMask
			e.Form = nil
		}
	}
	for _, node := range file.Nouns {
		n := ReportingNoun{line: node.Line}
		if err := decodeEntry(&node, "noun", &n); err != nil {
			return err
		}
		forms, err := n.forms()
		if err != nil {
			return err
		}
		for _, f := range forms {
			l.addForm(f)
		}
	}
	return nil
}

// addForm adds a verb form. Of two analyses of one spelling the finite verb
// wins, then the verb that stands first in the file.
func (l *Lexicon) addForm(f verbForm) {
	e := l.entry(f.key)
	e.Class |= f.class
	if e.Form == nil || f.form.Kind == Verb && e.Form.Kind != Verb {
		form := f.form
		e.Form = &form
	}
}

func (l *Lexicon) entry(key string) *Entry {
	code := arabic.Code(key)
	e := l.coded.find(code)
	if code == 0 {
		e = l.others[key]
	}
	if e == nil {
		e = &Entry{Class: Word}
		l.add(key, code, e)
	}
	return e
}

// add adds the entry of a word that has none yet.
func (l *Lexicon) add(key string, code uint64, e *Entry) {
	l.words[key] = e
	if code == 0 {
		l.others[key] = e
		return
	}
	l.listed.add(code)
	l.coded.add(code, e)
}

func (l *Lexicon) loadWords(class string, data []byte) error {
	base, baseErr := ParseClass(class)
	sc := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		line, _, _ := strings.Cut(sc.Text(), "#")
		word, classes, own := strings.Cut(line, ":")
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		c := base
		if own {
			c = 0
			for _, name := range strings.Fields(classes) {
				one, err := ParseClass(name)
				if err != nil {
					return fmt.Errorf("line %d: %w", n, err)
				}
				c |= one
			}
		} else if baseErr != nil {
			return fmt.Errorf("line %d: %q has no classes behind a colon, and the file's name is none: %w", n, word, baseErr)
		}
		for _, w := range strings.Fields(word) {
			l.entry(arabic.Fold(w)).Class |= c
		}
	}
	return sc.Err()
}
