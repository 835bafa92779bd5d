package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/qawl-nlp/qawl/patterns"
)

// fileKind is what a file of patterns holds.
type fileKind int

const (
	lexiconFile fileKind = iota
	ruleFile
)

// section is a key that a file may have.
type section struct {
	key    string
	kind   fileKind
	fields []string // of its entries; none: not looked into
}

var sections = []section{
	{"macros", ruleFile, nil},
	{"rules", ruleFile, yamlFields[patterns.Rule]()},
	{"verbs", lexiconFile, yamlFields[patterns.ReportingVerb]()},
	{"nouns", lexiconFile, yamlFields[patterns.ReportingNoun]()},
	{"synonyms", lexiconFile, nil},
	{"kinds", lexiconFile, nil},
	{"groups", lexiconFile, nil},
	{"others", lexiconFile, nil},
}

// yamlFields lists the keys by which T is written in YAML.
func yamlFields[T any]() []string {
	var out []string
	for t, i := reflect.TypeFor[T](), 0; i < t.NumField(); i++ {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "" {
			out = append(out, tag)
		}
	}
	return out
}

// outline says what a YAML file holds. It finds what a decoder passes over:
// keys that nobody reads.
func outline(name string, data []byte) (kind fileKind, sizes string, errs []error) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return 0, "", []error{located(fmt.Errorf("%s: %w", name, err))}
	}
	fail := func(n *yaml.Node, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s:%d: %s", name, n.Line, fmt.Sprintf(format, args...)))
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		root.Line = max(root.Line, 1)
		fail(&root, "expected rules:, verbs: or nouns: with a list below")
		return 0, "", errs
	}
	var holds []string
	seen := map[fileKind]bool{}
	top := root.Content[0].Content
	for i := 0; i+1 < len(top); i += 2 {
		key, list := top[i], top[i+1]
		k := slices.IndexFunc(sections, func(s section) bool { return s.key == key.Value })
		if k < 0 {
			fail(key, "nothing is called %q, expected rules, macros, verbs, nouns, others, synonyms, kinds or groups", key.Value)
			continue
		}
		sec := sections[k]
		kind = sec.kind
		seen[kind] = true
		if sec.fields == nil {
			continue
		}
		if list.Kind != yaml.SequenceNode {
			fail(key, "%s: expected a list", key.Value)
			continue
		}
		holds = append(holds, count(len(list.Content), strings.TrimSuffix(key.Value, "s")))
		for _, entry := range list.Content {
			for j := 0; entry.Kind == yaml.MappingNode && j+1 < len(entry.Content); j += 2 {
				if f := entry.Content[j]; !slices.Contains(sec.fields, f.Value) {
					fail(f, "a %s has no %q, expected one of %s", strings.TrimSuffix(key.Value, "s"), f.Value, strings.Join(sec.fields, ", "))
				}
			}
		}
	}
	if len(seen) > 1 {
		fail(root.Content[0], "rules and verbs stand in one file; each needs a file of its own")
	}
	return kind, strings.Join(holds, ", "), errs
}
