package eval

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
)

// LoadCorpus reads annotation files whose articles lie in a folder of corpora,
// gzipped JSONL files of articles. They are gold files but for the names and
// aliases of entities, which may be [start, end] in the article instead of
// words, so that an annotation holds no text. It returns the pairs in the order
// of the files.
func LoadCorpus(folder string, paths ...string) ([]Pair, error) {
	var out []Pair
	var all []annotation
	at := map[string][]int{} // indexes by article
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		list, err := readLines[annotation](f, path, `an annotated article {"doc", "entities", "quotes", "statements"}`)
		f.Close()
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			at[a.doc] = append(at[a.doc], len(all))
			all = append(all, a)
		}
	}
	corpora, err := filepath.Glob(filepath.Join(folder, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	sort.Strings(corpora)
	texts := make([]Document, len(all))
	for _, path := range corpora {
		if err := readCorpus(path, func(d Document) {
			for _, i := range at[d.ID] {
				texts[i] = d
			}
		}); err != nil {
			return nil, err
		}
	}
	for i, a := range all {
		if texts[i].ID == "" {
			return nil, fmt.Errorf("%s: no article %q, which is annotated", folder, a.doc)
		}
		gold, err := a.of(texts[i].Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.doc, err)
		}
		out = append(out, Pair{texts[i], gold})
	}
	return out, nil
}

// annotation is a line of an annotation file, before its article is known.
type annotation struct {
	doc  string
	line map[string]any
}

// UnmarshalJSON reads one line.
func (a *annotation) UnmarshalJSON(data []byte) error {
	if err := json.Unmarshal(data, &a.line); err != nil {
		return err
	}
	var ok bool
	if a.doc, ok = a.line["doc"].(string); !ok {
		return missing("doc")
	}
	return nil
}

// of returns the annotation of the given text.
func (a *annotation) of(text string) (Article, error) {
	points := []rune(text)
	words := func(v any) any {
		span, ok := v.([]any)
		if !ok || len(span) != 2 {
			return v
		}
		start, _ := span[0].(float64)
		end, _ := span[1].(float64)
		if start < 0 || end < start || int(end) > len(points) {
			return v
		}
		return string(points[int(start):int(end)])
	}
	entities, _ := a.line["entities"].(map[string]any)
	for _, v := range entities {
		e, ok := v.(map[string]any)
		if !ok {
			continue
		}
		e["name"] = words(e["name"])
		aliases, _ := e["aliases"].([]any)
		for i := range aliases {
			aliases[i] = words(aliases[i])
		}
	}
	data, err := json.Marshal(a.line)
	if err != nil {
		return Article{}, err
	}
	var gold Article
	err = json.Unmarshal(data, &gold)
	return gold, err
}

// readCorpus gives visit every article of a gzipped JSONL file.
func readCorpus(path string, visit func(Document)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	in := json.NewDecoder(z)
	for n := 1; ; n++ {
		var d Document
		switch err := in.Decode(&d); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: article %d: %w", path, n, err)
		}
		visit(d)
	}
}
