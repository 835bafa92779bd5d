package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// magicSize is enough to tell a tar archive, whose mark stands at offset 257.
const magicSize = 512

// magics are the first bytes of what is not text.
var magics = []struct{ kind, magic string }{
	{"gzip", "\x1f\x8b"},
	{"zstd", "\x28\xb5\x2f\xfd"},
	{"zip", "PK\x03\x04"},
	{"zip", "PK\x05\x06"}, // without members
	{"PDF", "%PDF-"},
	{"old Word or Excel", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
	{"RTF", "{\\rtf"},
	{"PNG", "\x89PNG"},
	{"JPEG", "\xff\xd8\xff"},
	{"GIF", "GIF8"},
	{"bzip2", "BZh"},
	{"xz", "\xfd7zXZ\x00"},
	{"7-Zip", "7z\xbc\xaf\x27\x1c"},
	{"RAR", "Rar!\x1a\x07"},
	{"Parquet", "PAR1"},
	{"SQLite", "SQLite format 3\x00"},
}

// packing tells archives, compressed files and other known kinds by their first
// bytes. It is empty for what may be text.
func packing(head []byte, name string) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.kind
		}
	}
	if len(head) >= 262 && string(head[257:262]) == "ustar" {
		return "tar"
	}
	if e := ending(name); e == ".tar" || e == ".zip" {
		return e[1:] // an old or a damaged one
	}
	return ""
}

// unreadable says what to do about a kind of file that is not read.
func unreadable(kind string) error {
	return fmt.Errorf("a %s file; save it as text, HTML, docx or CSV first", kind)
}

var (
	packings = map[string]bool{".gz": true, ".zst": true, ".zip": true, ".tar": true, ".tgz": true, ".tzst": true}
	archives = map[string]bool{".zip": true, ".tar": true, ".tgz": true, ".tzst": true}
)

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// decompress reads what a gzip or zstd file holds.
func (w *walk) decompress(e entry, kind string, br *bufio.Reader) bool {
	inner := entry{file: e.file, name: e.name, asked: e.asked, depth: e.depth + 1}
	switch end := ending(e.name); end {
	case ".gz", ".zst":
		inner.name = e.name[:len(e.name)-len(end)]
	case ".tgz", ".tzst":
		inner.name = e.name[:len(e.name)-len(end)] + ".tar"
	}
	if kind == "gzip" {
		z, err := gzip.NewReader(br)
		if err != nil {
			return w.fail(&e, 0, err)
		}
		defer z.Close()
		inner.in = w.limit.bounded(z)
		return w.open(inner)
	}
	z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
	if err != nil {
		return w.fail(&e, 0, err)
	}
	defer z.Close()
	inner.in = w.limit.bounded(z)
	return w.open(inner)
}
