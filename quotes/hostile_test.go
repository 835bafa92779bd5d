package quotes_test

import (
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/internal/benchmark"
	"github.com/qawl-nlp/qawl/quotes"
)

// hostile is input that nobody writes on purpose, by name. Each is a unit to
// repeat, but for those that need more than that.
func hostile(size int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)+1) }
	nested := func(open, close string) string {
		n := size / (len(open) + len(close))
		return "قال الوزير: " + strings.Repeat(open, n) + "لن نعود إلى الوراء" + strings.Repeat(close, n) + "."
	}
	return map[string]string{
		"invalid UTF-8":          fill("قال \xff\xfeالوزير \xd9إن الطريق\xc0 \x80مفتوح. \xf5"),
		"half characters":        fill("\xd9"),
		"NUL":                    fill("قال\x00 الوزير\x00\x00 إن \x00الطريق مفتوح.\x00"),
		"opening marks":          fill("«"),
		"closing marks":          fill("»"),
		"straight marks":         fill(`"`),
		"straight marks, spaced": fill(`" `),
		"single marks":           fill("‘"),
		"brackets":               fill("(("),
		"marks of every kind":    fill("«“\"‹‘„((»”\"›’“))"),
		"nested":                 nested("«", "»"),
		"nested, every kind":     nested("«“‹‘((", "))’›”»"),
		"nested and unclosed":    nested("«قال ", ""),
		"pairs":                  fill("«كلمة» "),
		"no full stop":           fill("وقال الوزير كريم السالمي إن الطريق مفتوح وأضاف أن العمل مستمر "),
		"no cue, no full stop":   fill("هطلت الأمطار على المدينة الكبيرة وأغلقت الطرق كلها "),
		"cues":                   fill("قال "),
		"cues and conjunctions":  fill("قال إن "),
		"cues and colons":        fill("قال: "),
		"cues, every kind":       fill("قال وأضاف مشيرا قوله بحسب نقلت عن وفقا لـ أن "),
		"participles":            fill("مضيفا "),
		"sources":                fill("بحسب "),
		"chains":                 fill("ونقلت وكالة عن "),
		"conjunctions":           fill("أن "),
		"colons":                 fill(": "),
		"headlines":              fill("وزير المالية: الطريق مفتوح\n"),
		"commas":                 fill("، "),
		"full stops":             fill(". "),
		"line breaks":            fill("\n \r\n"),
		"one-word paragraphs":    fill("كلمة\n"),
		"titles":                 fill("وزير "),
		"names":                  fill("محمد "),
		"links of names":         fill("بن "),
		"one word":               fill("كلمة"),
		"diacritics":             fill("َ"),
		"tatweel":                fill("قـــــال "),
		"digits":                 fill("1,"),
		"bidi controls":          fill("\u202a\u202b\u200f"),
		"ligatures":              fill("ﷺ"),
		"interview":              fill("* س: متى؟\n\n* ج: غدا.\n\n"),
		"one speaker":            fill("وقال الوزير كريم السالمي إن الطريق مفتوح. وأضاف أن العمل مستمر.\n"),
		"new speakers":           speakersOf(size),
		"new titles":             titlesOf(size),
	}
}

// speakersOf is an article in which somebody else speaks in every sentence.
func speakersOf(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString("وقال النائب ")
		for _, digit := range strconv.Itoa(i) {
			b.WriteString([...]string{"سامي ", "كريم ", "فهد ", "ماجد ", "نبيل ", "عادل ", "رامي ", "حسن ", "وليد ", "طارق "}[digit-'0'])
		}
		b.WriteString("إن الطريق مفتوح.\n")
	}
	return b.String()
}

// titlesOf is an article that calls one speaker something else in every sentence.
func titlesOf(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString("وقال وزير ")
		for _, digit := range strconv.Itoa(i) {
			b.WriteString([...]string{"النقل ", "البحر ", "العدل ", "العمل ", "السكن ", "المال ", "الطرق ", "الري ", "الفن ", "الحج "}[digit-'0'])
		}
		b.WriteString("كريم السالمي إن الطريق مفتوح. وقال وزير الصيد إن العمل مستمر.\n")
	}
	return b.String()
}

func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long: much text")
	}
	e, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	try := func(name, text string) {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			got, err := e.Extract(text)
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			invariants(t, text, got)
			// what is allocated in all, held or not
			if total, bound := int(after.TotalAlloc-before.TotalAlloc), 64<<20+500*len(text); total > bound {
				t.Errorf("%d kB allocated for %d kB of text, expected at most %d", total>>10, len(text)>>10, bound>>10)
			}
		})
	}
	for name, text := range hostile(10_000) {
		try(name, text)
	}
	for _, mark := range []string{"»", `"`, `" `, "”", "))"} {
		try("100000 of "+mark, strings.Repeat(mark, 100_000))
	}
	for _, mark := range []string{"«", "“", "(("} {
		try("5000 of "+mark, strings.Repeat(mark, 5_000))
	}
	try("10000 deep", strings.Repeat("«", 10_000)+"قال الوزير إن الطريق مفتوح"+strings.Repeat("»", 10_000))
	try("2 MB without a full stop", hostile(2 << 20)["no full stop"])
	try("a million paragraphs", strings.Repeat("هطلت\n", 1_000_000))
	try("20000 mentions in paragraphs of their own", strings.Repeat("كلمة\n", 20_000))
	try("empty", "")
	try("blank", " \n\t\r\n\u200f\ufeff")
}

// A name in marks straight behind a title, a whole sentence, nothing reported.
func TestNameBehindTitle(t *testing.T) {
	text := "وقال وزير الخارجية «داعش» خطر"
	e, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	got, err := e.Extract(text)
	if err != nil {
		t.Fatal(err)
	}
	invariants(t, text, got)
}

// Straight marks inside straight marks, of which the last pair holds nothing.
func TestMarksAroundNothing(t *testing.T) {
	text := `وقال المدرب: "سامي لاعب جيد، لكن هل يصلح لـ "النادي"؟ لا أظن ذلك، فهو ثمرة نظام "النادي"".`
	got := quotes.Extract(text)
	invariants(t, text, got)
	if len(got) == 0 || got[0].Speaker.Name != "المدرب" {
		t.Errorf("got %+v, expected words of المدرب", got)
	}
}

func articles(tb testing.TB) map[string]string {
	tb.Helper()
	paths, err := filepath.Glob(filepath.Join(testdata, "articles", "*.txt"))
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no articles (%v)", err)
	}
	out := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".txt")] = string(data)
	}
	return out
}

// BenchmarkHostile compares hostile input with plain text of the same size.
// The cost is linear where MB/s are the same for both sizes.
func BenchmarkHostile(b *testing.B) {
	list := articles(b)
	for _, size := range []int{20_000, 1_000_000} {
		var plain strings.Builder
		for plain.Len() < size {
			for _, name := range slices.Sorted(maps.Keys(list)) {
				plain.WriteString(list[name])
				plain.WriteString("\n\n")
			}
		}
		inputs := hostile(size)
		inputs["plain"] = strings.ToValidUTF8(plain.String()[:size], "")
		for _, name := range slices.Sorted(maps.Keys(inputs)) {
			b.Run(strings.ReplaceAll(name, " ", "-")+"/"+strconv.Itoa(size/1000)+"kB", func(b *testing.B) { extractAll(b, inputs[name]) })
		}
	}
}

func extractAll(b *testing.B, text string) {
	e, err := quotes.New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	m := benchmark.Start(b, int64(len(text)))
	for b.Loop() {
		if _, err := e.Extract(text); err != nil {
			b.Fatal(err)
		}
	}
	m.Report()
}
