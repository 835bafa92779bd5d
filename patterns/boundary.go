package patterns

// Boundary reports whether another article begins at unit i, the first of a
// line: a line of the "read also" kind opens a list of other headlines.
func (s *Scan) Boundary(i int) bool {
	for j := i; j < len(s.Units) && j < i+3 && !s.Units[j].Class.Any(Break); j++ {
		if !s.Units[j].Class.Any(Word) {
			continue
		}
		if s.Units[j].Class.Any(Elsewhere) {
			return true
		}
		return false
	}
	return false
}
