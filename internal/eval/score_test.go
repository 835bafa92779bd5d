package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScoreEmpty(t *testing.T) {
	got, errs := Score(nil, nil)
	if diff := cmp.Diff(Report{}, got); diff != "" || len(errs) > 0 {
		t.Errorf("Score(nil, nil): errors %v, report (-want +got):\n%s", errs, diff)
	}
}

// TestScoreLikePython scores disturbed copies of the gold file here and with score.py, and
// compares every figure, the printed text and the list of errors.
func TestScoreLikePython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: cannot compare with score.py")
	}
	// The gold folder lies beside the repository, which is two folders up from here.
	dir := filepath.Join("..", "..", "..", "shared", "gold")
	script, dev := filepath.Join(dir, "score.py"), filepath.Join(dir, "dev.jsonl")
	for _, f := range []string{script, dev} {
		if _, err := os.Stat(f); err != nil {
			t.Skipf("no reference to compare with: %v", err)
		}
	}
	source, err := os.ReadFile(dev)
	if err != nil {
		t.Fatal(err)
	}
	articles, err := ReadGold(bytes.NewReader(source), dev)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(10) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			rnd := rand.New(rand.NewPCG(seed, 1))
			// From the gold file itself (seed 0) to one that is mostly wrong.
			d := disturber{rnd, 0.1 * float64(seed)}
			tmp := t.TempDir()
			goldFile, systemFile := filepath.Join(tmp, "gold.jsonl"), filepath.Join(tmp, "system.jsonl")
			writeLines(t, goldFile, d.gold(t, source))
			writeLines(t, systemFile, d.system(articles))

			report, errs := scoreFiles(t, goldFile, systemFile)
			var want Report
			if err := json.Unmarshal(runScript(t, python, script, goldFile, systemFile, "--json"), &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, report); diff != "" {
				t.Errorf("figures (-score.py +Score):\n%s", diff)
			}
			if seed > 0 && (report.StmtsDetect.TP == 0 || report.StmtsDetect.FP == 0 || report.QuotesDetect.FP == 0) {
				t.Errorf("the disturbed output tests too little: %+v", report)
			}

			var text bytes.Buffer
			if err := report.Write(&text); err != nil {
				t.Fatal(err)
			}
			for _, e := range errs {
				fmt.Fprintf(&text, "%s\t%s\t%d-%d\n", e.Doc, e.Kind, e.Start, e.End)
			}
			out := runScript(t, python, script, goldFile, systemFile, "--errors", "1000000")
			var wantText strings.Builder
			for line := range strings.Lines(string(out)) {
				// Messages quote names in each language's own manner.
				if f := strings.Split(line, "\t"); len(f) > 3 {
					line = strings.Join(f[:3], "\t") + "\n"
				}
				wantText.WriteString(line)
			}
			if diff := cmp.Diff(wantText.String(), text.String()); diff != "" {
				t.Errorf("text (-score.py +Score):\n%s", diff)
			}
		})
	}
}

func scoreFiles(t *testing.T, goldFile, systemFile string) (Report, []Error) {
	t.Helper()
	gf, err := os.Open(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	defer gf.Close()
	sf, err := os.Open(systemFile)
	if err != nil {
		t.Fatal(err)
	}
	defer sf.Close()
	gold, err := ReadGold(gf, goldFile)
	if err != nil {
		t.Fatal(err)
	}
	system, err := ReadStatements(sf, systemFile)
	if err != nil {
		t.Fatal(err)
	}
	return Score(gold, system)
}

func runScript(t *testing.T, python string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(python, args...)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, stderr.Bytes())
	}
	return out
}

func writeLines(t *testing.T, path string, lines []any) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, v := range lines {
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// disturber makes mistakes of each sort with a probability that grows with rate (0 to 1).
type disturber struct {
	*rand.Rand
	rate float64
}

func (d disturber) hit(p float64) bool { return d.Float64() < p*d.rate }

func pick[T any](d disturber, list []T) T { return list[d.IntN(len(list))] }

// gold adds optional spans and unclear labels, of which the real file has few or none.
func (d disturber) gold(t *testing.T, source []byte) (lines []any) {
	t.Helper()
	for line := range bytes.Lines(source) {
		var g map[string]any
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		var optional []any
		var kept = []any{}
		for _, s := range g["statements"].([]any) {
			if d.hit(0.2) {
				optional = append(optional, map[string]any{"start": s.(map[string]any)["start"], "end": s.(map[string]any)["end"]})
				continue
			}
			kept = append(kept, s)
		}
		g["statements"] = kept
		if optional != nil {
			g["optional"] = optional
		}
		for _, q := range g["quotes"].([]any) {
			if d.hit(0.1) {
				q.(map[string]any)["label"] = Unclear
			}
		}
		lines = append(lines, g)
	}
	return lines
}

func (d disturber) system(articles []Article) (lines []any) {
	for _, g := range articles {
		var list []any
		for _, a := range g.Statements {
			if d.hit(0.3) {
				continue
			}
			e := g.Entities[a.Speaker]
			s := d.statement(g, a.Type, a.Span, e)
			list = append(list, s)
			if d.hit(0.2) { // a rival for the same gold statement, at times with the same overlap
				list = append(list, d.statement(g, a.Type, a.Span, e))
			}
		}
		for _, q := range g.Quotes {
			if _, speech := g.Entities[q.Label]; !speech && d.hit(0.3) {
				list = append(list, d.statement(g, Direct, q.Span, Entity{Name: "حماس"}))
			}
		}
		if d.hit(0.5) {
			d.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		}
		lines = append(lines, list...)
	}
	if d.rate > 0 {
		lines = append(lines, d.statement(Article{Doc: "not in gold"}, Direct, Span{0, 9}, Entity{Name: "حماس"}))
	}
	return lines
}

func (d disturber) statement(g Article, typ string, content Span, e Entity) map[string]any {
	var quotes []any
	if typ != Indirect {
		for _, q := range g.Quotes {
			if q.Start >= content.Start && q.End <= content.End {
				quotes = append(quotes, d.span(q.Span))
			}
		}
	}
	if d.hit(0.3) {
		quotes = nil
	}
	if d.hit(0.2) {
		typ = pick(d, []string{Direct, Mixed, Indirect, "paraphrase", ""})
	}
	s := map[string]any{
		"doc": g.Doc, "type": typ, "content": d.span(content), "quotes": quotes,
		"cue": Span{content.Start, content.Start}, "confidence": d.Float64(),
		"speaker": map[string]any{"name": d.name(g, e)},
	}
	switch {
	case d.hit(0.03):
		s["speaker"] = nil
	case d.hit(0.03):
		delete(s, "speaker")
	case d.hit(0.03):
		delete(s, "quotes")
	}
	return s
}

func (d disturber) span(s Span) Span {
	if !d.hit(0.4) {
		return s
	}
	n := max(2, (s.End-s.Start)/2)
	return Span{max(0, s.Start+d.IntN(2*n)-n), s.End + d.IntN(2*n) - n}
}

func (d disturber) name(g Article, e Entity) string {
	if !d.hit(0.7) {
		return e.Name
	}
	switch name := []rune(e.Name); d.IntN(9) {
	case 0:
		return ""
	case 1:
		return " «»\u200f"
	case 2: // another entity; ids are in order in the file but not in the map
		if other, ok := g.Entities[fmt.Sprintf("e%d", 1+d.IntN(4))]; ok {
			return other.Name
		}
		return "لافروف"
	case 3: // a form, a bare title among them
		if len(e.Aliases) > 0 {
			return pick(d, e.Aliases)
		}
		return e.Name
	case 4:
		return strings.Repeat("السيد ", 1+d.IntN(7)) + e.Name
	case 5:
		return e.Name + pick(d, []string{" الوزير", "،", "\u064e", "\u0640", " (42)", "\u00a0x", "\u08f0"})
	case 6: // letters lost or exchanged
		for range 1 + d.IntN(4) {
			i := d.IntN(len(name))
			name = append(name[:i:i], name[min(len(name), i+d.IntN(2)):]...)
			if len(name) == 0 {
				return ""
			}
			name[d.IntN(len(name))] = pick(d, []rune("أإىةوينم "))
		}
		return string(name)
	case 7:
		return strings.Join(strings.Fields(e.Name)[:1], " ")
	default:
		return strings.NewReplacer("ا", "أ", "ه", "ة", "ي", "ى", "ك", "ک").Replace(e.Name)
	}
}
