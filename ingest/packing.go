package ingest

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
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

// member is an entry within the archive e.
func (e *entry) member(name string, in io.Reader) entry {
	name = path.Clean("/" + strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\ufffd"))[1:]
	m := entry{file: e.file + "/" + name, name: name, in: in, depth: e.depth + 1}
	if !e.asked {
		m.name = e.id() + "/" + name
	}
	return m
}

// unwanted members are passed over.
func (w *walk) unwanted(m *entry) bool {
	for part := range strings.SplitSeq(m.name, "/") {
		if hidden(part) {
			return true
		}
	}
	return !w.wanted(m.name)
}

func (w *walk) tar(e entry, in io.Reader) bool {
	t := tar.NewReader(in)
	for none := true; ; {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return w.hadMembers(&e, none)
		case err != nil:
			// A member that could not be read to its end was reported already.
			return w.failed != nil && errors.Is(err, w.failed) || w.fail(&e, 0, err)
		}
		w.failed = nil
		m := e.member(h.Name, t)
		if h.Typeflag != tar.TypeReg || w.unwanted(&m) {
			continue
		}
		none = false
		if !w.open(m) {
			return false
		}
	}
}

func (w *walk) zip(e entry, br *bufio.Reader) bool {
	if e.at == nil {
		s, err := spool(br)
		if err != nil {
			return w.fail(&e, 0, err)
		}
		defer s.remove()
		e.at, e.size = s.at, s.size
	}
	z, err := zip.NewReader(e.at, e.size)
	if err != nil {
		return w.fail(&e, 0, err)
	}
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor())
	if _, err := z.Open("[Content_Types].xml"); err == nil || w.o.Format == "docx" {
		return w.docx(e, z)
	}
	none := true
	for _, f := range z.File {
		m := e.member(f.Name, nil)
		if f.FileInfo().IsDir() || w.unwanted(&m) {
			continue
		}
		none = false
		if !w.zipMember(m, f) {
			return false
		}
		if w.limit.exceeded() {
			return true
		}
	}
	return w.hadMembers(&e, none)
}

// hadMembers complains of an archive without anything to read. One that was
// found in a folder need not hold what is looked for.
func (w *walk) hadMembers(e *entry, none bool) bool {
	if !none || !e.asked && len(w.o.Glob) > 0 {
		return true
	}
	return w.fail(e, 0, w.nothing("archive"))
}

func (w *walk) zipMember(m entry, f *zip.File) bool {
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return w.fail(&m, 0, errors.New("is encrypted"))
	}
	in, err := f.Open()
	if err != nil {
		return w.fail(&m, 0, err)
	}
	defer in.Close()
	m.in = w.limit.bounded(in)
	return w.open(m)
}

// spooled holds a stream where any part of it can be read.
type spooled struct {
	at     io.ReaderAt
	size   int64
	remove func()
}

// spoolInMemory is up to which size no file is needed.
const spoolInMemory = 8 << 20

func spool(in io.Reader) (spooled, error) {
	head, err := io.ReadAll(io.LimitReader(in, spoolInMemory+1))
	if err != nil {
		return spooled{}, err
	}
	if len(head) <= spoolInMemory {
		return spooled{bytes.NewReader(head), int64(len(head)), func() {}}, nil
	}
	f, err := os.CreateTemp("", "qawl-*.zip")
	if err != nil {
		return spooled{}, err
	}
	s := spooled{at: f, remove: func() {
		f.Close()
		os.Remove(f.Name())
	}}
	s.size, err = io.Copy(f, io.MultiReader(bytes.NewReader(head), in))
	if err != nil {
		s.remove()
		return spooled{}, err
	}
	return s, nil
}
