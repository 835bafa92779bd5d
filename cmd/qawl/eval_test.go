package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// gold annotates article, with one speaker wrong on purpose.
func goldFiles(t *testing.T) (gold, docs string) {
	t.Helper()
	at := func(words string) (start, end int) {
		i := strings.Index(article, words)
		if i < 0 {
			t.Fatalf("no %q", words)
		}
		start = len([]rune(article[:i]))
		return start, start + len([]rune(words))
	}
	statement := func(typ, speaker, words string) map[string]any {
		start, end := at(words)
		return map[string]any{"type": typ, "speaker": speaker, "how": "name", "start": start, "end": end}
	}
	mark := func(label, words string) map[string]any {
		start, end := at(words)
		return map[string]any{"label": label, "start": start, "end": end}
	}
	line, err := json.Marshal(map[string]any{
		"doc": "dam",
		"entities": map[string]any{
			"e1": map[string]any{"name": "سامي البدري", "kind": "person", "aliases": []string{"البدري"}},
			"e2": map[string]any{"name": "ليلى منصور", "kind": "person"},
		},
		"quotes": []any{mark("e1", "لن نفتح السد قبل انتهاء موسم الأمطار"), mark("-", "سنابل"), mark("e2", "لا يملكون رفاهية الانتظار")},
		"statements": []any{
			statement("direct", "e1", "لن نفتح السد قبل انتهاء موسم الأمطار"),
			statement("indirect", "e1", "لجنة فنية ستزور حوض النهر الشهر المقبل"),
			statement("mixed", "e2", "المزارعين «لا يملكون رفاهية الانتظار» هذا العام"),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return file(t, "gold.jsonl", string(line)+"\n"), file(t, "docs.jsonl", jsonLine(t, "dam", article))
}

func TestEval(t *testing.T) {
	gold, docs := goldFiles(t)
	out := fine(t, "", "eval", "--errors", "5", gold, docs)
	contains(t, out, "docs             1\n", "quotes.e2e       P=50.0 R=50.0 F1=50.0 tp=1 fp=1 fn=1\n",
		"stmts.speaker    66.67\n", "conf 0.9-1.0 ", "dam\tquote-speaker\t", "dam\tstmt-speaker\t", "\tلا يملكون رفاهية الانتظار\n")
	if short := fine(t, "", "eval", "--errors", "1", gold, docs); strings.Count(short, "dam\t") != 1 {
		t.Errorf("--errors 1 prints\n%s", short)
	}

	system := file(t, "system.jsonl", fine(t, "", "extract", docs))
	if again := fine(t, "", "eval", "--errors", "5", "--system", system, gold, docs); again != out {
		t.Errorf("--system prints\n%s\nexpected\n%s", again, out)
	}
	contains(t, fine(t, "", "eval", "--system", system, gold), "stmts.speaker    66.67\n")

	var figures struct {
		Speaker     float64           `json:"stmts.speaker"`
		Calibration []json.RawMessage `json:"calibration"`
	}
	if err := json.Unmarshal([]byte(fine(t, "", "eval", "--json", gold, docs)), &figures); err != nil {
		t.Fatal(err)
	}
	if figures.Speaker != 66.67 || len(figures.Calibration) != 3 {
		t.Errorf("%+v", figures)
	}
}

func TestEvalFailures(t *testing.T) {
	gold, docs := goldFiles(t)
	for _, args := range [][]string{
		{"eval", gold, "none.jsonl"},
		{"eval", docs, docs},
		{"eval", gold, file(t, "other.jsonl", jsonLine(t, "other", article))},
		{"eval", "--system", file(t, "bad.jsonl", "{}\n"), gold},
	} {
		if code, _, stderr := try(t, "", args...); code != exitFailed || !strings.Contains(stderr, ".jsonl") {
			t.Errorf("%v: exit code %d, stderr %q", args, code, stderr)
		}
	}
}

// TestEvalEqualsReference compares with the reference script on the shared corpus.
func TestEvalEqualsReference(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared", "gold")
	script := filepath.Join(shared, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("no reference script:", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip(err)
	}
	for _, set := range []string{"seed", "dev"} {
		gold, docs := filepath.Join(shared, set+".jsonl"), filepath.Join(shared, set+".docs.jsonl")
		system := file(t, "system.jsonl", fine(t, "", "extract", "--format", "jsonl", docs))
		want, err := exec.Command(python, script, gold, system).Output()
		if err != nil {
			t.Fatal(err)
		}
		got := fine(t, "", "eval", gold, docs)
		if !sameFigures(string(want), got) {
			t.Errorf("%s: got\n%s\nexpected\n%s", set, got, want)
		}
	}
}

// sameFigures compares the lines of want with the first lines of got, field by
// field, so that only layout may differ.
func sameFigures(want, got string) bool {
	w, g := strings.Split(strings.TrimSpace(want), "\n"), strings.Split(got, "\n")
	if len(w) > len(g) {
		return false
	}
	for i := range w {
		if strings.Join(strings.Fields(w[i]), " ") != strings.Join(strings.Fields(g[i]), " ") {
			return false
		}
	}
	return true
}
