package eval

import "testing"

// The wanted values are Python's round(x, 2), as Python prints them.
func TestRoundDecimal(t *testing.T) {
	for _, tc := range []struct {
		x    float64
		want string
	}{
		{0, "0.0"}, {50, "50.0"}, {100, "100.0"},
		{0.125, "0.12"}, {0.375, "0.38"}, // exact ties
		{2.675, "2.67"}, {1.005, "1.0"}, {66.665, "66.67"}, {33.335, "33.34"}, {12.345, "12.35"},
	} {
		if got := decimal(round(tc.x)); got != tc.want {
			t.Errorf("decimal(round(%v)) = %s, want %s", tc.x, got, tc.want)
		}
	}
}
