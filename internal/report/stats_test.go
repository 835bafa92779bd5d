package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/internal/browser"
)

// facts are seven statements of three articles.
var facts = []Fact{
	{Doc: "a", Outlet: "الضفاف", Type: "direct", Class: "say", Speaker: "سامي البدري", Role: "وزير الري", Kind: "person", Gender: "m"},
	{Doc: "a", Outlet: "الضفاف", Type: "indirect", Class: "add", Speaker: "سامي البدري", Kind: "person", Gender: "m"},
	{Doc: "a", Outlet: "الضفاف", Type: "mixed", Class: "say", Speaker: "هدى الكيلاني", Kind: "person", Gender: "f"},
	{Doc: "b", Outlet: "الضفاف", Type: "direct", Class: "deny", Speaker: "الوزارة", Kind: "organization"},
	{Doc: "b", Outlet: "الضفاف", Type: "direct", Class: "say", Speaker: "سامي البدري", Role: "الوزير السابق", Kind: "person", Gender: "m"},
	{Doc: "c", Outlet: "المنار & <b>", Type: "indirect", Class: "say", Speaker: "هدى الكيلاني", Role: "رئيسة الجمعية", Kind: "person", Gender: "f"},
	{Doc: "c", Outlet: "المنار & <b>", Type: "indirect", Class: "", Speaker: "<script>alert(1)</script>", Kind: "anonymous"},
}

func counted() *Counts {
	c := &Counts{}
	for _, f := range facts {
		c.Add(f)
	}
	return c
}

// numbers are the names of groups with statements and documents.
func numbers(groups []Group) map[string][2]int {
	out := map[string][2]int{}
	for _, g := range groups {
		out[g.Name] = [2]int{g.Statements, g.Documents}
	}
	return out
}

func TestCounts(t *testing.T) {
	c := counted()
	for _, tt := range []struct {
		got  []Group
		want map[string][2]int
	}{
		{[]Group{c.All}, map[string][2]int{"": {7, 3}}},
		{c.Speakers(), map[string][2]int{"سامي البدري": {3, 2}, "هدى الكيلاني": {2, 2}, "الوزارة": {1, 1}, facts[6].Speaker: {1, 1}}},
		{c.Types(), map[string][2]int{"direct": {3, 2}, "indirect": {3, 2}, "mixed": {1, 1}}},
		{c.Classes(), map[string][2]int{"say": {4, 3}, "add": {1, 1}, "deny": {1, 1}, "": {1, 1}}},
		{c.Genders(), map[string][2]int{"m": {3, 2}, "f": {2, 2}, "": {2, 2}}},
		{c.Outlets(), map[string][2]int{"الضفاف": {5, 2}, "المنار & <b>": {2, 1}}},
	} {
		if diff := cmp.Diff(tt.want, numbers(tt.got)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
	first, second := c.Speakers()[0], c.Speakers()[1]
	if first.Name != "سامي البدري" || first.Role != "وزير الري" || second.Role != "رئيسة الجمعية" || second.Gender != "f" {
		t.Errorf("first %+v, second %+v", first, second)
	}
	if diff := cmp.Diff(map[string]int{"direct": 2, "indirect": 1}, first.Types); diff != "" {
		t.Error(diff)
	}
}

// TestSections leaves out what nothing is known of.
func TestSections(t *testing.T) {
	c := &Counts{}
	for _, f := range facts {
		f.Outlet = ""
		c.Add(f)
	}
	known := map[string]bool{}
	for _, s := range c.Sections(func(field string) bool { return field != "gender" }) {
		known[s.Field] = s.Known
	}
	if diff := cmp.Diff(map[string]bool{"speaker": true, "type": true, "class": true, "gender": false, "outlet": false}, known); diff != "" {
		t.Error(diff)
	}
}

// TestWords come back as their codes.
func TestWords(t *testing.T) {
	for field, of := range words {
		for code := range of {
			if got := Code(field, Word(field, code)); got != code {
				t.Errorf("%s: %s comes back as %s", field, code, got)
			}
		}
	}
	if Word("speaker", "m") != "m" || Code("gender", "؟") != "؟" {
		t.Error("what is no code changes")
	}
}

func TestPage(t *testing.T) {
	c := counted()
	write := func(top int) []byte {
		var b bytes.Buffer
		if err := Page(&b, "quotes.csv", c.All, c.Sections(func(string) bool { return true }), top); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if page := string(write(3)); !strings.Contains(page, "ولم يُعرض الباقي، وعدده 1.") || strings.Contains(page, "<script") || strings.Contains(page, "<b>\"") {
		t.Error(page)
	}
	ctx := browser.Open(t, write(20))
	const bars = `[...document.querySelectorAll("#speaker li")].map(li => [
		li.querySelector("span").firstChild.textContent, li.querySelector("b").textContent,
		[...li.querySelectorAll("rect")].map(r => r.getAttribute("class") + " " + Math.round(100 * r.getBoundingClientRect().width / r.ownerSVGElement.getBoundingClientRect().width)).join(" "),
	].join(": "))`
	want := []string{
		"سامي البدري: 3: direct 67 indirect 33", "هدى الكيلاني: 2: mixed 33 indirect 33",
		facts[6].Speaker + ": 1: indirect 33", "الوزارة: 1: direct 33",
	}
	if diff := cmp.Diff(want, browser.Evaluate[[]string](t, ctx, bars)); diff != "" {
		t.Errorf("bars (-want +got):\n%s", diff)
	}
	if got := browser.Evaluate[string](t, ctx, `document.querySelector(".figures").innerText.replace(/\s+/g, " ")`); got != "7 الأقوال 3 النصوص 4 القائلون 43٪ مباشر 14٪ مختلط 43٪ غير مباشر" {
		t.Errorf("figures: %q", got)
	}
}
