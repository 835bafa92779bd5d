package main

import "testing"

func TestExplain(t *testing.T) {
	out := fine(t, "", "explain", file(t, "dam.txt", article))
	contains(t, out,
		"dam\u2069: 3 statements, 1 marked span left out",
		"sentence    \u2067وأضاف البدري أن لجنة فنية ستزور حوض النهر الشهر المقبل.\u2069",
		"rules       verb.that, subject.name",
		"named beside the cue",
		"speech  ", "confidence  ",
		"Left out", "\u2067سنابل\u2069", "why         reads as a name",
		"جمعية «سنابل» هدى", // the sentence of what was left out
	)
}

func TestExplainSpeechWithoutSpeaker(t *testing.T) {
	out := fine(t, "«لن نترك أرضنا مهما حدث لأننا لا نملك غيرها».", "explain", "--all")
	contains(t, out, "0 statements, 1 marked span left out", "reads as speech, but no", "bias")
}

func TestExplainMarksInBrackets(t *testing.T) {
	contains(t, fine(t, "قال الوزير (صاحب كتاب «سيرة») إن العمل مستمر.", "explain"), "stands in brackets", "in-brackets")
}
