package ingest

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

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
		s, err := spool(br, w.o.InMemory)
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
