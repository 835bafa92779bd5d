package export

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/qawl-nlp/qawl/quotes"
)

const bom = "\ufeff"

// between stands between the members of a list in a cell.
const between = " | "

// cell is the text of a value of a [field], for formats that only have text.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return visible(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []string:
		return visible(strings.Join(v, " "))
	case []quotes.RecordSpan:
		texts := make([]string, len(v))
		for i, s := range v {
			texts[i] = visible(s.Text)
		}
		return strings.Join(texts, between)
	}
	panic(fmt.Sprintf("a field holds %T", v))
}

// visible takes out the characters that reorder what a reader sees: the
// embeddings, overrides, isolates and marks of the Unicode bidirectional
// algorithm. Arabic needs none of them where a cell or paragraph is its own.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// starters are the first characters by which a spreadsheet program takes a cell
// for a formula, as OWASP lists them (CSV injection).
const starters = "=+@\t\r\n＝＋－＠-"

// formula matches a cell that could run as a formula, or that [defuse] wrote.
var formula = regexp.MustCompile("^'*[" + starters + "]")

// defuse puts an apostrophe before a cell that could run as a formula.
func defuse(s string) string {
	if formula.MatchString(s) {
		return "'" + s
	}
	return s
}

// fuse undoes defuse.
func fuse(s string) string {
	if strings.HasPrefix(s, "'") && formula.MatchString(s) {
		return s[1:]
	}
	return s
}
