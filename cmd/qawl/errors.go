package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/qawl-nlp/qawl/internal/eval"
)

// scoringError is a mistake that eval found, with the words it is about.
type scoringError struct {
	Doc     string `json:"doc"`
	Kind    string `json:"kind"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Message string `json:"message"`
	Cause   string `json:"cause"`
	Words   string `json:"words"`
}

// errorWords is how many characters of the words are shown.
const errorWords = 90

// listed returns the first n errors. Words come from docs as far as it has them.
func listed(errs []eval.Error, n int, docs map[string]eval.Document) []scoringError {
	errs = errs[:min(n, len(errs))]
	out := make([]scoringError, len(errs))
	for i, e := range errs {
		out[i] = scoringError{Doc: e.Doc, Kind: e.Kind, Start: e.Start, End: e.End, Message: e.Message, Cause: e.Cause}
		if text := []rune(docs[e.Doc].Text); 0 <= e.Start && e.Start < len(text) {
			end := min(e.End, e.Start+errorWords, len(text))
			out[i].Words = strings.ReplaceAll(string(text[e.Start:max(e.Start, end)]), "\n", " ")
		}
	}
	return out
}

func writeErrors(w io.Writer, errs []scoringError) error {
	for _, e := range errs {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%d-%d\t%s\t%s\n", e.Doc, e.Kind, e.Cause, e.Start, e.End, e.Message, e.Words); err != nil {
			return err
		}
	}
	return nil
}
