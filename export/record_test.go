package export

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
)

// standardRecord is what encoding/json makes of a record.
func standardRecord(t testing.TB, r *quotes.Record) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRecordIsStandardJSON(t *testing.T) {
	var every []byte // all of ASCII, and what else is special in JSON
	for c := range byte(0x80) {
		every = append(every, c)
	}
	special := string(every) + "قال «\u2028\u2029\u2027\u00a0\ufffd\U0001f600» \xff\xd8\xd8\xd9قا\xe2\x80\xed\xa0\x80\xc0\xaf\xc1 <&>"
	var full quotes.Record
	full.Doc, full.ID, full.Type = special, 12, quotes.Mixed
	full.Content = quotes.RecordSpan{Text: special, Start: 3, End: 1 << 40}
	full.Quotes = []quotes.RecordSpan{{Text: "س"}, {Text: special, Start: -1, End: 9}}
	full.Cue = quotes.RecordCue{RecordSpan: quotes.RecordSpan{Text: "قال", Start: 1, End: 4}, Lemma: special, Class: "say"}
	full.Speaker = quotes.RecordSpeaker{ID: "s1", Name: special, Kind: "person", Role: "وزير", Gender: "f", Mention: full.Content, How: "name"}
	full.Via, full.Confidence, full.Rules = special, 0.97, []string{"verb.that", special}
	for name, r := range map[string]quotes.Record{"empty": {}, "no rules": {Quotes: []quotes.RecordSpan{}, Rules: []string{}}, "full": full} {
		for _, confidence := range []float64{r.Confidence, 0, 1, 0.5, 1e-7, 1.0 / 3, math.SmallestNonzeroFloat64} {
			r.Confidence = confidence
			got, err := appendRecord(nil, &r)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(standardRecord(t, &r), string(got)+"\n"); diff != "" {
				t.Errorf("%s (-standard +ours):\n%s", name, diff)
			}
		}
	}
	if _, err := appendRecord(nil, &quotes.Record{Confidence: math.NaN()}); err == nil {
		t.Error("no error for a confidence that is no number")
	}
}

func FuzzRecord(f *testing.F) {
	f.Add("قال «نعم»\n", 0.97)
	f.Add("\xff\u2028\"\\", 1e-9)
	f.Fuzz(func(t *testing.T, text string, confidence float64) {
		if math.IsNaN(confidence) || math.IsInf(confidence, 0) {
			return
		}
		r := quotes.Record{Doc: text, Content: quotes.RecordSpan{Text: text}, Confidence: confidence, Rules: []string{text}}
		got, err := appendRecord(nil, &r)
		if err != nil {
			t.Fatal(err)
		}
		if want := standardRecord(t, &r); string(got)+"\n" != want {
			t.Errorf("%q, expected %q", got, want)
		}
	})
}
