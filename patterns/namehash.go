package patterns

import (
	"encoding/binary"
	"math/bits"
)

// hashName hashes a name that comes in parts. However it is cut, a name has one
// hash, and nobody has to put it together.
func hashName(parts []string) uint64 {
	sum, length := uint64(0), 0
	rest, filled := uint64(0), uint(0) // what doesn't fill a word yet, and how many bits that is
	for _, p := range parts {
		length += len(p)
		for ; len(p) >= 8; p = p[8:] {
			w := binary.LittleEndian.Uint64([]byte(p))
			sum = mixed(sum ^ (rest | w<<(filled&63)))
			rest = w >> 1 >> (^filled & 63) // the bits that are left of w, of which 64-filled are taken
		}
		if len(p) == 0 {
			continue
		}
		w := tail(p)
		rest |= w << (filled & 63)
		if filled += 8 * uint(len(p)); filled >= 64 {
			filled -= 64
			sum = mixed(sum ^ rest)
			rest = w >> ((8*uint(len(p)) - filled) & 63)
		}
	}
	return mixed(mixed(sum^rest) ^ uint64(length))
}

// tail returns the bytes of a part of one to seven.
func tail(p string) uint64 {
	n := uint(len(p))
	if n >= 4 { // two halves that overlap
		first, last := binary.LittleEndian.Uint32([]byte(p)), binary.LittleEndian.Uint32([]byte(p[n-4:]))
		return uint64(first) | uint64(last)<<(8*(n-4)&63)
	}
	return uint64(p[0]) | uint64(p[n/2])<<(8*(n/2)&63) | uint64(p[n-1])<<(8*(n-1)&63)
}

// mixed lets every bit of n change about half of the bits.
func mixed(n uint64) uint64 {
	high, low := bits.Mul64(n^0x2D358DCCAA6C78A5, 0x9E3779B97F4A7C15)
	return high ^ low
}
