package ingest

import (
	"bytes"
	"io"
	"math"
	"os"
)

// spooled holds a stream where any part of it can be read.
type spooled struct {
	at     io.ReaderAt
	size   int64
	remove func()
}

// spoolInMemory is up to which size no file is needed.
const spoolInMemory = 8 << 20

// spool reads in to its end. What is longer goes into a temporary file, unless all
// has to stay in memory.
func spool(in io.Reader, inMemory bool) (spooled, error) {
	limit := int64(spoolInMemory)
	if inMemory {
		limit = math.MaxInt64 - 1
	}
	head, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return spooled{}, err
	}
	if int64(len(head)) <= limit {
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
