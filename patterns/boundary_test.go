package patterns

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTagsAreNoText: names that stand side by side in a line of tags are signs to
// all that reads units.
func TestTagsAreNoText(t *testing.T) {
	for _, c := range []struct{ name, text, words string }{
		{"behind the last sentence", "وصل الوفد أمس. سمات سامي العلي كريم السالمي", "وصل الوفد أمس"},
		{"behind marks", "وقال: «سنبقى هنا». وسوم الرياض سامي العلي", "وقال"},
		{"two words, on a line of its own", "وصل الوفد أمس.\nكلمات مفتاحية: سامي العلي، الرياض\n", "وصل الوفد أمس"},
		{"before a paragraph", "وصل الوفد أمس. سمات سامي العلي\n\nوعاد اليوم.", "وصل الوفد أمس وعاد اليوم"},
		{"a sentence", "وصل الوفد أمس. سمات المرحلة واضحة.", "وصل الوفد أمس سمات المرحلة واضحة"},
		{"a clause", "سمات المرحلة كما قال الوزير أن الأسعار ترتفع", "سمات المرحلة كما قال الوزير أن الأسعار ترتفع"},
		{"within a sentence", "وناقش الوفد سمات المرحلة", "وناقش الوفد سمات المرحلة"},
	} {
		s := DefaultGrammar().Scan(c.text)
		var words []string
		for _, u := range s.Units {
			if u.Class.Any(Word) {
				words = append(words, s.Text.Slice(u.First, u.Last))
			}
		}
		if diff := cmp.Diff(c.words, strings.Join(words, " ")); diff != "" {
			t.Errorf("%s: %q (-want +got)\n%s", c.name, c.text, diff)
		}
	}
}
