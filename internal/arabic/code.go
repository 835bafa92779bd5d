package arabic

// A folded Arabic word of up to twelve letters has a code: a number that no
// other word has. Codes are what words are looked up by.

// letterCodes numbers the letters of folded Arabic words from 1, by the last
// seven bits of their code points in the block from U+0600.
var letterCodes = func() (codes [128]uint8) {
	for i, r := range []rune("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي") {
		codes[r&0x7F] = uint8(i + 1)
	}
	return codes
}()

const (
	letterBits   = 5
	codedLetters = 64 / letterBits // of the longest word that has a code
)

// Code returns the code of a folded word, 0 for a longer one and one with other
// letters.
func Code(key string) uint64 {
	if len(key) > 2*codedLetters || len(key)%2 != 0 {
		return 0
	}
	code := uint64(0)
	for i := 0; i < len(key); i += 2 {
		letter := letterCode(key[i], key[i+1])
		if letter == 0 {
			return 0
		}
		code = code<<letterBits | uint64(letter)
	}
	return code
}

// Ending returns the code of the last letters of a word with the given code.
func Ending(code uint64, letters int) uint64 {
	return code & (1<<(letterBits*letters) - 1)
}

// letterCode returns the number of the letter with the given bytes, or 0. Those
// from U+0600 to U+067F have two, of which the first is D8 or D9.
func letterCode(first, second byte) uint8 {
	if first&^1 != 0xD8 {
		return 0
	}
	return letterCodes[first&1<<6|second&0x3F]
}

// Spread mixes a number, as a code is, so that the upper bits tell numbers apart.
func Spread(n uint64) uint64 {
	const golden = 0x9E3779B97F4A7C15 // 2⁶⁴ divided by the golden ratio
	return (n ^ n>>32) * golden
}
