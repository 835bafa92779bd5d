package speakers

import "github.com/qawl-nlp/qawl/patterns"

// fullNames visits the mentions with names of several words in text order, up to
// the paragraph that is asked for. What stands behind it makes no name of a word in it.
type fullNames struct {
	*Article
	seen int // of the mentions
	end  int // of the paragraph
}

// fullNames puts the mentions in text order and returns them unvisited.
func (a *Article) fullNames() fullNames {
	a.textOrder()
	return fullNames{a, 0, 0}
}

// next returns the next one that begins before the end of the paragraph of unit i, or nil.
func (f *fullNames) next(i int) *Mention {
	for ; i >= f.end; f.end++ {
		for f.end < len(f.Scan.Units) && !f.Scan.Units[f.end].Class.Any(patterns.Break) {
			f.end++
		}
	}
	for f.seen < len(f.order) {
		m := &f.Mentions[f.order[f.seen]]
		if m.Whole.Start >= f.end {
			break
		}
		f.seen++
		if m.Name.End-m.Name.Start > 1 {
			return m
		}
	}
	return nil
}
