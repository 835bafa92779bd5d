package eval

// ratio is the similarity of a and b after Ratcliff and Obershelp: twice the number of matched
// runes divided by the number of all runes, from 0 to 1; two empty strings are alike. It equals
// Python's difflib.SequenceMatcher(None, a, b, autojunk=False).ratio(), and so the order of a
// and b can matter.
func ratio(a, b []rune) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(matched(a, b)) / float64(len(a)+len(b))
}

// matched counts the runes of the longest common block and, on either side of it, of the
// blocks found the same way.
func matched(a, b []rune) int {
	i, j, n := longestBlock(a, b)
	if n == 0 {
		return 0
	}
	return n + matched(a[:i], b[:j]) + matched(a[i+n:], b[j+n:])
}

// longestBlock finds the longest n with a[i:i+n] equal to b[j:j+n]; of equal ones the first in
// a, then the first in b.
func longestBlock(a, b []rune) (i, j, n int) {
	// run[y+1] is the length of the common block that ends at the current x and at y.
	prev, run := make([]int, len(b)+1), make([]int, len(b)+1)
	for x, r := range a {
		for y, q := range b {
			run[y+1] = 0
			if r == q {
				run[y+1] = prev[y] + 1
			}
			if k := run[y+1]; k > n {
				i, j, n = x-k+1, y-k+1, k
			}
		}
		prev, run = run, prev
	}
	return i, j, n
}
