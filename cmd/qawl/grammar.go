package main

import (
	"os"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

// grammarFlags add files of one's own to the built-in lexicon and rules.
type grammarFlags struct {
	Rules   []string `placeholder:"FILE" sep:"none" help:"Rules of your own, tried before the built-in ones. May be given several times."`
	Lexicon []string `placeholder:"FILE" sep:"none" help:"Verbs (.yaml) or words (.txt, e.g. title.txt) of your own. May be given several times."`
}

func (f grammarFlags) extractor() (*quotes.Extractor, error) {
	if len(f.Rules) == 0 && len(f.Lexicon) == 0 {
		return quotes.New()
	}
	l := patterns.DefaultLexicon().Clone()
	for _, name := range f.Lexicon {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := l.Load(name, data); err != nil {
			return nil, located(err)
		}
	}
	var files []patterns.RuleFile
	for _, name := range f.Rules {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, patterns.RuleFile{Name: name, Data: data})
	}
	g, err := patterns.NewGrammar(l, files...)
	if err != nil {
		return nil, located(err)
	}
	return quotes.New(quotes.WithGrammar(g))
}
