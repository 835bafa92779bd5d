package eval

import "testing"

// The wanted values are difflib's, as Python prints them.
func TestRatio(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want float64
	}{
		{"", "", 1},
		{"a", "", 0},
		{"abcd", "bcde", 0.75},
		{"tide", "diet", 0.25},
		{"diet", "tide", 0.5},
		{"ababab", "bababa", 0.8333333333333334},
		{"GESTALT PRACTICE", "GESTALT PATTERN", 0.6451612903225806},
		{"private Thread currentThread", "private volatile Thread currentThread", 0.8615384615384616},
		{"بلينكن", "بلنكن", 0.9090909090909091},
		{"انتوني بلينكن", "انطوني بلينكن", 0.9230769230769231},
		{"محمد بن سلمان", "محمد سلمان", 0.8695652173913043},
	} {
		if got := ratio([]rune(tc.a), []rune(tc.b)); got != tc.want {
			t.Errorf("ratio(%q, %q) = %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}
