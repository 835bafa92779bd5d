package points

import (
	"strings"
	"testing"
)

func TestCounter(t *testing.T) {
	for _, text := range []string{"", "abc", strings.Repeat("قال😀 x", 100), "\xff\xfeق", strings.Repeat("\xc3ق\xe2\x80", 300), strings.Repeat("قال الوزير\xd9 إن «1», ", 50) + "\xc1\xbf\xbfق\u0800"} {
		c := In(text)
		p := 0
		for b := range text {
			if got := c.Before(b); got != p {
				t.Errorf("byte %d is code point %d, expected %d", b, got, p)
			}
			if got, ok := c.Byte(p); !ok || got != b {
				t.Errorf("code point %d is byte %d, expected %d", p, got, b)
			}
			p++
		}
		if got, ok := c.Byte(p); !ok || got != len(text) {
			t.Errorf("the end is byte %d, expected %d", got, len(text))
		}
		if got := c.Before(len(text)); got != p {
			t.Errorf("there are %d code points, expected %d", got, p)
		}
		for _, outside := range []int{-1, p + 1} {
			if _, ok := c.Byte(outside); ok {
				t.Errorf("there is a code point %d of %d", outside, p)
			}
		}
	}
}
