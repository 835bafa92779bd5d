package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"

	"github.com/alecthomas/units"
)

// Bounds of what archives and compressed files expand to. Text shrinks about
// fivefold, and logs of one line over and over a hundredfold.
const (
	maxExpansion  = 200      // times the bytes on disk
	freeExpansion = 64 << 20 // bytes that are let pass whatever they come from
	maxDepth      = 4        // archives and compressions around one another
)

var (
	errEmpty    = errors.New("is empty")
	errTooDeep  = fmt.Errorf("archives are nested more than %d deep", maxDepth)
	errExpands  = fmt.Errorf("expands to more than %d times its size, as archives do that are made to fill a disk", maxExpansion)
	errTooLarge = errors.New("too large")
)

// tooLarge says that a record passes the limit.
func (r *Reader) tooLarge() error {
	return fmt.Errorf("%w: more than %s (--max-document-size)", errTooLarge, units.Base2Bytes(r.o.MaxDocumentSize))
}

// progress counts bytes; one goroutine may read it while another adds.
type progress struct{ atomic.Int64 }

// counted counts what is read of a file.
type counted struct {
	in     io.Reader
	n      int64     // bytes read
	size   int64     // of the file; 0 where it can't be told
	total  *progress // of all files
	failed error     // what reading fails with, for good
}

// Read is the method of [io.Reader].
func (c *counted) Read(p []byte) (int, error) {
	if c.failed != nil {
		return 0, c.failed
	}
	n, err := c.in.Read(p)
	c.add(n)
	if err != nil && !errors.Is(err, io.EOF) {
		c.failed = cutShort(c.n, err)
		return n, c.failed
	}
	return n, err
}

// cutShort says where in a file reading fails.
func cutShort(at int64, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("reading fails at byte %d: %w", at, err)
}

// ReadAt is the method of [io.ReaderAt].
func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	in, ok := c.in.(io.ReaderAt)
	if !ok {
		return 0, errors.New("no part of a stream can be read twice")
	}
	n, err := in.ReadAt(p, at)
	c.add(n)
	if err != nil && !errors.Is(err, io.EOF) {
		err = cutShort(at+int64(n), err)
	}
	return n, err
}

func (c *counted) add(n int) {
	c.n += int64(n)
	c.total.Add(int64(n))
}

// read is the number of bytes that may count for what they expand to: those of
// the file that were read, once each.
func (c *counted) read() int64 {
	if c.size > 0 {
		return min(c.n, c.size)
	}
	return c.n
}

// expansion bounds what one file on disk expands to, all layers together.
type expansion struct {
	in  *counted
	out int64
}

// exceeded reports whether the bound is passed, for good.
func (x *expansion) exceeded() bool { return x.out > freeExpansion+maxExpansion*x.in.read() }

// bounded counts the bytes of in as expanded.
func (x *expansion) bounded(in io.Reader) io.Reader { return &boundedReader{x, in} }

type boundedReader struct {
	*expansion
	in io.Reader
}

// Read is the method of [io.Reader].
func (b *boundedReader) Read(p []byte) (int, error) {
	if b.exceeded() {
		return 0, errExpands
	}
	n, err := b.in.Read(p)
	b.out += int64(n)
	return n, err
}
