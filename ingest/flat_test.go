package ingest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is read as a flat object must be what the decoder of JSON reads, however
// the line is damaged.
func TestFlat(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	flat := 0
	check := func(line string) {
		got, hasText, ok := r.decodeFlat([]byte(line))
		if !ok {
			return
		}
		flat++
		want, err := r.decodeObject([]byte(line))
		if (err == nil) != hasText {
			t.Errorf("%q: has a text: %v, but %v", line, hasText, err)
		} else if err == nil && !cmp.Equal(got, want) {
			t.Errorf("%q:\n%s", line, cmp.Diff(want, got))
		}
	}
	for _, line := range []string{
		`{"id": "a1", "text": "قال الوزير: «نعم».\nوأضاف \"لا\" \/ \\ ثم – سكت 😀", "source":"الغد"}`,
		`{"text":"قالت المديرة إن العمل مستمر","title" : "عن العمل" , "url":"https://example.org/a?b=c","rest":"x"}  `,
		`{"text":"","date":"2024-01-02","outlet":"a","outlet":"b"}`,
		`{"title":"بلا نص"}`,
		`{}`,
	} {
		check(line)
		for i := range line {
			check(line[:i])
			for _, other := range []string{"", " ", `"`, `\`, "{", "}", ",", ":", "\x00", "\n", "\x1f", "\x7f", "\xd9", "\x86", "\xc1", "\xe2\x80", "\xed\xa0\x80", `\u0642`, `\ud800`, "text", "1"} {
				check(line[:i] + other + line[i:])
				check(line[:i] + other + line[i+1:])
			}
		}
	}
	if flat < 500 {
		t.Errorf("only %d lines are flat", flat)
	}
	var many strings.Builder
	for i := range mostMembers + 1 {
		many.WriteString(`,"k` + strings.Repeat("x", i) + `":""`)
	}
	if d, err := r.decodeJSON([]byte(`{"text":"نعم"` + many.String() + `}`)); err != nil || d.Text != "نعم" {
		t.Errorf("an object with many members is read as %+v, %v", d, err)
	}
}
