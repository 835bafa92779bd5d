package batch

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/klauspost/compress/zstd"
)

// A segment is a file with results in their order: a gob stream within zstd,
// whose checksum tells a damaged one.

// segmentWriter writes a segment, under a name that Parts chooses.
type segmentWriter struct {
	file *os.File
	buf  *bufio.Writer
	zstd *zstd.Encoder
	gob  *gob.Encoder
	size int // bytes of the records in it
}

func createSegment(name string) (*segmentWriter, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	buf := bufio.NewWriterSize(f, 256<<10)
	z, err := zstd.NewWriter(buf, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &segmentWriter{file: f, buf: buf, zstd: z, gob: gob.NewEncoder(z)}, nil
}

func (w *segmentWriter) append(r *Result) error {
	w.size += r.Size
	return w.gob.Encode(r)
}

// close ends the segment and sees it onto the disk.
func (w *segmentWriter) close() error {
	return errors.Join(w.zstd.Close(), w.buf.Flush(), w.file.Sync(), w.file.Close())
}

// readSegment yields the results of a segment.
func readSegment(name string) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(Result{}, err)
			return
		}
		defer f.Close()
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
		if err != nil {
			yield(Result{}, err)
			return
		}
		defer z.Close()
		for dec := gob.NewDecoder(z); ; {
			var r Result
			err := dec.Decode(&r)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Result{}, fmt.Errorf("%s is damaged: %w", name, err))
				return
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}
