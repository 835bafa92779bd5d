package eval

import (
	"fmt"
	"io"
	"strings"
)

// Judgement is the verdict on one statement of a system.
type Judgement int

const (
	Ignored Judgement = iota // counts neither way: an unscored type, or over an unclear or optional span
	Right                    // found in the gold file, and the speaker is right
	Wrong                    // spurious, or the speaker is wrong
)

// String is "ignored", "right" or "wrong".
func (j Judgement) String() string {
	switch j {
	case Ignored:
		return "ignored"
	case Right:
		return "right"
	case Wrong:
		return "wrong"
	}
	return fmt.Sprintf("Judgement(%d)", int(j))
}

// Judge gives the verdict on each statement of a system about one article, index for index.
func Judge(gold Article, system []Statement) []Judgement {
	al := align(gold, system)
	out := make([]Judgement, len(system))
	for j := range system {
		switch {
		case al.ignored[j]:
			out[j] = Ignored
		case al.right[j]:
			out[j] = Right
		default:
			out[j] = Wrong
		}
	}
	return out
}

// Band counts the judged statements with a confidence from Low (included) to High (excluded,
// except in the topmost band): N of them, Right of these right.
type Band struct {
	Low, High float64
	N, Right  int
}

// Calibration counts right statements by confidence, in three bands, the highest first:
// 0.9 to 1, 0.7 to 0.9, 0 to 0.7. Ignored statements and documents outside gold do not count;
// a statement without a confidence falls into the lowest band.
func Calibration(gold []Article, system map[string][]Statement) []Band {
	bands := []Band{{Low: 0.9, High: 1}, {Low: 0.7, High: 0.9}, {Low: 0, High: 0.7}}
	for _, g := range gold {
		list := system[g.Doc]
		for j, verdict := range Judge(g, list) {
			if verdict == Ignored {
				continue
			}
			k := 0
			for k < len(bands)-1 && list[j].Confidence < bands[k].Low {
				k++
			}
			bands[k].N++
			if verdict == Right {
				bands[k].Right++
			}
		}
	}
	return bands
}

// WriteCalibration prints one line a band: its share of all judged statements and its
// precision, both in per cent, and its counts. A band without statements has no precision.
func WriteCalibration(w io.Writer, bands []Band) error {
	total := 0
	for _, b := range bands {
		total += b.N
	}
	var out strings.Builder
	for _, b := range bands {
		precision := "-"
		if b.N > 0 {
			precision = decimal(round(share(b.Right, b.N)))
		}
		key := fmt.Sprintf("conf %.1f-%.1f", b.Low, b.High)
		fmt.Fprintf(&out, "%-16s share=%s precision=%s right=%d n=%d\n", key, decimal(round(share(b.N, total))), precision, b.Right, b.N)
	}
	_, err := io.WriteString(w, out.String())
	return err
}
