package ingest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func encoded(t testing.TB, e encoding.Encoding, text string) string {
	t.Helper()
	out, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inMacArabic encodes by the table for decoding.
func inMacArabic(t testing.TB, text string) string {
	t.Helper()
	var b []byte
	for _, r := range text {
		switch i := slices.Index(macArabicHigh[:], r); {
		case r < 0x80:
			b = append(b, byte(r))
		case i >= 0:
			b = append(b, byte(0x80+i))
		default:
			t.Fatalf("Mac Arabic has no %q", r)
		}
	}
	return string(b)
}

// plain is the article without the marks that ISO 8859-6 lacks.
var plain = strings.NewReplacer("«", `"`, "»", `"`).Replace(article)

// inAll is a text in all encodings, by name.
func inAll(t testing.TB) map[string]string {
	utf16 := func(e unicode.Endianness, p unicode.BOMPolicy) string { return encoded(t, unicode.UTF16(e, p), plain) }
	return map[string]string{
		"utf-8":            plain,
		"utf-8 with mark":  "\ufeff" + plain,
		"utf-16le":         utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"utf-16be":         utf16(unicode.BigEndian, unicode.IgnoreBOM),
		"utf-16, mark, LE": utf16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16, mark, BE": utf16(unicode.BigEndian, unicode.UseBOM),
		"windows-1256":     encoded(t, charmap.Windows1256, plain),
		"iso-8859-6":       encoded(t, charmap.ISO8859_6, plain),
		"mac-arabic":       inMacArabic(t, plain),
	}
}

func TestEncodingsAreFound(t *testing.T) {
	for name, data := range inAll(t) {
		if got := read(t, Options{}, "a.txt", data).one(t).Text; got != plain {
			t.Errorf("%s: got %.80q", name, got)
		}
	}
}

func TestEncodingsOfRecords(t *testing.T) {
	quoted := `"` + strings.ReplaceAll(plain, `"`, `""`) + `"`
	table := "id,text\na1," + quoted + "\n"
	trec := "<DOC>\n<DOCNO>a1</DOCNO>\n<TEXT>\n" + plain + "</TEXT>\n</DOC>\n"
	want := strings.TrimRight(plain, "\n")
	for _, e := range []encoding.Encoding{
		encoding.Nop, charmap.Windows1256, charmap.ISO8859_6,
		unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		for name, data := range map[string]string{"a.csv": table, "a.trec": trec} {
			d := read(t, Options{}, name, encoded(t, e, data)).one(t)
			if d.ID != "a1" || strings.TrimRight(d.Text, "\n") != want {
				t.Errorf("%v, %s: got %q, %.80q", e, name, d.ID, d.Text)
			}
		}
	}
}

func TestShortTexts(t *testing.T) {
	for _, text := range []string{
		"قال الوزير", "لا", "النص", "وقال: نعم، سنعود.", "رئيس الوزراء", "(reuters) بغداد - قال", "ثلاثة عشر قتيلا", "ص 3",
	} {
		for _, c := range []struct {
			*charset
			e encoding.Encoding
		}{{windows1256, charmap.Windows1256}, {iso8859_6, charmap.ISO8859_6}} {
			data := encoded(t, c.e, text)
			if got, err := detect([]byte(data)).decode([]byte(data)); err != nil || got != text {
				t.Errorf("%s: %q is read as %q, %v", c.name, text, got, err)
			}
		}
		if c := detect([]byte(text)); c != utf8Charset {
			t.Errorf("%q is taken for %s", text, c.name)
		}
	}
}

// A head that ends within a character is UTF-8 all the same.
func TestHeadCutOff(t *testing.T) {
	for n := range len(article) {
		if c := detect([]byte(article[:n])); c != utf8Charset {
			t.Fatalf("%d bytes are taken for %s", n, c.name)
		}
	}
}

func TestInsistedEncoding(t *testing.T) {
	data := encoded(t, charmap.Windows1256, "لا")
	for name, want := range map[string]string{"windows-1256": "لا", "CP1256": "لا", "mac-arabic": "فا", "iso-8859-6": "فا"} {
		if got := read(t, Options{Encoding: name}, "a.txt", data); len(got.docs) != 1 || got.docs[0].Text != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	read(t, Options{Encoding: "utf-8"}, "a.txt", data).oneError(t, "not UTF-8: byte 0xe1 at offset 0")
	read(t, Options{Encoding: "iso-8859-6"}, "a.txt", "\xe4\x80\xff").oneError(t, "not iso-8859-6: character")
	if _, err := New(Options{Encoding: "arabic-1"}); err == nil || !strings.Contains(err.Error(), "windows-1256") {
		t.Errorf("error %v, expected the names of encodings", err)
	}
}

func TestMistakesInUTF8AreNamed(t *testing.T) {
	read(t, Options{}, "a.txt", article+"\xe1"+article).oneError(t, "not UTF-8: byte 0xe1 at offset")
}

func TestForeignTextsAreNamed(t *testing.T) {
	read(t, Options{}, "a.txt", "D\xe9j\xe0 vu, le pr\xe9sident a dit: \xabnon\xbb.").oneError(t, "a.txt: ")
	read(t, Options{}, "a.txt", "Der Minister sagte: „Nein, قال“.").oneError(t, "no Arabic text: 13 % of its letters")
	if s := ArabicShare("قال reuters"); s < 0.29 || s > 0.31 {
		t.Errorf("the share is %v", s)
	}
}
