package patterns

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/google/go-cmp/cmp"
)

// ownRule is a rule file with one rule, which begins on line 2.
func ownRule(id, on, content, pattern string) string {
	return fmt.Sprintf("rules:\n  - {id: %q, on: %q, content: %s, pattern: '%s', examples: [{text: قال, cue: قال}]}\n", id, on, content, pattern)
}

func TestRuleFileErrors(t *testing.T) {
	const cue = "(?<cue> {verb} )"
	good := strings.TrimPrefix(ownRule("own.good", "verb", "clause", cue), "rules:\n")
	tests := []struct {
		name, data string
		want       []string // parts of the message
	}{
		{"unknown class", ownRule("own", "verb", "clause", "(?<cue> {verbb} )"), []string{"rule own", "position 8", "verbb"}},
		{"unknown class in an expression", ownRule("own", "verb", "clause", "(?<cue> {verb&!(AN)} )"), []string{"rule own", `"(AN)"`}},
		{"empty braces", ownRule("own", "verb", "clause", "(?<cue> {} )"), []string{"rule own", "position 8"}},
		{"unclosed brace", ownRule("own", "verb", "clause", cue+" {AN"), []string{"rule own", "position 17", "{ without }"}},
		{"unknown class of on", ownRule("own", "vverb", "clause", cue), []string{"rule own", "on", "vverb"}},
		{"no regular expression", ownRule("own", "verb", "clause", cue+" )"), []string{"rule own"}},
		{"wrong content", ownRule("own", "verb", "clauses", cue), []string{"rule own", `"clauses"`, "headline"}},
		{"no content", "rules:\n  - {id: own, on: verb, pattern: '" + cue + "', examples: [{text: قال}]}\n", []string{"rule own", "content"}},
		{"no example", "rules:\n  - {id: own, on: verb, content: clause, pattern: '" + cue + "'}\n", []string{"rule own", "example"}},
		{"empty examples", "rules:\n  - {id: own, on: verb, content: clause, pattern: '" + cue + "', examples: []}\n", []string{"rule own", "example"}},
		{"no id", ownRule("", "verb", "clause", cue), []string{"id"}},
		{"no on", ownRule("own", "", "clause", cue), []string{"rule own", "on"}},
		{"no pattern", ownRule("own", "verb", "clause", ""), []string{"rule own", "pattern"}},
		{"pattern is a list", "rules:\n  - {id: own, pattern: [a]}\n", nil},
		{"rule is no mapping", "rules:\n  - own\n", nil},
		{"macros name each other", "macros: {one: '{two}', two: '{one}'}\n" + ownRule("own", "verb", "clause", "(?<cue> {one} )"), []string{"rule own", "macro one", "macro two", "16"}},
		{"macro names itself", "macros: {one: '{verb} {one}'}\n" + ownRule("own", "verb", "clause", "(?<cue> {one} )"), []string{"rule own", "macro one", "16"}},
		{"unknown class in a macro", "macros: {one: '{verbb}'}\n" + ownRule("own", "verb", "clause", "(?<cue> {one} )"), []string{"rule own", "macro one", "verbb"}},
		{"unclosed brace in a macro", "macros: {one: '{verb'}\n" + ownRule("own", "verb", "clause", "(?<cue> {one} )"), []string{"rule own", "macro one", "{ without }"}},
		{"duplicate id", "rules:\n" + good + good, []string{"own.yaml:3", "own.good"}},
		{"id of a built-in rule", ownRule("convey.that", "verb", "clause", cue), []string{"convey.that"}},
		{"no YAML", "rules: [\n", nil},
		{"misspelt key", "rules:\n  - {id: own, on: verb, patern: '" + cue + "'}\n", []string{"own.yaml", "line 2", "patern", "pattern"}},
		{"misspelt section", "ruels: []\n", []string{"own.yaml", "line 1", "ruels", "rules"}},
		{"macro of the built-in rules", "macros:\n  mine: '{word}'\n  step: '{word}'\n", []string{"own.yaml", "line 3: macro step", "there already"}},
		{"macro that is no pattern", "macros:\n  mine: [verb]\n", []string{"own.yaml", "line 2: macro mine", "expected a pattern"}},
		{"aliases that multiply", bomb("rules"), []string{"own.yaml", "line"}},
		{"aliases that multiply in macros", bomb("macros"), []string{"own.yaml"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewGrammar(NewLexicon(), RuleFile{Name: "own.yaml", Data: []byte(tt.data)})
			if err == nil {
				t.Fatal("no error")
			}
			if tt.name != "id of a built-in rule" && !strings.HasPrefix(err.Error(), "own.yaml") {
				t.Errorf("error %q does not begin with the file", err)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not say %q", err, part)
				}
			}
		})
	}
}

// TestRuleErrorLine: the message names the line of the rule, not of the file's head.
func TestRuleErrorLine(t *testing.T) {
	head := "# own rules\n\n\n"
	for _, data := range []string{
		ownRule("own", "verb", "clauses", "(?<cue> {verb} )"), // found while reading
		ownRule("own", "verb", "clause", "(?<cue> {verbb} )"), // found while expanding
	} {
		_, err := NewGrammar(NewLexicon(), RuleFile{Name: "own.yaml", Data: []byte(head + data)})
		if err == nil || !strings.Contains(err.Error(), "5") || strings.Contains(err.Error(), "2:") {
			t.Errorf("error %v does not name line 5", err)
		}
	}
}

func TestMacros(t *testing.T) {
	x := expander{macros: map[string]string{"one": "{verb} {two}?", "two": "{AN|!stop}"}}
	nodes, err := x.parse("(?<cue> {one} ) {title&!conj}{2,3}? .", 0)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		if n.expr == nil {
			b.WriteString(n.text)
			continue
		}
		b.WriteString("<" + n.expr.mask().String() + ">")
	}
	// a macro is a group of its own, so that a quantifier behind it takes all of it
	want := "(?<cue>(?:<verb>(?:<AN+stop>)?))<title+conj>{2,3}?."
	if b.String() != want {
		t.Errorf("expanded to %s\nwant %s", b.String(), want)
	}
}

func TestClassExpressions(t *testing.T) {
	tests := []struct {
		expr     string
		accepts  []Class
		declines []Class
	}{
		{"verb", []Class{Verb, Verb | Conj}, []Class{0, Noun}},
		{"!verb", []Class{0, Noun}, []Class{Verb, Verb | Conj}},
		{"!!verb", []Class{Verb}, []Class{Noun}},
		{"verb & conj", []Class{Verb | Conj}, []Class{Verb, Conj}},
		{"verb|noun", []Class{Verb, Noun, Verb | Noun}, []Class{0, Conj}},
		{"verb&!conj|noun", []Class{Verb, Noun, Noun | Conj, Noun | Verb | Conj}, []Class{Verb | Conj, 0}}, // & binds closer than |
	}
	for _, tt := range tests {
		e, err := parseExpr(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		for _, c := range tt.accepts {
			if !e.accepts(c) {
				t.Errorf("{%s} declines %v", tt.expr, c)
			}
		}
		for _, c := range tt.declines {
			if e.accepts(c) {
				t.Errorf("{%s} accepts %v", tt.expr, c)
			}
		}
	}
}

// matches runs a grammar over a text and returns "rule: cue" for every match.
func matches(t *testing.T, g *Grammar, text string) []string {
	t.Helper()
	s := g.Scan(text)
	var out []string
	for i := range s.Units {
		found, err := g.MatchAt(s, i)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range found {
			cue := m.Groups[GroupCue]
			out = append(out, m.Rule.ID+": "+s.Slice(cue.Start, cue.End))
		}
	}
	return out
}

func TestOwnRules(t *testing.T) {
	const text = "وأكد المنشد أن الليل طويل."
	builtin := matches(t, DefaultGrammar(), text)
	if len(builtin) == 0 {
		t.Fatal("the built-in rules find nothing")
	}
	own := `
macros:
  own-singer: '{title|common|name|article}'
rules:
  - id: own.singer
    on: verb
    content: clause
    pattern: '(?<cue> {verb&takes-an} ) (?<gap> {own-singer} ) (?<that> {AN} )'
    examples:
      - {text: 'وأكد المنشد أن الليل طويل.', cue: وأكد, content: الليل}
`
	second := RuleFile{Name: "second.yaml", Data: []byte(ownRule("second", "AN", "clause", "(?<cue> {AN} ) {own-singer}"))}
	g, err := NewGrammar(DefaultLexicon(), RuleFile{Name: "own.yaml", Data: []byte(own)}, second)
	if err != nil {
		t.Fatal(err)
	}
	got := matches(t, g, text)
	if len(got) == 0 || got[0] != "own.singer: وأكد" {
		t.Errorf("own rules do not come first: %v", got)
	}
	if !slices.Contains(got, "second: أن") {
		t.Errorf("the rule of the second file, with a macro of the first, does not match: %v", got)
	}
	rest := slices.DeleteFunc(got, func(m string) bool {
		return strings.HasPrefix(m, "own.singer: ") || strings.HasPrefix(m, "second: ")
	})
	if diff := cmp.Diff(builtin, rest); diff != "" {
		t.Errorf("matches of the built-in rules (-want +got):\n%s", diff)
	}
	if got, want := len(g.Rules), len(DefaultGrammar().Rules)+2; got != want {
		t.Errorf("%d rules, want %d", got, want)
	}

	var rule *Rule
	for _, r := range g.Rules {
		if r.ID == "own.singer" {
			rule = r
		}
	}
	if rule == nil {
		t.Fatal("own.singer is not among the rules")
	}
	if file, line := rule.Source(); file != "own.yaml" || line != 5 {
		t.Errorf("Source() = %s:%d, want own.yaml:5", file, line)
	}
	if err := g.Check(rule, rule.Examples[0]); err != nil {
		t.Errorf("its own example: %v", err)
	}
	for name, tt := range map[string]struct {
		ex   Example
		want string
	}{
		"no match":      {Example{Text: "الليل طويل.", Cue: "قال"}, "does not match"},
		"other cue":     {Example{Text: text, Cue: "أكد", Content: "الليل"}, `cue "وأكد"`},
		"other content": {Example{Text: text, Cue: "وأكد", Content: "النهار"}, "النهار"},
	} {
		err := g.Check(rule, tt.ex)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "own.yaml:5") || !strings.Contains(err.Error(), "own.singer") {
			t.Errorf("%s: Check says %v", name, err)
		}
	}
}

// TestOwnGrammarLeavesDefault: loading own rules changes nothing elsewhere.
func TestOwnGrammarLeavesDefault(t *testing.T) {
	before := len(DefaultGrammar().Rules)
	g, err := NewGrammar(DefaultLexicon(), RuleFile{Name: "own.yaml", Data: []byte(ownRule("own", "verb", "clause", "(?<cue> {verb} )"))})
	if err != nil {
		t.Fatal(err)
	}
	if g == DefaultGrammar() || len(DefaultGrammar().Rules) != before {
		t.Errorf("the default grammar has %d rules, had %d", len(DefaultGrammar().Rules), before)
	}
	for _, m := range matches(t, DefaultGrammar(), "وقال المنشد إن الليل طويل.") {
		if strings.HasPrefix(m, "own: ") {
			t.Error("the default grammar matches an own rule")
		}
	}
}

// slowRule can part a run of words in very many ways.
const slowRule = "(?<cue> {verb} ) (?: {!stop}{1,9} {!break}? )+ {comma}{stop}"

// backtracking returns a text on which slowRule tries them all, and where its
// cue stands.
func backtracking() (text string, offset int) {
	head := "كلام كثير. "
	return head + "قال " + strings.Repeat("بيت ", 60) + "، بيت.\n", len(head)
}

func slowGrammar(t *testing.T, id string) (*Grammar, *Rule) {
	t.Helper()
	g, err := newGrammar(DefaultLexicon(), []RuleFile{{Name: "own.yaml", Data: []byte(ownRule(id, "verb", "clause", slowRule))}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range g.Rules {
		if r.ID == id {
			return g, r
		}
	}
	t.Fatalf("rule %s is not there", id)
	return nil, nil
}

// firstError runs MatchAt over s until it fails.
func firstError(g *Grammar, s *Scan) error {
	for i := range s.Units {
		if _, err := g.MatchAt(s, i); err != nil {
			return err
		}
	}
	return nil
}

func TestTimeoutSurfaces(t *testing.T) {
	g, rule := slowGrammar(t, "own.slow")
	if rule.re.MatchTimeout <= 0 {
		t.Fatal("match time is not bounded")
	}
	rule.re.MatchTimeout = 20 * time.Millisecond
	text, offset := backtracking()
	err := firstError(g, g.Scan(text))
	var re *RuleError
	if !errors.As(err, &re) {
		t.Fatalf("MatchAt says %v, want a *RuleError", err)
	}
	if re.Rule != "own.slow" || re.Offset != offset {
		t.Errorf("the error is of rule %s at %d, want own.slow at %d", re.Rule, re.Offset, offset)
	}
	if !strings.Contains(re.Err.Error(), "timeout") || errors.Is(err, regexp2.ErrBacktrackingStackLimit) {
		t.Errorf("the reason is %q, want the time-out", re.Err)
	}
	if want := fmt.Sprintf("own.yaml:2: rule own.slow at byte %d: ", offset); !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %q, expected %q", err, want)
	}

	// a check of an example does not swallow it either
	re = nil
	if err := g.Check(rule, Example{Text: text, Cue: "قال"}); !errors.As(err, &re) || re.Rule != "own.slow" || re.Offset != offset {
		t.Errorf("Check says %v, want a *RuleError", err)
	}

	// the grammar goes on to work
	if err := firstError(g, g.Scan("كلام كثير.")); err != nil {
		t.Errorf("another text: %v", err)
	}
}

func TestStackLimitSurfaces(t *testing.T) {
	g, rule := slowGrammar(t, "own.deep")
	re, err := regexp2.Compile(rule.re.String(), regexp2.ExplicitCapture, regexp2.OptionMaxBacktrackingStackSize(64))
	if err != nil {
		t.Fatal(err)
	}
	rule.re = re
	text, offset := backtracking()
	err = firstError(g, g.Scan(text))
	if !errors.Is(err, regexp2.ErrBacktrackingStackLimit) {
		t.Fatalf("MatchAt says %v, want %v", err, regexp2.ErrBacktrackingStackLimit)
	}
	var ruleErr *RuleError
	if !errors.As(err, &ruleErr) || ruleErr.Rule != "own.deep" || ruleErr.Offset != offset {
		t.Errorf("MatchAt says %v, want it of rule own.deep at %d", err, offset)
	}
	if err := g.Check(rule, Example{Text: text, Cue: "قال"}); !errors.Is(err, regexp2.ErrBacktrackingStackLimit) {
		t.Errorf("Check says %v, want %v", err, regexp2.ErrBacktrackingStackLimit)
	}
}

// TestBacktrackingRefused: a rule made to backtrack is named when it is loaded.
func TestBacktrackingRefused(t *testing.T) {
	for name, pattern := range map[string]string{
		"words":    slowRule,
		"parts":    "(?<cue> {verb} ) (?: {word} | {word} {word} )+ {colon} {colon}",
		"nested":   "(?<cue> {verb} ) (?: (?: {word}+ )+ {comma}? )+ {stop} {stop}",
		"two kind": "(?<cue> {verb} ) {word} (?: {an} {word} | {an} {word} {an} {word} | {an} | {word} )+ {colon} {colon}",
	} {
		data := ownRule("own.fine", "verb", "clause", "(?<cue> {verb} ) {AN}{1,3}?") +
			strings.TrimPrefix(ownRule("own.slow", "verb", "clause", strings.ReplaceAll(pattern, "{an}", "{AN}")), "rules:\n")
		g, err := NewGrammar(DefaultLexicon(), RuleFile{Name: "own.yaml", Data: []byte(data)})
		if err == nil || g != nil || !strings.HasPrefix(err.Error(), "own.yaml:") || !strings.Contains(err.Error(), "rule own.slow tries too many ways") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestSlowRules: the time of all slow attempts over a text is bounded, and the rule
// that took the most of it is to blame.
func TestSlowRules(t *testing.T) {
	x, y := &Rule{ID: "x"}, &Rule{ID: "y"}
	const units = 1000
	var s slowness
	for range 3 {
		if got := s.add(x, textTimeout/4, units); got != nil {
			t.Fatalf("%s is too slow after %v", got.ID, s.all)
		}
	}
	if got := s.add(y, units*unitTimeout, units); got != nil {
		t.Fatalf("%s is too slow after %v", got.ID, s.all)
	}
	if got := s.add(y, textTimeout/2, units); got != x {
		t.Errorf("after %v, %v of x, the rule is %v", s.all, s.of[x], got)
	}
}

// TestBuiltinRulesBounded: every built-in rule stops by itself.
func TestBuiltinRulesBounded(t *testing.T) {
	g, err := newGrammar(DefaultLexicon(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range g.Rules {
		if err := g.probe(r); err != nil {
			t.Error(err)
		}
		if r.re.MatchTimeout <= 0 {
			t.Errorf("rule %s has no time-out", r.ID)
		}
		if len(r.Examples) == 0 {
			t.Errorf("rule %s has no example", r.ID)
		}
	}
}

// TestEndOfText: patterns see the end of a text in all ways, with a line break there and
// without.
func TestEndOfText(t *testing.T) {
	for _, end := range []string{`{break}`, `(?= {break} )`, `\z`, `$`, `\Z`, `(?= {comma} | \z )`} {
		g, err := NewGrammar(DefaultLexicon(), RuleFile{Name: "own.yaml", Data: []byte(ownRule("own.end", "verb", "clause", "(?<cue> {verb} ) (?<gap> {word}{1,3}? ) "+end))})
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"قال المنشد", "قال المنشد\n", "قال المنشد \u200f\n\n"} {
			s := g.Scan(text)
			found, err := g.MatchAt(s, 0)
			if err != nil || len(found) == 0 || found[0].Rule.ID != "own.end" || found[0].Groups[GroupGap] != (Range{1, 2}) || found[0].End > len(s.Units) {
				t.Errorf("%s in %q: %+v, %v", end, text, found, err)
			}
		}
		if found, err := g.MatchAt(g.Scan("قال المنشد: نعم"), 0); err != nil || len(found) > 0 && found[0].Rule.ID == "own.end" {
			t.Errorf("%s before the end: %+v, %v", end, found, err)
		}
	}
}

func TestMatchWithoutCue(t *testing.T) {
	g, err := NewGrammar(DefaultLexicon(), RuleFile{Name: "own.yaml", Data: []byte(ownRule("own.mute", "verb", "clause", "{verb}"))})
	if err != nil {
		t.Fatal(err)
	}
	var re *RuleError
	if err := firstError(g, g.Scan("كلام. قال المنشد.")); !errors.As(err, &re) || re.Rule != "own.mute" || !errors.Is(err, errNoCue) {
		t.Errorf("MatchAt says %v, want %v of rule own.mute", err, errNoCue)
	}
}

func FuzzLoadRules(f *testing.F) {
	f.Add([]byte(ownRule("own", "verb", "clause", "(?<cue> {verb} ) {AN}{1,3}?")))
	f.Add([]byte(ownRule("own", "verb", "clause", slowRule)))
	f.Add([]byte("macros: {one: '{two}', two: '{one}'}\n" + ownRule("own", "!verb", "quote", "(?<cue> {one} )")))
	f.Add([]byte("macros: {step: '('}\n"))
	f.Add([]byte(ownRule("own", "verb|AN", "speech", "(?<cue> {verb&!(AN)} ")))
	f.Add([]byte(ownRule("own", "verb", "speech", `(?<1>a)\k<1>(?(1)b|c)[^\]\p{L}]{9999999999}`)))
	f.Add([]byte("rules:\n  - null\n"))
	f.Add([]byte("rules: &a [*a]\n"))
	f.Add([]byte("rules: [\n\xff"))
	small := NewLexicon()
	if err := small.Load("v.yaml", []byte("verbs:\n  - {lemma: قال, class: say, takes: [quote, إن]}\n")); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<11 {
			return
		}
		g, err := NewGrammar(small, RuleFile{Name: "own.yaml", Data: data})
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, r := range g.Rules {
			switch {
			case r.ID == "" || seen[r.ID]:
				t.Errorf("rule id %q is empty or there twice", r.ID)
			case r.re == nil || r.re.MatchTimeout <= 0:
				t.Errorf("rule %s is not compiled with a time-out", r.ID)
			case len(r.Examples) == 0 || !isContent(r.Content):
				t.Errorf("rule %s has %d examples and content %q", r.ID, len(r.Examples), r.Content)
			}
			seen[r.ID] = true
		}
		if n := len(DefaultGrammar().Rules); len(g.Rules) < n {
			t.Errorf("%d rules, the built-in ones alone are %d", len(g.Rules), n)
		}
	})
}

func near(x, y, by float64) bool { return math.Abs(x-y) <= by }

func TestWeigh(t *testing.T) {
	w := Weights{"bias": -1, "a": 2, "b": 1}
	for _, tt := range []struct {
		features []string
		sum      float64
	}{{nil, -1}, {[]string{"a"}, 1}, {[]string{"a", "b"}, 2}, {[]string{"a", "unknown"}, 1}} {
		got := w.Weigh(tt.features)
		if want := 1 / (1 + math.Exp(-tt.sum)); !near(got.P, want, 1e-12) {
			t.Errorf("Weigh(%v).P = %v, want %v", tt.features, got.P, want)
		}
		if diff := cmp.Diff(tt.features, got.Features); diff != "" {
			t.Errorf("features (-want +got):\n%s", diff)
		}
	}
}

func TestChoose(t *testing.T) {
	w := Weights{"a": 1, "b": -2, "huge": 1e4, "bias": 50}
	for _, tt := range []struct {
		readings [][]string
		best     int // -1: none is above the others
	}{
		{[][]string{{"a"}, {"b"}, {}}, 0},
		{[][]string{{"b"}, {"unknown"}}, 1},
		{[][]string{{"a"}, {"a"}}, -1},
		{[][]string{{"a"}}, 0},
		{[][]string{{"a"}, {"huge"}, {"b"}}, 1}, // beyond the range of exp
	} {
		var all []*Weighing
		for _, f := range tt.readings {
			all = append(all, &Weighing{Features: f})
		}
		w.Choose(all)
		sum := 0.0
		for i, r := range all {
			sum += r.P
			if !(r.P >= 0 && r.P <= 1) {
				t.Errorf("%v: reading %d has P = %v", tt.readings, i, r.P)
			}
			if tt.best >= 0 && r.P > all[tt.best].P {
				t.Errorf("%v: reading %d is above %d", tt.readings, i, tt.best)
			}
			if tt.best < 0 && !near(r.P, all[0].P, 1e-12) {
				t.Errorf("%v: readings differ: %v, %v", tt.readings, r.P, all[0].P)
			}
		}
		if !near(sum, 1, 1e-9) {
			t.Errorf("%v: the sum is %v", tt.readings, sum)
		}
	}
	w.Choose(nil)
	pair := []*Weighing{{Features: []string{"a"}}, {Features: []string{"b"}}}
	w.Choose(pair)
	if want := 1 / (1 + math.Exp(-3)); !near(pair[0].P, want, 1e-12) {
		t.Errorf("P = %v, want %v", pair[0].P, want)
	}
}

func TestFitWeights(t *testing.T) {
	var obs []Observation
	for range 10 {
		obs = append(obs,
			Observation{[]string{"good", "noise"}, true}, Observation{[]string{"good"}, true},
			Observation{[]string{"bad", "noise"}, false}, Observation{[]string{"bad"}, false})
	}
	w := FitWeights(obs, 0.1)
	for _, o := range obs[:4] {
		if p := w.Weigh(o.Features).P; (p > 0.5) != o.Yes || near(p, 0.5, 0.4) {
			t.Errorf("%v has P = %v, right is %v", o.Features, p, o.Yes)
		}
	}
	if !(w["good"] > 1 && w["bad"] < -1 && near(w["noise"], 0, 0.1)) {
		t.Errorf("weights %v", w)
	}
	if diff := cmp.Diff(w, FitWeights(obs, 0.1)); diff != "" {
		t.Errorf("a second fit differs:\n%s", diff)
	}
	if strong := FitWeights(obs, 10); !(strong["good"] > 0 && strong["good"] < w["good"]) {
		t.Errorf("a stronger penalty gives %v, a weaker %v", strong["good"], w["good"])
	}

	// features that tell nothing leave the share of yes to the bias
	bias := FitWeights([]Observation{{nil, true}, {nil, true}, {nil, true}, {nil, false}}, 0.1)
	if p := bias.Weigh(nil).P; !near(p, 0.75, 0.01) {
		t.Errorf("P = %v without features, want 0.75", p)
	}
	if w := FitWeights(nil, 1); len(w) != 0 {
		t.Errorf("nothing fits %v", w)
	}
}

func TestFitChoice(t *testing.T) {
	var groups [][]Observation
	for range 10 {
		groups = append(groups,
			[]Observation{{[]string{"near", "noise"}, true}, {[]string{"far"}, false}, {[]string{"farther"}, false}},
			[]Observation{{[]string{"far"}, true}, {[]string{"farther", "noise"}, false}},
			[]Observation{{[]string{"farther"}, false}, {[]string{"near"}, true}},
		)
	}
	none := []Observation{{[]string{"farther", "only-here"}, false}, {[]string{"near"}, false}} // teaches nothing
	w := FitChoice(append(groups, none), 0.1)
	for _, g := range groups[:3] {
		var all []*Weighing
		for _, o := range g {
			all = append(all, &Weighing{Features: o.Features})
		}
		w.Choose(all)
		for i, o := range g {
			if o.Yes && all[i].P < 0.9 || !o.Yes && all[i].P > 0.1 {
				t.Errorf("%v has P = %v, right is %v", o.Features, all[i].P, o.Yes)
			}
		}
	}
	if !(w["near"] > w["far"] && w["far"] > w["farther"]) || w["only-here"] != 0 {
		t.Errorf("weights %v", w)
	}
	if diff := cmp.Diff(w, FitChoice(groups, 0.1)); diff != "" {
		t.Errorf("a group without a right reading teaches:\n%s", diff)
	}

	// two right readings of one group share the probability
	both := FitChoice([][]Observation{{{[]string{"a"}, true}, {[]string{"b"}, true}, {[]string{"c"}, false}}}, 0.01)
	if !near(both["a"], both["b"], 1e-9) || !(both["a"] > both["c"]) {
		t.Errorf("weights %v", both)
	}
	if w := FitChoice(nil, 1); len(w) != 0 {
		t.Errorf("nothing fits %v", w)
	}
	if w := FitChoice([][]Observation{none}, 1); len(w) != 0 {
		t.Errorf("a group without a right reading fits %v", w)
	}
}

func TestLoadWeights(t *testing.T) {
	for _, name := range []string{"speech", "antecedent", "confidence"} {
		w, err := LoadWeights(name)
		if err != nil || len(w) == 0 {
			t.Errorf("%s: %d weights, %v", name, len(w), err)
		}
		for f, x := range w {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("%s: %s weighs %v", name, f, x)
			}
		}
	}
	if _, err := LoadWeights("nothing"); err == nil {
		t.Error("a table that is not there loads")
	}
}

func TestParseWeights(t *testing.T) {
	w, err := parseWeights([]byte("# a comment\n\n\"bias\": -2.5\n\"next: حيث\": 1e-3\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(w) != 2 || w["bias"] != -2.5 || w["next: حيث"] != 0.001 {
		t.Errorf("got %v", w)
	}
	for _, bad := range []string{"bias: 1", `"bias" 1`, `"bias": one`, `"bias: 1`} {
		if _, err := parseWeights([]byte("\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: error %v, expected one that names line 2", bad, err)
		}
	}
}
