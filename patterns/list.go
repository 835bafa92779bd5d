package patterns

// Source returns the file that holds r and the line on which it begins there.
func (r *Rule) Source() (file string, line int) { return r.file, r.line }
