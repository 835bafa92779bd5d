package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/qawl-nlp/qawl/patterns"
)

type checkCmd struct {
	Files []string `arg:"" name:"file" help:"Rules (.yaml with rules:), verbs (.yaml with verbs: or nouns:) or words (.txt)."`
}

// Help is printed below the usage of the command.
func (checkCmd) Help() string {
	return `Every rule must match its examples. Rules are checked together with the lexicon files that stand beside them on the command line, in any order. Each good file gets a line that begins with "ok"; each mistake is named with its file and line, and the exit code is 1.

A file of rules, a file of verbs, and a list of words (the name of the list is the class of its words; see qawl patterns list for more):

	rules:
	  - id: my.rule
	    on: verb
	    content: quote
	    pattern: '(?<cue> {verb&quote} ) {colon} (?<quote> {quoted} )'
	    examples:
	      - {text: 'قال: «لن نتراجع عن قرارنا أبدا».', cue: قال, content: «لن}

	verbs:
	  - {lemma: غرد, present: يغرد, participle: مغرد, class: write, takes: [quote, أن]}

	# title.txt
	أمين
	بعد: preposition

Example:

	qawl patterns check title.txt my-rules.yaml`
}

// patternFile is a file to check.
type patternFile struct {
	name  string
	data  []byte
	kind  fileKind
	sizes string // what it holds, in words
}

// Run is called by kong.
func (c *checkCmd) Run(env *environment) error {
	l := patterns.DefaultLexicon().Clone()
	var good, rules []patternFile
	for _, name := range c.Files {
		f, errs := openPatterns(name)
		if len(errs) == 0 && f.kind == lexiconFile {
			if err := l.Load(f.name, f.data); err != nil {
				errs = append(errs, located(err))
			}
		}
		for _, err := range errs {
			env.report(err)
		}
		switch {
		case len(errs) > 0:
		case f.kind == ruleFile:
			rules = append(rules, f)
		default:
			good = append(good, f)
		}
	}
	for _, f := range rules {
		errs := checkRules(l, f)
		for _, err := range errs {
			env.report(err)
		}
		if len(errs) == 0 {
			good = append(good, f)
		}
	}
	for _, f := range good {
		if _, err := fmt.Fprintf(env.stdout, "ok\t%s\t%s\n", f.name, f.sizes); err != nil {
			return err
		}
	}
	return nil
}

// openPatterns reads a file and looks at its outer form.
func openPatterns(name string) (patternFile, []error) {
	f := patternFile{name: name, kind: lexiconFile}
	var err error
	if f.data, err = os.ReadFile(name); err != nil {
		return f, []error{err}
	}
	if !utf8.Valid(f.data) {
		return f, []error{fmt.Errorf("%s: not UTF-8", name)}
	}
	switch filepath.Ext(name) {
	case ".txt":
		f.sizes = count(countWords(f.data), "line")
		return f, nil
	case ".yaml", ".yml":
		var errs []error
		f.kind, f.sizes, errs = outline(name, f.data)
		return f, errs
	}
	return f, []error{fmt.Errorf("%s: expected a .yaml file of rules or verbs, or a .txt list of words", name)}
}

func countWords(data []byte) int {
	n := 0
	for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
		if line, _, _ := strings.Cut(sc.Text(), "#"); strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

// checkRules compiles a file of rules and runs their examples.
func checkRules(l *patterns.Lexicon, f patternFile) []error {
	g, err := patterns.NewGrammar(l, patterns.RuleFile{Name: f.name, Data: f.data})
	if err != nil {
		return []error{located(err)}
	}
	var errs []error
	for _, r := range g.Rules {
		if file, _ := r.Source(); file != f.name {
			continue
		}
		for _, ex := range r.Examples {
			if err := g.Check(r, ex); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return errs
}
