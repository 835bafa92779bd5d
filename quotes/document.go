package quotes

// Document is an article with what is known of it. Only Text is read for
// statements; the other fields travel with them into tables and pages.
type Document struct {
	ID     string // unique within its collection
	Text   string // UTF-8; spans of statements are byte offsets in it
	Title  string
	Date   string // as the source gives it, ISO 8601 where it can be told
	Outlet string // the newspaper or broadcaster
	URL    string
}
