package main

import (
	"fmt"
	"strings"

	"github.com/qawl-nlp/qawl/patterns"
)

type patternsCmd struct {
	List  listCmd  `cmd:"" help:"Print the built-in verbs and rules."`
	Check checkCmd `cmd:"" help:"Check rule and lexicon files of your own."`
}

type listCmd struct {
	Verbs bool `xor:"what" help:"Verbs only: class, lemma, what they take."`
	Rules bool `xor:"what" help:"Rules only: id, where they begin, what they find, first example."`
}

// Help is printed below the usage of the command.
func (listCmd) Help() string {
	return `One verb or rule a line, its columns separated by tabs. Examples:

	qawl patterns list --verbs | grep ^warn
	qawl patterns list --rules`
}

// Run is called by kong.
func (c *listCmd) Run(env *environment) error {
	text := func(s string) string { return s }
	if isTerminal(env.stdout) {
		text = isolate
	}
	var b strings.Builder
	if !c.Rules {
		for _, v := range patterns.DefaultLexicon().Verbs() {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", v.Class, text(v.Lemma), text(strings.Join(v.Takes, ", ")))
		}
	}
	if !c.Verbs {
		for _, r := range patterns.DefaultGrammar().Rules {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", r.ID, r.On, r.Content, text(r.Examples[0].Text))
		}
	}
	_, err := fmt.Fprint(env.stdout, b.String())
	return err
}
