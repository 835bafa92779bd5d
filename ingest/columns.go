package ingest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/qawl-nlp/qawl/internal/arabic"
)

// maxColumns keeps a header readable; a table has some dozens.
const maxColumns = 10_000

// columns says which columns of a table hold what; -1 where none does.
type columns struct {
	n                                  int
	text, id, title, date, outlet, url int
}

// Names of columns as headers have them, the likeliest first.
var (
	textNames   = columnNames("text", "full_text", "fulltext", "article_text", "body", "content", "article", "story", "النص", "نص الخبر", "نص المقال", "نص المقالة", "المتن", "المحتوى", "الخبر", "المقال", "المقالة", "نص", "متن", "محتوى")
	idNames     = columnNames("id", "doc", "doc_id", "docid", "docno", "article_id", "المعرف", "معرف", "رقم الخبر", "رقم المقال", "الرقم", "رقم", "م")
	titleNames  = columnNames("title", "headline", "العنوان", "عنوان", "عنوان الخبر", "عنوان المقال")
	dateNames   = columnNames("date", "published", "published_at", "publish_date", "pub_date", "pubdate", "date_published", "التاريخ", "تاريخ", "تاريخ النشر")
	outletNames = columnNames("outlet", "source", "newspaper", "publisher", "site", "المصدر", "الصحيفة", "الجريدة", "الموقع", "مصدر", "صحيفة")
	urlNames    = columnNames("url", "link", "الرابط", "رابط", "رابط الخبر")
)

func columnNames(names ...string) []string {
	for i, n := range names {
		names[i] = columnKey(n)
	}
	return names
}

// columnKey is what two spellings of a name have in common.
func columnKey(name string) string {
	name = strings.NewReplacer("_", " ", "-", " ").Replace(strings.ToLower(name))
	return squeeze(arabic.Fold(name))
}

// findColumns reads a header.
func (r *Reader) findColumns(header []string) (columns, error) {
	if len(header) > maxColumns {
		return columns{}, fmt.Errorf("%d columns, expected at most %d", len(header), maxColumns)
	}
	keys := make([]string, len(header))
	for i, h := range header {
		keys[i] = columnKey(h)
	}
	guess := func(names []string) int {
		for _, n := range names {
			if i := slices.Index(keys, n); i >= 0 {
				return i
			}
		}
		return -1
	}
	named := func(name, flag string, names []string) (int, error) {
		if name == "" {
			return guess(names), nil
		}
		if i := slices.Index(header, name); i >= 0 {
			return i, nil
		}
		if i := slices.Index(keys, columnKey(name)); i >= 0 {
			return i, nil
		}
		return -1, fmt.Errorf("no column is called %q (%s); there are %s", name, flag, columnList(header))
	}
	c := columns{
		n: len(header), title: guess(titleNames), date: guess(dateNames), outlet: guess(outletNames), url: guess(urlNames),
	}
	var err error
	if c.text, err = named(r.o.TextColumn, "--text-column", textNames); err != nil {
		return c, err
	}
	if c.id, err = named(r.o.IDColumn, "--id-column", idNames); err != nil {
		return c, err
	}
	if c.text < 0 {
		return c, fmt.Errorf("no column is called text, body, content or النص; name the right one (--text-column); there are %s", columnList(header))
	}
	return c, nil
}

// columnList names the columns for a message.
func columnList(header []string) string {
	const most, longest = 20, 40
	var b strings.Builder
	for i, h := range header[:min(len(header), most)] {
		if i > 0 {
			b.WriteString(", ")
		}
		if points := []rune(h); len(points) > longest {
			h = string(points[:longest]) + "…"
		}
		fmt.Fprintf(&b, "%q", h)
	}
	if len(header) > most {
		fmt.Fprintf(&b, " and %d more", len(header)-most)
	}
	return b.String()
}
