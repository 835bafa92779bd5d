package main

import (
	"strings"
	"testing"
)

func TestPatternsList(t *testing.T) {
	all, verbs, rules := fine(t, "", "patterns", "list"), fine(t, "", "patterns", "list", "--verbs"), fine(t, "", "patterns", "list", "--rules")
	if all != verbs+rules {
		t.Error("the whole list is not verbs and rules")
	}
	contains(t, verbs, "\nsay\tقال\t")
	contains(t, rules, "verb.that\tverb\tclause\t")
}

// helped cuts the sample files out of the help text.
func helped(from string) string {
	text := checkCmd{}.Help()
	_, text, _ = strings.Cut(text, "\t"+from)
	text, _, _ = strings.Cut(from+text, "\n\n")
	return strings.ReplaceAll(text, "\n\t", "\n") + "\n"
}

func TestPatternsCheckGood(t *testing.T) {
	rules := file(t, "rules.yaml", helped("rules:"))
	verbs := file(t, "verbs.yaml", helped("verbs:"))
	title := file(t, "title.txt", helped("# title.txt"))
	out := fine(t, "", "patterns", "check", rules, verbs, title)
	contains(t, out, "ok\t"+rules+"\t1 rule\n", "ok\t"+verbs+"\t1 verb\n", "ok\t"+title+"\t2 lines\n")
}

func TestPatternsCheckRulesSeeLexicon(t *testing.T) {
	rules := file(t, "rules.yaml", `rules:
  - id: own.quote
    on: verb
    content: quote
    pattern: '(?<cue> {verb&quote} ) {colon} (?<quote> {quoted} )'
    examples:
      - {text: 'زمجر: «سنفوز بالكأس مهما كان الثمن».', cue: زمجر, content: «سنفوز}
`)
	verbs := file(t, "verbs.yaml", "verbs:\n  - {lemma: زمجر, class: say, takes: [quote]}\n")
	fine(t, "", "patterns", "check", rules, verbs)
	code, stdout, stderr := try(t, "", "patterns", "check", rules)
	if code != exitFailed || stdout != "" {
		t.Errorf("exit code %d, stdout %q", code, stdout)
	}
	contains(t, stderr, rules+":2: rule own.quote does not match its example")
}

func TestPatternsCheckBad(t *testing.T) {
	const rule = "rules:\n  - id: own\n    on: verb\n    content: quote\n"
	const examples = "    examples: [{text: 'قال: «لن نتراجع عن قرارنا».', cue: قال, content: «لن}]\n"
	for _, tt := range []struct{ name, data, want string }{
		{"rules.yaml", rule + "    pattern: '(?<cue> {verb} ) {nothing}'\n" + examples, `:2: rule own: position`},
		{"rules.yaml", rule + "    pattern: '(?<cue> {verb} '\n" + examples, `:2: rule own: `},
		{"rules.yaml", rule + "    pattern: '{verb}'\n" + examples, `:2: `},
		{"rules.yaml", rule + "    pattern: '(?<cue> {verb} ) (?: {!stop}{1,9} {!break}? )+ {comma} {stop}'\n" + examples, `:2: rule own tries too many ways to match`},
		{"rules.yaml", rule + "    pattern: '(?<cue> {verb} )'\n", `:2: rule own needs an example`},
		{"rules.yaml", rule + "    patern: '(?<cue> {verb} )'\n" + examples, `:5: a rule has no "patern"`},
		{"rules.yaml", "rules:\n  - id: x\n   on: [\n", `:3: `},
		{"rules.yaml", "ruels:\n  - id: x\n", `:1: nothing is called "ruels"`},
		{"rules.yaml", "- id: x\n", `:1: expected rules:, verbs: or nouns:`},
		{"rules.yaml", "", `:1: expected rules:`},
		{"rules.yaml", "rules: 3\n", `:1: rules: expected a list`},
		{"both.yaml", "rules: []\nverbs: []\n", `:1: rules and verbs stand in one file`},
		{"verbs.yaml", "verbs:\n\n  - {lemma: زمجر, takes: [shouts]}\n", `:3: زمجر takes "shouts"`},
		{"verbs.yaml", "verbs:\n  - {present: يزمجر}\n", `:2: a verb needs a lemma`},
		{"title.txt", "أمين\nبعد: nonsense\n", `:2: no word class is called "nonsense"`},
		{"words.txt", "# note\nأمين\n", `:2: "أمين" has no classes`},
		{"words.csv", "أمين\n", `: expected a .yaml file`},
		{"title.txt", "\xe1", `: not UTF-8`},
	} {
		path := file(t, tt.name, tt.data)
		good := file(t, "title.txt", "أمين\n")
		code, stdout, stderr := try(t, "", "patterns", "check", path, good)
		if code != exitFailed || stdout != "ok\t"+good+"\t1 line\n" {
			t.Errorf("%q: exit code %d, stdout %q", tt.data, code, stdout)
		}
		contains(t, stderr, path+tt.want)
	}
}
