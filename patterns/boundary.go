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

// dropTags makes breaks of the words of a line of tags (وسوم الرياض سامي العلي
// كريم السالمي), for the names in it stand side by side: all of a paragraph, or what is
// left of it behind the end of a sentence, without a reporting verb, أن or another end.
func (s *Scan) dropTags() {
	const longest = 60 // units
	opens := true
	for i := range s.Units {
		c := s.Units[i].Class
		if opens && c.Any(Word) && (s.Lexicon.In(Tags, s.Key(i)) || i+1 < len(s.Units) && s.Lexicon.In(Tags, s.Key(i+1))) {
			end := i + 1
			for end < len(s.Units) && end <= i+longest && !s.Units[end].Class.Any(Break|Stop|TakesAn|An) {
				end++
			}
			if end == len(s.Units) || s.Units[end].Class.Any(Break) {
				for k := i; k < end; k++ {
					s.Units[k].Class = Break
				}
			}
		}
		opens = c.Any(Break|Stop) || c.Any(Quoted)
	}
}
