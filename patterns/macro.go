package patterns

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// node is a piece of a pattern: plain regular expression, or a class expression.
type node struct {
	text string
	expr *expr
}

// expr is a boolean expression over classes: {verb&quote}, {verb|noun}, {!stop}.
type expr struct {
	op    byte // 'c' class, '!' not, '&' and, '|' or
	class Class
	args  []*expr
}

func (e *expr) accepts(c Class) bool {
	switch e.op {
	case 'c':
		return c.Any(e.class)
	case '!':
		return !e.args[0].accepts(c)
	case '&':
		for _, a := range e.args {
			if !a.accepts(c) {
				return false
			}
		}
		return true
	}
	for _, a := range e.args {
		if a.accepts(c) {
			return true
		}
	}
	return false
}

func (e *expr) mask() Class {
	if e == nil {
		return 0
	}
	m := e.class
	for _, a := range e.args {
		m |= a.mask()
	}
	return m
}

// maxMacroDepth stops macros that name each other.
const maxMacroDepth = 16

// maxPieces stops macros that multiply: each naming the next ten times.
const maxPieces = 20_000

// expander replaces macros in patterns.
type expander struct {
	macros map[string]string
	exprs  map[string]*expr // read so far, by their text
	pieces int              // made so far
}

// distinct returns the expressions read so far, ordered by their text.
func (x *expander) distinct() []*expr {
	out := make([]*expr, 0, len(x.exprs))
	for _, text := range slices.Sorted(maps.Keys(x.exprs)) {
		out = append(out, x.exprs[text])
	}
	return out
}

// parse splits a pattern into nodes. White space is layout. Braces that open
// with a digit or a comma are quantifiers.
func (x *expander) parse(pattern string, depth int) ([]node, error) {
	if depth > maxMacroDepth {
		return nil, fmt.Errorf("macros nest deeper than %d", maxMacroDepth)
	}
	var out []node
	var plain strings.Builder
	flush := func() {
		if plain.Len() > 0 {
			out = append(out, node{text: plain.String()})
			plain.Reset()
		}
	}
	for i := 0; i < len(pattern); i++ {
		switch b := pattern[i]; b {
		case ' ', '\t', '\n', '\r':
		case '{':
			end := strings.IndexByte(pattern[i:], '}')
			if end < 0 {
				return nil, fmt.Errorf("position %d: { without }", i)
			}
			body := pattern[i+1 : i+end]
			if body != "" && (body[0] >= '0' && body[0] <= '9' || body[0] == ',') {
				plain.WriteString(pattern[i : i+end+1])
				i += end
				continue
			}
			flush()
			if x.pieces++; x.pieces > maxPieces {
				return nil, fmt.Errorf("macros expand to more than %d pieces", maxPieces)
			}
			if m, ok := x.macros[body]; ok {
				inner, err := x.parse(m, depth+1)
				if err != nil {
					return nil, fmt.Errorf("macro %s: %w", body, err)
				}
				out = append(out, node{text: "(?:"})
				out = append(out, inner...)
				out = append(out, node{text: ")"})
			} else {
				e := x.exprs[body]
				if e == nil {
					var err error
					if e, err = parseExpr(body); err != nil {
						return nil, fmt.Errorf("position %d: {%s}: %w, and no macro either", i, body, err)
					}
					if x.exprs == nil {
						x.exprs = map[string]*expr{}
					}
					x.exprs[body] = e
				}
				out = append(out, node{expr: e})
			}
			i += end
		default:
			plain.WriteByte(b)
		}
	}
	flush()
	return out, nil
}

// parseExpr reads a class expression: | binds loosest, then &, then !.
func parseExpr(s string) (*expr, error) {
	if parts := strings.Split(s, "|"); len(parts) > 1 {
		return parseList('|', parts)
	}
	if parts := strings.Split(s, "&"); len(parts) > 1 {
		return parseList('&', parts)
	}
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		e, err := parseExpr(rest)
		if err != nil {
			return nil, err
		}
		return &expr{op: '!', args: []*expr{e}}, nil
	}
	c, err := ParseClass(s)
	if err != nil {
		return nil, err
	}
	return &expr{op: 'c', class: c}, nil
}

func parseList(op byte, parts []string) (*expr, error) {
	e := &expr{op: op}
	for _, p := range parts {
		a, err := parseExpr(p)
		if err != nil {
			return nil, err
		}
		e.args = append(e.args, a)
	}
	return e, nil
}
