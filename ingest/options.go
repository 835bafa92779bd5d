package ingest

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Options say how to read. The zero value reads everything that can be told
// from names and contents.
type Options struct {
	// Format insists on one of [Formats] for what is neither a folder nor an
	// archive nor compressed. Empty: by ending, else by content.
	Format string
	// Encoding insists on a character encoding, by a name such as
	// "windows-1256". Empty: by byte order mark, declaration or evidence.
	Encoding string
	// TextColumn and IDColumn name a column of CSV and TSV, or a field of JSONL.
	// Empty: guessed from the header; "text" and "id" in JSONL.
	TextColumn, IDColumn string
	// Glob keeps only files that match one of the patterns, in folders and
	// archives. A pattern without a slash is for the name, one with a slash for
	// the path below the folder; ** stands for any folders.
	Glob []string
	// Exclude are paths that are passed over in folders.
	Exclude []string
	// MaxDocumentSize is the largest record, in bytes as it stands in its
	// decompressed file. 0: [DefaultMaxDocumentSize].
	MaxDocumentSize int64
	// InMemory writes no temporary files. Without it, a zip archive of more than
	// 8 MiB that comes as a stream is put into one while it is read.
	InMemory bool
	// Stdin is what the path "-" reads.
	Stdin io.Reader
}

// DefaultMaxDocumentSize is 16 MiB.
const DefaultMaxDocumentSize = 16 << 20

// Formats are the names for [Options].Format.
var Formats = []string{"text", "html", "docx", "jsonl", "json", "csv", "tsv", "trec"}

// Reader reads as its options say. It may be used for several sources one
// after another; see [Reader.Records].
type Reader struct {
	o       Options
	charset *charset // insisted on
	read    progress
}

// New checks the options.
func New(o Options) (*Reader, error) {
	if o.MaxDocumentSize < 0 {
		return nil, fmt.Errorf("the size limit is %d, expected a number of bytes", o.MaxDocumentSize)
	}
	if o.MaxDocumentSize == 0 {
		o.MaxDocumentSize = DefaultMaxDocumentSize
	}
	if o.Format != "" && !slices.Contains(Formats, o.Format) {
		return nil, fmt.Errorf("no input format is called %q, expected one of %s", o.Format, strings.Join(Formats, ", "))
	}
	for _, g := range o.Glob {
		if !doublestar.ValidatePattern(g) {
			return nil, fmt.Errorf("%q is no glob pattern", g)
		}
	}
	r := &Reader{o: o}
	if o.Encoding != "" {
		c, err := charsetOf(o.Encoding)
		if err != nil {
			return nil, err
		}
		r.charset = c
	}
	return r, nil
}
