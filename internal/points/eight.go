package points

// Eight looks at eight bytes of text at once, the first lowest. It reports
// whether they are whole characters of one byte or of two, where open, from the
// eight before, is 1 if the first must go on with their last, else 0. seconds has
// the top bit of each byte that is the second of its character; next is open for
// the eight behind.
func Eight(x, open uint64) (seconds, next uint64, ok bool) {
	high := x & 0x8080808080808080
	seconds = high &^ (x << 1)                                          // 10xxxxxx
	firsts := high & (x << 1) &^ (x << 2) & (x<<3 | x<<4 | x<<5 | x<<6) // 110xxxxx, from C2 on
	return seconds, firsts >> 56, high == firsts|seconds && seconds == firsts<<8|open
}
