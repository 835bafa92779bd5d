package ingest

import (
	"math"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// evidenceSize is how much of a file is looked at for its encoding.
const evidenceSize = 64 << 10

// detect finds the charset of text by what its bytes are: a byte order mark,
// the zero bytes of UTF-16, valid UTF-8, else the charset of eight bits in which
// the text looks most like Arabic. The head may end
// within a character.
func detect(head []byte) *charset {
	if c := byMark(head); c != nil {
		return c
	}
	head = head[:min(len(head), evidenceSize)]
	if c := wide(head); c != nil {
		return c
	}
	if mostlyUTF8(head) {
		return utf8Charset
	}
	best, most := utf8Charset, 0.0
	var count [256]int
	for _, b := range head {
		count[b]++
	}
	for _, c := range eightBit {
		if score := c.score(&count); score > most {
			best, most = c.charset, score
		}
	}
	return best
}

// wide finds UTF-16 without a mark: Arabic letters have the high byte 0x06,
// spaces and digits 0x00.
func wide(head []byte) *charset {
	if len(head) < 4 {
		return nil
	}
	var high [2]int // by the parity of the offset
	for i, b := range head {
		if b == 0x06 || b == 0x00 {
			high[i%2]++
		}
	}
	switch units := len(head) / 2; {
	case high[1]*10 > units*8 && high[0]*10 < units*4:
		return utf16LE
	case high[0]*10 > units*8 && high[1]*10 < units*4:
		return utf16BE
	}
	return nil
}

// mostlyUTF8 reports whether what looks like characters of several bytes is
// UTF-8, but for single mistakes. Text in other encodings hardly ever is.
func mostlyUTF8(head []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(head); {
		r, n := utf8.DecodeRune(head[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if !utf8.FullRune(head[i:]) {
				return good >= 4*bad // the end was cut off
			}
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return bad == 0 || good >= 4*bad
}

// candidate is a charset of eight bits with what each byte speaks for.
type candidate struct {
	*charset
	weight [256]float64
}

// eightBit has the most common charset first, which wins where all say the same.
var eightBit = func() []candidate {
	var out []candidate
	for _, c := range []*charset{windows1256, iso8859_6, macArab} {
		k := candidate{charset: c}
		for b := 0x80; b < 0x100; b++ {
			decoded, _, err := transform.Bytes(c.decoder(), []byte{byte(b)})
			r, _ := utf8.DecodeRune(decoded)
			if err != nil {
				r = utf8.RuneError
			}
			k.weight[b] = math.Log(likelihood(r) * 128)
		}
		out = append(out, k)
	}
	return out
}()

// score is positive for bytes that make Arabic: the log likelihood over that of
// bytes drawn by chance.
func (c *candidate) score(count *[256]int) float64 {
	sum := 0.0
	for b := 0x80; b < 0x100; b++ {
		sum += float64(count[b]) * c.weight[b]
	}
	return sum
}

// letterShare is roughly how often a letter occurs in Arabic news, in per mille.
var letterShare = map[rune]float64{
	'ا': 145, 'ل': 115, 'ي': 80, 'م': 62, 'و': 58, 'ن': 60, 'ر': 50, 'ت': 46, 'ب': 34, 'ع': 36, 'د': 34, 'ه': 26, 'ة': 32,
	'س': 30, 'ف': 28, 'ق': 25, 'أ': 26, 'ك': 22, 'ح': 20, 'ج': 14, 'ش': 12, 'ص': 11, 'ط': 11, 'خ': 9, 'ى': 11, 'إ': 10,
	'ذ': 8, 'ث': 7, 'ز': 7, 'ض': 7, 'غ': 6, 'ء': 5, 'ئ': 5, 'ظ': 3, 'ؤ': 2, 'آ': 2,
}

// likelihood is how often a character occurs among those beyond ASCII.
func likelihood(r rune) float64 {
	if share, ok := letterShare[r]; ok {
		return share / 1000
	}
	switch r {
	case '،', '؛', '؟', '«', '»', '“', '”', '‘', '’', '–', '…', 'ـ', '\u00a0', 'َ', 'ُ', 'ِ', 'ّ', 'ْ', 'ً', 'ٌ', 'ٍ',
		'٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩':
		return 0.004
	case utf8.RuneError:
		return 0.00001
	}
	return 0.0005
}
