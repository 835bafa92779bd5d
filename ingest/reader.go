package ingest

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Documents reads the articles of files and folders one by one; "-" is
// [Options].Stdin. An error is an [*Error] and concerns one record, file or
// folder; reading goes on behind it.
func (r *Reader) Documents(paths ...string) iter.Seq2[Document, error] {
	return decoded(r.Records(paths...))
}

// Read reads the articles of a single stream. Its name decides as that of a
// file does.
func (r *Reader) Read(name string, in io.Reader) iter.Seq2[Document, error] {
	return decoded(func(yield func(Record, error) bool) { r.stream(name, in, yield) })
}

func decoded(records iter.Seq2[Record, error]) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for record, err := range records {
			var d Document
			if err == nil {
				d, err = record.Document()
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// Records is [Reader.Documents] without the decoding. The order is that of
// paths; within a folder, that of names.
func (r *Reader) Records(paths ...string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for f, err := range r.files(paths) {
			if err != nil {
				if !yield(Record{}, err) {
					return
				}
				continue
			}
			if !r.file(f, yield) {
				return
			}
		}
	}
}

// BytesRead is how much was read so far, before decompression. It may be asked
// while reading goes on elsewhere.
func (r *Reader) BytesRead() int64 { return r.read.Load() }

// file reads what was found on disk, or standard input.
func (r *Reader) file(f found, yield func(Record, error) bool) bool {
	if f.path == "-" {
		return r.stream("stdin", r.o.Stdin, yield)
	}
	in, err := os.Open(f.path)
	if err != nil {
		return yield(Record{}, failure(Source{File: f.path}, err))
	}
	defer in.Close()
	c := &counted{in: in, total: &r.read}
	w := &walk{Reader: r, yield: yield, limit: expansion{in: c}}
	e := entry{file: f.path, name: f.name, asked: f.asked, in: c}
	if f.size >= 0 {
		c.size = f.size
		e.at, e.size = c, f.size
	}
	return w.open(e)
}

// stream reads what can be read but once.
func (r *Reader) stream(name string, in io.Reader, yield func(Record, error) bool) bool {
	c := &counted{in: in, total: &r.read}
	w := &walk{Reader: r, yield: yield, limit: expansion{in: c}}
	return w.open(entry{file: name, name: path.Base(filepath.ToSlash(name)), asked: true, in: c})
}

// walk is a way through one file and all that is packed into it.
type walk struct {
	*Reader
	yield  func(Record, error) bool
	limit  expansion
	failed error // why the last entry could not be read on
}

// entry is a file, a member of an archive or the content of a compressed file.
type entry struct {
	file  string // for [Source]
	name  string // below the folder or archive that was asked for; its ending decides the format
	asked bool   // it was named itself, not found
	in    io.Reader
	at    io.ReaderAt // the same, where any part can be read; else nil
	size  int64       // of at
	depth int         // number of archives and compressions around it
}

// id is what an article without an id of its own is called.
func (e *entry) id() string {
	name := e.name
	for packings[ending(name)] {
		name = name[:len(name)-len(ending(name))]
	}
	if len(path.Ext(name)) < len(path.Base(name)) {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	return name
}

// fail reports that e can't be read, or not on from line.
func (w *walk) fail(e *entry, line int, err error) bool {
	w.failed = err
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the data ends too early; the file is truncated")
	}
	return w.yield(Record{}, failure(Source{e.file, line}, err))
}

// open reads an entry of any kind.
func (w *walk) open(e entry) bool {
	w.failed = nil
	if e.depth > maxDepth {
		return w.fail(&e, 0, errTooDeep)
	}
	br := bufio.NewReaderSize(e.in, evidenceSize)
	head, err := br.Peek(magicSize)
	switch {
	case len(head) > 0: // where reading fails behind it, it fails again
	case errors.Is(err, io.EOF):
		return w.fail(&e, 0, errEmpty)
	default:
		return w.fail(&e, 0, err)
	}
	switch kind := packing(head, e.name); kind {
	case "gzip", "zstd":
		return w.decompress(e, kind, br)
	case "tar":
		return w.tar(e, br)
	case "zip":
		return w.zip(e, br)
	case "":
		return w.content(e, br)
	default:
		return w.fail(&e, 0, unreadable(kind))
	}
}

// content reads an entry that is neither packed nor compressed.
func (w *walk) content(e entry, br *bufio.Reader) bool {
	if !e.asked && !w.wanted(e.name) {
		return true
	}
	head, _ := br.Peek(evidenceSize) // where reading fails behind it, it fails again
	c := w.charset
	if c == nil {
		c = detect(head)
	}
	if err := c.checkBinary(head); err != nil {
		return w.fail(&e, 0, err)
	}
	switch format := w.format(e.name, c, head); format {
	case "jsonl":
		return w.jsonl(e, br, c)
	case "json":
		return w.json(e, br, c)
	case "csv", "tsv":
		return w.csv(e, br, c, format)
	case "trec":
		return w.trec(e, br, c)
	case "docx":
		return w.fail(&e, 0, errors.New("no Word document: it is no zip archive"))
	case "html":
		return w.whole(e, br, w.parseHTML)
	}
	return w.whole(e, br, w.parseText)
}
