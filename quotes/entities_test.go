package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEntities(t *testing.T) {
	const text = "قال وزير الصحة سامر العلي إن اللقاح متوفر. وأضاف العلي أن الحملة تبدأ غداً. وزارت الوزيرة هالة منصور إلى القرية، وقالت نقابة الأطباء إن الدواء قليل."
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Analyze(text)
	if err != nil {
		t.Fatal(err)
	}
	type entity struct {
		ID, Name string
		Mentions []string
	}
	var got []entity
	for _, x := range a.Entities() {
		g := entity{ID: x.ID, Name: x.Name}
		for _, m := range x.Mentions {
			if text[m.Start:m.End] != m.Text {
				t.Errorf("mention %q is not at %d", m.Text, m.Start)
			}
			g.Mentions = append(g.Mentions, m.Text)
		}
		got = append(got, g)
	}
	want := []entity{
		{"s1", "سامر العلي", []string{"وزير الصحة سامر العلي", "العلي"}},
		{"s2", "نقابة الأطباء", []string{"نقابة الأطباء"}},
		{"s3", "هالة منصور", []string{"الوزيرة هالة منصور"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}
