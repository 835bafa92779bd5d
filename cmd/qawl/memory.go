package main

import "runtime"

// headroom is how far the heap may grow, in bytes, before it is first worth
// collecting. A run over small articles needs ten or twenty megabytes, and left
// alone the collector would go over them, and over all of the lexicon, for every
// twenty more that were read.
const headroom = 32 << 20

// withHeadroom runs f with the heap headroom larger by the collector's reckoning.
// The memory is never touched, and so the system gives none for it. Unlike a
// higher GOGC it doesn't multiply what large articles need.
func withHeadroom(f func() int) int {
	ballast := make([]byte, headroom)
	defer runtime.KeepAlive(&ballast)
	return f()
}
