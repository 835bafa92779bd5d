package browsertest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/qawl-nlp/qawl/web"
)

// row is a line of the table as a reader sees it.
type row struct {
	ID      int
	Speaker string
	Words   string
	Type    string
}

// rows reads the table of statements, all of it.
func (b *tab) rows() []row {
	b.Helper()
	return eval[[]row](b, `[...document.querySelectorAll('#table .row')].map((r) => ({
		ID: Number(r.dataset.id),
		Speaker: r.querySelector('.who').firstChild.data,
		Words: r.querySelector('.words').textContent,
		Type: r.querySelector('.type').textContent,
	}))`)
}

// row returns the line of one statement.
func (b *tab) row(id int) row {
	b.Helper()
	for _, r := range b.rows() {
		if r.ID == id {
			return r
		}
	}
	b.Fatalf("statement %d is not in the table", id)
	return row{}
}

// highlighted returns the words that are highlighted for each statement. Line
// breaks are not part of a highlight.
func (b *tab) highlighted() map[int]string {
	b.Helper()
	return eval[map[int]string](b, `(() => {
		const out = {};
		for (const m of document.querySelectorAll('#article-text mark')) {
			for (const id of m.dataset.ids.split(' ')) out[id] = (out[id] ?? '') + m.textContent;
		}
		return out;
	})()`)
}

// extract asks the API what it finds in a text.
func (b *tab) extract(text string) web.Extraction {
	b.Helper()
	body, err := json.Marshal(web.Article{Text: text})
	if err != nil {
		b.Fatal(err)
	}
	res, err := http.Post(b.server.URL+"/v1/extract", "application/json", bytes.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	defer res.Body.Close()
	var x web.Extraction
	if err := json.NewDecoder(res.Body).Decode(&x); err != nil || res.StatusCode != http.StatusOK {
		b.Fatalf("extract: %s: %v", res.Status, err)
	}
	return x
}

// rowsOf are the lines that the answer of the API must come to.
func rowsOf(x web.Extraction, types map[string]string) []row {
	out := []row{}
	for _, s := range x.Statements {
		out = append(out, row{s.ID, s.Speaker.Name, s.Content.Text, types[string(s.Type)]})
	}
	return out
}

// highlightsOf are the highlights that the answer of the API must come to.
func highlightsOf(x web.Extraction) map[int]string {
	out := map[int]string{}
	for _, s := range x.Statements {
		out[s.ID] = strings.ReplaceAll(s.Content.Text, "\n", "")
	}
	return out
}

var (
	arabicTypes  = map[string]string{"direct": "مباشر", "mixed": "مختلط", "indirect": "غير مباشر"}
	englishTypes = map[string]string{"direct": "direct", "mixed": "mixed", "indirect": "indirect"}
)
