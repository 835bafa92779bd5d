package patterns

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/bits"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dlclark/regexp2/v2"
	"go.yaml.in/yaml/v4"
)

//go:embed rules
var ruleFiles embed.FS

// Rule is a pattern over word classes, as a rule file has it.
type Rule struct {
	ID       string    `yaml:"id"`
	On       string    `yaml:"on"`      // classes of the unit a match starts at
	Pattern  string    `yaml:"pattern"` // see the head of rules/cues.yaml
	Content  string    `yaml:"content"` // one of contents
	Examples []Example `yaml:"examples"`

	own  bool // it is no built-in one
	file string
	line int
	on   Class
	re   *regexp2.Regexp
	num  [groupCount]int
}

// Example is a sentence a rule must match, with what it must find there.
type Example struct {
	Text    string `yaml:"text"`
	Cue     string `yaml:"cue"`
	Content string `yaml:"content"` // the first words behind what the rule matched
}

// The named groups a pattern may have.
const (
	GroupCue   = iota // the reporting expression
	GroupGap          // what stands between cue and content: subject and adjuncts
	GroupThat         // the conjunction that opens the clause
	GroupQuote        // the marked span
	GroupColon        // the colon before speech
	GroupVia          // the channel
	groupCount
)

var groupNames = [groupCount]string{"cue", "gap", "that", "quote", "colon", "via"}

// contents are the values of Rule.Content.
var contents = []string{"clause", "quote", "speech", "phrase", "sentence", "headline", "bare"}

// Range is a half-open range of units.
type Range struct{ Start, End int }

// Empty reports whether the range holds nothing.
func (r Range) Empty() bool { return r.Start >= r.End }

// Match is a rule's match; groups that took no part are empty.
type Match struct {
	Rule   *Rule
	Start  int
	End    int
	Groups [groupCount]Range
}

// RuleError is a failure of the regular-expression engine: time-out or
// exhausted stack. It is never taken for a missing match.
type RuleError struct {
	Rule   string
	File   string // that holds the rule
	Line   int    // where the rule begins there
	Offset int    // byte offset in the text
	Err    error
}

func (e *RuleError) Error() string {
	return fmt.Sprintf("%s:%d: rule %s at byte %d: %v", e.File, e.Line, e.Rule, e.Offset, e.Err)
}

func (e *RuleError) Unwrap() error { return e.Err }

// Grammar is a lexicon with the rules compiled against it. It is safe for
// concurrent use.
type Grammar struct {
	Lexicon *Lexicon
	Rules   []*Rule

	symbols *symbols
	filters []prefilter
}

// DefaultGrammar returns the built-in rules over the built-in lexicon.
var DefaultGrammar = sync.OnceValue(func() *Grammar {
	g, err := NewGrammar(DefaultLexicon())
	if err != nil {
		panic("qawl: built-in rules: " + err.Error()) // a test loads them, so no user sees this
	}
	return g
})

// RuleFile is a file of macros and rules.
type RuleFile struct {
	Name string
	Data []byte
}

// NewGrammar compiles the built-in rules and those of files, which come first. A rule
// of files that is made to backtrack is an error.
func NewGrammar(l *Lexicon, files ...RuleFile) (*Grammar, error) {
	g, err := newGrammar(l, files)
	if err != nil {
		return nil, err
	}
	for _, r := range g.Rules {
		if !r.own {
			break
		}
		if err := g.probe(r); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// newGrammar is NewGrammar for rules that may backtrack.
func newGrammar(l *Lexicon, files []RuleFile) (*Grammar, error) {
	g := &Grammar{Lexicon: l}
	macros := map[string]string{}
	var rules []*Rule
	builtin, err := builtinRuleFiles()
	if err != nil {
		return nil, err
	}
	for i, f := range append(builtin, files...) {
		r, err := parseRules(f, macros)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		for k := range r {
			r[k].own = i >= len(builtin)
		}
		rules = append(r, rules...)
	}
	seen := map[string]bool{}
	for _, r := range rules {
		if seen[r.ID] {
			return nil, fmt.Errorf("%s:%d: rule %s is there already", r.file, r.line, r.ID)
		}
		seen[r.ID] = true
	}
	g.Rules = rules
	return g, g.compile(macros)
}

func builtinRuleFiles() ([]RuleFile, error) {
	names, err := fs.Glob(ruleFiles, "rules/*.yaml")
	if err != nil {
		return nil, err
	}
	var out []RuleFile
	for _, n := range names {
		data, err := ruleFiles.ReadFile(n)
		if err != nil {
			return nil, err
		}
		out = append(out, RuleFile{Name: path.Base(n), Data: data})
	}
	return out, nil
}

func parseRules(f RuleFile, macros map[string]string) ([]*Rule, error) {
	var file struct {
		Macros map[string]yaml.Node `yaml:"macros"`
		Rules  []yaml.Node          `yaml:"rules"`
	}
	if err := unmarshalFile(f.Data, &file); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(file.Macros)) {
		n := file.Macros[name]
		// the rules that were written with the one that is there would change
		if _, ok := macros[name]; ok {
			return nil, fmt.Errorf("line %d: macro %s is there already; macros of all files, and the built-in ones, share their names", n.Line, name)
		}
		var pattern string
		if err := n.Decode(&pattern); err != nil {
			return nil, fmt.Errorf("line %d: macro %s: expected a pattern: %w", n.Line, name, err)
		}
		macros[name] = pattern
	}
	var out []*Rule
	for _, n := range file.Rules {
		r := &Rule{file: f.Name, line: n.Line}
		if err := decodeEntry(&n, "rule", r); err != nil {
			return nil, err
		}
		switch {
		case r.ID == "":
			return nil, fmt.Errorf("line %d: a rule needs an id", n.Line)
		case r.On == "" || r.Pattern == "":
			return nil, fmt.Errorf("line %d: rule %s needs on and pattern", n.Line, r.ID)
		case len(r.Examples) == 0:
			return nil, fmt.Errorf("line %d: rule %s needs an example", n.Line, r.ID)
		case !isContent(r.Content):
			return nil, fmt.Errorf("line %d: rule %s has content %q, expected one of %s", n.Line, r.ID, r.Content, strings.Join(contents, ", "))
		}
		out = append(out, r)
	}
	return out, nil
}

func isContent(s string) bool {
	for _, c := range contents {
		if c == s {
			return true
		}
	}
	return false
}

// Source returns the file that holds r and the line on which it begins there.
func (r *Rule) Source() (file string, line int) { return r.file, r.line }

// compile expands and compiles the rules. Every distinct set of classes that a
// rule can see gets a rune; a class in a pattern becomes a set of runes.
func (g *Grammar) compile(macros map[string]string) error {
	exp := expander{macros: macros}
	var mask Class
	all := make([][]node, len(g.Rules))
	for i, r := range g.Rules {
		nodes, err := exp.parse(r.Pattern, 0)
		if err != nil {
			return fmt.Errorf("%s:%d: rule %s: %w", r.file, r.line, r.ID, err)
		}
		all[i] = nodes
		for _, n := range nodes {
			mask |= n.expr.mask()
		}
		on, err := parseExpr(r.On)
		if err != nil {
			return fmt.Errorf("%s:%d: rule %s: on: %w", r.file, r.line, r.ID, err)
		}
		r.on = on.mask()
		mask |= r.on
	}
	g.symbols = newSymbols(g.Lexicon, mask, exp.distinct())
	// A line break stands at the end of every text, see symbolize.
	end := `(?=` + g.symbols.runeSet(&expr{op: 'c', class: Break}) + `?\z)`
	ends := strings.NewReplacer(`\\`, `\\`, `\$`, `\$`, `\z`, end, `\Z`, end, `$`, end)
	for i, r := range g.Rules {
		var b strings.Builder
		b.WriteString(`\G`)
		for _, n := range all[i] {
			if n.expr == nil {
				b.WriteString(ends.Replace(n.text))
			} else {
				b.WriteString(g.symbols.runeSet(n.expr))
			}
		}
		re, err := regexp2.Compile(b.String(), regexp2.ExplicitCapture)
		if err != nil {
			return fmt.Errorf("%s:%d: rule %s: %w", r.file, r.line, r.ID, err)
		}
		re.MatchTimeout = matchTimeout
		r.re = re
		for k, name := range groupNames {
			r.num[k] = re.GroupNumberFromName(name)
		}
	}
	var err error
	g.filters, err = newPrefilters(g.Rules, g.symbols)
	return err
}

// symbolize gives every unit of s its symbol, and the end of the text that of a line
// break where it has none. It is called once the spans of s are weighed.
func (g *Grammar) symbolize(s *Scan) {
	s.slow = slowness{}
	s.symbols = slices.Grow(s.symbols[:0], len(s.Units)+1)[:len(s.Units)]
	for i := range s.Units {
		s.symbols[i] = g.symbols.symbol(s.Units[i].Class)
	}
	if n := len(s.Units); n == 0 || !s.Units[n-1].Class.Any(Break) {
		s.symbols = append(s.symbols, g.symbols.symbol(Break))
	}
}

// Scan tokenises text, pairs and weighs its marks, and readies it for
// [Grammar.MatchAt].
func (g *Grammar) Scan(text string) *Scan { return g.ScanWith(text, defaultSpeech()) }

// ScanWith is Scan with other weights for speech against name.
func (g *Grammar) ScanWith(text string, speech *Table) *Scan {
	s := &Scan{Reasons: true}
	g.ScanInto(s, text, speech)
	return s
}

// ScanInto is ScanWith in the memory of s, a scan that nobody needs any more.
// It keeps the names of features as s.Reasons says.
func (g *Grammar) ScanInto(s *Scan, text string, speech *Table) {
	g.Lexicon.scan(s, text)
	g.weighSpans(s, speech)
	g.symbolize(s)
}

// window bounds how far behind its start a rule looks, in units.
const window = 90

// MatchAt returns the matches of all rules at unit i, in rule order, until the
// next call for s.
func (g *Grammar) MatchAt(s *Scan, i int) ([]Match, error) {
	out := s.matches[:0]
	ahead := s.symbols[:min(len(s.symbols), i+window)]
	for k := range g.filters {
		f := &g.filters[k]
		for set := f.candidates(ahead, i); set != 0; set &= set - 1 {
			r := f.rules[bits.TrailingZeros64(set)]
			if !s.Units[i].Class.Any(r.on) || r.Content == bare && !s.Units[i].takesBare() {
				continue
			}
			m, ok, err := g.attempt(r, s, i)
			if err != nil {
				return out, err
			}
			if ok {
				out = append(out, m)
			}
		}
	}
	s.matches = out
	return out, nil
}

// takesBare reports whether speech may follow the verb u with nothing between
// them but the speaker.
func (u *Unit) takesBare() bool { return u.Entry != nil && u.Entry.Form != nil && u.Entry.Form.Bare }

// errNoCue is for rules whose pattern can match without a cue.
var errNoCue = errors.New("the pattern matched without its cue group")

func (g *Grammar) try(r *Rule, s *Scan, i int) (m Match, ok bool, err error) {
	low := max(0, i-window)
	input := s.symbols[low:min(len(s.symbols), i+window)]
	err = r.re.FindRunesMatches(input, i-low, func(v regexp2.MatchView) bool {
		m = Match{Rule: r}
		at, n, _ := v.GroupRange(0)
		m.Start, m.End = low+at, min(low+at+n, len(s.Units))
		for k, num := range r.num {
			if num < 0 {
				continue
			}
			if at, n, found := v.GroupRange(num); found {
				m.Groups[k] = Range{low + at, min(low+at+n, len(s.Units))}
			}
		}
		ok = true
		return false
	})
	if ok && m.Groups[GroupCue].Empty() {
		return m, false, errNoCue
	}
	return m, ok, err
}
