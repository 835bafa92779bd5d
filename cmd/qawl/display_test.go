package main

import (
	"strings"
	"testing"
)

func TestCells(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "قال": 3, "قَالَ": 3, "مُحَمَّد": 4, "\u2067قال\u2069": 3, "لا\u200dم": 3, "abc": 3, "日本": 4,
	} {
		if got := cells(s); got != want {
			t.Errorf("cells(%q) = %d, expected %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	got := strings.Join(wrap("  وَقَالَ الوزير\nإن العمل مستمر ", 12), "|")
	if want := "وَقَالَ الوزير|إن العمل|مستمر"; got != want {
		t.Errorf("%q, expected %q", got, want)
	}
	if got := wrap("كلمةطويلةجدا قال", 5); len(got) != 2 {
		t.Errorf("%q", got)
	}
	if got := wrap("", 5); got != nil {
		t.Errorf("%q", got)
	}
}

func TestDisplayDisarms(t *testing.T) {
	if got, want := display("قا\x1b[31mل\u2069\u202e\tنعم\u200f"), "قا[31mل نعم\u200f"; got != want {
		t.Errorf("%q, expected %q", got, want)
	}
}
