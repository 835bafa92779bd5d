package browsertest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/export"
	scoring "github.com/qawl-nlp/qawl/internal/eval"
	"github.com/qawl-nlp/qawl/web"
)

// save saves the article in a format by the dialog and returns the file.
func (b *tab) save(format string) []byte {
	b.Helper()
	dir := b.TempDir()
	if _, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName, DownloadPath: dir, EventsEnabled: new(true),
		BrowserContextID: chromedp.FromContext(b.ctx).BrowserContextID,
	}); err != nil {
		b.Fatal(err)
	}
	progress := chromedp.BrowserEvents(b.ctx, browser.DownloadProgress)
	b.click("#export")
	b.click(`#save-dialog [value="` + format + `"]`)
	b.click("#save-dialog .primary")
	for e, err := range progress {
		if err != nil {
			b.Fatalf("%s: no file came: %v", format, err)
		}
		if e.State == browser.DownloadProgressStateCompleted {
			b.until(`!document.querySelector('#save-dialog')`)
			data, err := os.ReadFile(filepath.Join(dir, e.GUID))
			if err != nil {
				b.Fatal(err)
			}
			return data
		}
	}
	b.Fatalf("%s: no file came", format)
	return nil
}

// saved are the words of the statements in a file, by format, and whether it
// tells that a person changed the first one.
var saved = map[string]func(t *testing.T, data []byte) (words []string, byHand bool){
	"csv":  func(t *testing.T, data []byte) ([]string, bool) { return cells(t, data, ',') },
	"tsv":  func(t *testing.T, data []byte) ([]string, bool) { return cells(t, data, '\t') },
	"xlsx": sheet,
	"jsonl": func(t *testing.T, data []byte) (words []string, byHand bool) {
		for line := range bytes.Lines(data) {
			words, byHand = statementOf(t, line, words, byHand)
		}
		return words, byHand
	},
	"json": func(t *testing.T, data []byte) (words []string, byHand bool) {
		var list []json.RawMessage
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		for _, one := range list {
			words, byHand = statementOf(t, one, words, byHand)
		}
		return words, byHand
	},
	"parquet": func(t *testing.T, data []byte) (words []string, byHand bool) {
		type line struct {
			Quote   string   `parquet:"quote,optional"`
			Content string   `parquet:"content,optional"`
			Rules   []string `parquet:"rules,list"`
		}
		list, err := parquet.Read[line](bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range list {
			words = append(words, l.Quote+l.Content)
			byHand = byHand || slices.Contains(l.Rules, "hand.speaker")
		}
		return words, byHand
	},
}

func statementOf(t *testing.T, data []byte, words []string, byHand bool) ([]string, bool) {
	t.Helper()
	var s struct {
		Content struct{ Text string }
		Rules   []string
	}
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return append(words, s.Content.Text), byHand || slices.Contains(s.Rules, "hand.speaker")
}

func cells(t *testing.T, data []byte, comma rune) (words []string, byHand bool) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma = comma
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return column(t, lines)
}

func sheet(t *testing.T, data []byte) (words []string, byHand bool) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	lines[0] = slices.Clone(lines[0])
	for i, h := range lines[0] {
		lines[0][i] = map[string]string{"القول": "quote", "القواعد": "rules"}[h] + map[bool]string{true: h}[h == "quote" || h == "rules"]
	}
	return column(t, lines)
}

func column(t *testing.T, lines [][]string) (words []string, byHand bool) {
	t.Helper()
	quote, rules := slices.Index(lines[0], "quote"), slices.Index(lines[0], "rules")
	if quote < 0 || rules < 0 {
		t.Fatalf("no columns quote and rules in %q", lines[0])
	}
	for _, l := range lines[1:] {
		words = append(words, l[quote])
		byHand = byHand || strings.Contains(l[rules], "hand.speaker")
	}
	return words, byHand
}

// corrected opens an article, gives its first statement another speaker, rejects
// the second one, and returns the words of those that are left.
func corrected(t *testing.T) (b *tab, words []string) {
	t.Helper()
	b = open(t, web.Options{}, "/?lang=en&theme=light")
	b.paste(article(t, "gulf-agency-energy"))
	b.click("#row-1 .words")
	b.setSpeaker("ليلى الحمداني")
	b.click("#row-2 .words")
	b.click(`#open-detail [data-control="reject"]`)
	for _, r := range b.rows() {
		if r.ID != 2 {
			words = append(words, r.Words)
		}
	}
	return b, words
}

func TestSavedFilesHoldWhatThePageShows(t *testing.T) {
	b, want := corrected(t)
	b.click("#export")
	b.shot("save-en-light")
	b.press("\x1b")
	b.until(`!document.querySelector('#save-dialog')`)

	for _, format := range export.Formats() {
		t.Run(format, func(t *testing.T) {
			data := b.save(format)
			read := saved[format]
			if read == nil { // for readers, not for programs
				for _, words := range want {
					if !bytes.Contains(data, []byte(firstWords(words))) {
						t.Errorf("the file lacks %q", words)
					}
				}
				if !bytes.Contains(data, []byte("ليلى الحمداني")) {
					t.Error("the file lacks the speaker that was chosen by hand")
				}
				return
			}
			words, byHand := read(t, data)
			if !slices.Equal(words, want) {
				t.Errorf("statements of the file: %q\nexpected %q", words, want)
			}
			if !byHand {
				t.Error("nothing says that a speaker was chosen by hand")
			}
		})
	}
}

func TestSavedGoldFile(t *testing.T) {
	b, want := corrected(t)
	gold, err := scoring.ReadGold(bytes.NewReader(b.save("gold")), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := scoring.ReadDocuments(bytes.NewReader(b.save("gold-articles")), "gold.docs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 1 || len(docs) != 1 || gold[0].Doc != docs[0].ID {
		t.Fatalf("%d annotations, %d articles", len(gold), len(docs))
	}
	text := []rune(docs[0].Text)
	var words []string
	for _, s := range gold[0].Statements {
		words = append(words, string(text[s.Start:s.End]))
	}
	if !slices.Equal(words, want) {
		t.Errorf("statements of the gold file: %q\nexpected %q", words, want)
	}
	if e := gold[0].Entities[gold[0].Statements[0].Speaker]; e.Name != "ليلى الحمداني" {
		t.Errorf("speaker of the first statement: %q", e.Name)
	}
}

// firstWords are enough of a statement to find it again where its lines are
// broken or its signs are escaped.
func firstWords(s string) string {
	pieces := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("«»\"“”.,،؛\n", r) })
	words := strings.Fields(pieces[0])
	return strings.Join(words[:min(2, len(words))], " ")
}
