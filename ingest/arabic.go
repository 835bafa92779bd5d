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
	share := ArabicShare(text)
	switch {
	case share >= leastArabic:
		return nil
	case strings.TrimSpace(text) == "":
		return errors.New("the text is empty")
	}
	return fmt.Errorf("no Arabic text: %.0f %% of its letters are Arabic, expected at least %.0f %%", 100*share, 100*leastArabic)
}
