package ingest

// noArticle says why a record of JSON is no article.
type noArticle struct{ err error }

func (e *noArticle) Error() string {
	return `expected an article {"id": …, "text": …}: ` + e.err.Error()
}

func (e *noArticle) Unwrap() error { return e.err }

// shortLine is how long a line may be, in bytes, that an error keeps.
const shortLine = 64

// refused says why a line that begins no object is no article. A file may have no
// other lines, and millions of them: what is wrong with one is found out when it is
// asked.
type refused struct {
	reader  *Reader
	charset *charset
	line    []byte
}

func (e *refused) Error() string {
	_, err := e.reader.parseJSON(e.charset, e.line)
	return (&noArticle{err}).Error()
}

// refuse is the error of such a line, with its reason in one piece of memory.
func refuse(at Source, r *Reader, c *charset, line []byte) *Error {
	e := &struct {
		Error
		refused
	}{refused: refused{r, c, line}}
	e.Error = Error{at, &e.refused}
	return &e.Error
}
