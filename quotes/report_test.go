package quotes

import (
	"slices"
	"testing"
)

// TestReportFeatures names what is seen of the أن of a report.
func TestReportFeatures(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, has string }{
		{"وأكد أن الطريق مغلق.", "that-behind-cue"},
		{"وأكد الوزير أن الطريق مغلق.", "that-behind-source"},
		{"وأكد الوزير، أن الطريق مغلق.", "that-behind-comma"},
		{"وأكد الوزير ضرورة الحذر من منطلق أن الطريق مغلق.", "cue=and-verb+that-behind-noun"},
		{"وأشار الوزير إلى أن الطريق مغلق.", "that-behind-particle=الي"},
		{"وصرح الوزير بأن الطريق مغلق.", "class=say+بأن"},
	} {
		a, err := e.Analyze(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range a.frames {
			got = append(got, f.report.Features...)
		}
		if !slices.Contains(got, tt.has) {
			t.Errorf("%s\ngot %v, expected %s", tt.text, got, tt.has)
		}
	}
}
