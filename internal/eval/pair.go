package eval

import (
	"fmt"
	"os"

	"github.com/qawl-nlp/qawl/quotes"
)

// Pair is an article with its annotation.
type Pair struct {
	Document
	Gold Article
}

// Load reads a gold file and the file with its articles.
func Load(goldPath, docsPath string) ([]Pair, error) {
	gf, err := os.Open(goldPath)
	if err != nil {
		return nil, err
	}
	defer gf.Close()
	gold, err := ReadGold(gf, goldPath)
	if err != nil {
		return nil, err
	}
	df, err := os.Open(docsPath)
	if err != nil {
		return nil, err
	}
	defer df.Close()
	docs, err := ReadDocuments(df, docsPath)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]Document, len(docs))
	for _, d := range docs {
		byID[d.ID] = d
	}
	out := make([]Pair, len(gold))
	for i, g := range gold {
		d, ok := byID[g.Doc]
		if !ok {
			return nil, fmt.Errorf("%s: no article %q, which %s annotates", docsPath, g.Doc, goldPath)
		}
		out[i] = Pair{Document: d, Gold: g}
	}
	return out, nil
}

// System converts the statements extracted from p.Text for scoring.
func (p Pair) System(statements []quotes.Statement) []Statement {
	out := make([]Statement, len(statements))
	for i, r := range quotes.Records(p.ID, p.Text, statements) {
		s := Statement{
			Doc: r.Doc, Type: string(r.Type), Content: Span{r.Content.Start, r.Content.End}, SpeakerName: r.Speaker.Name,
			Cue: Span{r.Cue.Start, r.Cue.End}, Confidence: r.Confidence, How: string(r.Speaker.How),
		}
		for _, q := range r.Quotes {
			s.Quotes = append(s.Quotes, Span{q.Start, q.End})
		}
		out[i] = s
	}
	return out
}

// Unscored reports whether span overlaps what careful readers judge differently.
func (p Pair) Unscored(span Span) bool {
	for _, o := range p.Gold.Optional {
		if IoU(o, span) > 0.3 {
			return true
		}
	}
	for _, q := range p.Gold.Quotes {
		if q.Label == Unclear && IoU(q.Span, span) > 0.3 {
			return true
		}
	}
	return false
}
