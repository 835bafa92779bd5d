package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
	"github.com/qawl-nlp/qawl/quotes"
)

// filterFlags choose among the statements. The ids of statements stay the same
// whatever is chosen.
type filterFlags struct {
	Types         []string `placeholder:"TYPE" enum:"direct,mixed,indirect" help:"Only these types: direct (words in marks), mixed (partly in marks), indirect."`
	MinConfidence float64  `placeholder:"0…1" help:"Only statements at least this sure."`
	Speaker       string   `placeholder:"NAME" help:"Only speakers whose name or title contains NAME, however it is spelled (أ/ا, ة/ه, vowels)."`
}

// Validate is called by kong.
func (f filterFlags) Validate() error {
	if !(f.MinConfidence >= 0 && f.MinConfidence <= 1) {
		return fmt.Errorf("--min-confidence is %v, expected 0 to 1", f.MinConfidence)
	}
	if f.Speaker != "" && fold(f.Speaker) == "" {
		return fmt.Errorf("--speaker %q holds no letters", f.Speaker)
	}
	return nil
}

func (f filterFlags) filter() func([]quotes.Statement) []quotes.Statement {
	if len(f.Types) == 0 && f.MinConfidence == 0 && f.Speaker == "" {
		return func(in []quotes.Statement) []quotes.Statement { return in }
	}
	name := fold(f.Speaker)
	return func(in []quotes.Statement) []quotes.Statement {
		var out []quotes.Statement
		for _, st := range in {
			switch {
			case len(f.Types) > 0 && !slices.Contains(f.Types, string(st.Type)):
			case st.Confidence < f.MinConfidence:
			case !strings.Contains(fold(st.Speaker.Name), name) && !strings.Contains(fold(st.Speaker.Role), name):
			default:
				out = append(out, st)
			}
		}
		return out
	}
}

// fold is the look-up key of a phrase.
func fold(s string) string { return strings.Join(strings.Fields(arabic.Fold(s)), " ") }
