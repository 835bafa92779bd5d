package ingest

import (
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

func TestUnquote(t *testing.T) {
	for _, value := range []string{
		`""`, `"قال"`, `"\""`, `"\\\"\/\n\t"`, `"قال \"نعم\"\nثم سكت."`, `"\\u0041"`, `"a\u0041b"`, `"\ud83d\ude00"`, `"\n\ud83d\ude00\n"`, `"\b\f\r"`, `"\\"`, `"x\\\\y"`,
		`"\ud83d"`,
	} {
		want, wantErr := jsontext.AppendUnquote(nil, value)
		got, err := unquote([]byte(value))
		if got != string(want) || (err == nil) != (wantErr == nil) {
			t.Errorf("%s: %q (%v), expected %q (%v)", value, got, err, want, wantErr)
		}
	}
}
