package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCalibration(t *testing.T) {
	g, system := judged()
	bands := Calibration([]Article{g}, map[string][]Statement{"a": system, "elsewhere": system})
	want := []Band{{0.9, 1, 2, 1}, {0.7, 0.9, 1, 0}, {0, 0.7, 1, 0}}
	if diff := cmp.Diff(want, bands); diff != "" {
		t.Errorf("Calibration (-want +got):\n%s", diff)
	}
	bands[1] = Band{0.7, 0.9, 0, 0}
	var b strings.Builder
	if err := WriteCalibration(&b, bands); err != nil {
		t.Fatal(err)
	}
	text := "conf 0.9-1.0     share=66.67 precision=50.0 right=1 n=2\n" +
		"conf 0.7-0.9     share=0.0 precision=- right=0 n=0\n" +
		"conf 0.0-0.7     share=33.33 precision=0.0 right=0 n=1\n"
	if diff := cmp.Diff(text, b.String()); diff != "" {
		t.Errorf("WriteCalibration (-want +got):\n%s", diff)
	}
}
