package ingest

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// leastArabic is the share of Arabic letters below which a text is none of ours:
// a quotation in Arabic doesn't make a page Arabic, a list of names in Latin
// letters doesn't make it foreign.
const leastArabic = 0.2

// ArabicShare is the share of Arabic letters among all letters, 0 to 1, and 0
// where there are no letters.
func ArabicShare(text string) float64 {
	arabic, other := 0, 0
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			other++
		case r < 0x80:
		case 'ء' <= r && r <= 'ي' && r != 'ـ':
			arabic++
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Arabic, r):
			arabic++
		default:
			other++
		}
	}
	if arabic == 0 {
		return 0
	}
	return float64(arabic) / float64(arabic+other)
}

// checkArabic complains of texts that hold no Arabic.
func checkArabic(text string) error {
	if plainlyArabic(text) {
		return nil
	}
	share := ArabicShare(text)
	switch {
	case share >= leastArabic:
		return nil
	case strings.TrimSpace(text) == "":
		return errors.New("the text is empty")
	}
	return fmt.Errorf("no Arabic text: %.0f %% of its letters are Arabic, expected at least %.0f %%", 100*share, 100*leastArabic)
}

// plainlyArabic reports whether so many Arabic letters stand in the first half
// of a text that its share reaches leastArabic whatever else there is.
func plainlyArabic(text string) bool {
	const many = 1 / leastArabic // letters of any kind to an Arabic one
	letters := 0
	for i := 0; i+1 < len(text)/2; i++ {
		letter := leads[text[i]] & follows[text[i+1]]
		letters += int(letter&1 | letter>>1)
	}
	return letters > 0 && many*letters >= len(text)-letters // a letter takes a byte at least, an Arabic one two
}

// The letters from U+0621 to U+063F are a byte D8 (bit 0) and one that may
// follow it, those from U+0641 to U+064A a byte D9 (bit 1) and one that may.
var leads, follows = func() (lead, follow [256]uint8) {
	lead[0xD8], lead[0xD9] = 1, 2
	for r := 'ء'; r <= 'ي'; r++ {
		if s := string(r); r != 'ـ' {
			follow[s[1]] |= lead[s[0]]
		}
	}
	return lead, follow
}()
