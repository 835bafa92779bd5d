package ingest

import (
	"bytes"
	"io"
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
