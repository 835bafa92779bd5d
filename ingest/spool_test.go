package ingest

import (
	"bytes"
	"os"
	"testing"
)

func TestSpool(t *testing.T) {
	data := bytes.Repeat([]byte("قال"), spoolInMemory/6+1)
	for _, inMemory := range []bool{false, true} {
		dir := t.TempDir()
		t.Setenv("TMPDIR", dir)
		s, err := spool(bytes.NewReader(data), inMemory)
		if err != nil {
			t.Fatal(err)
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if wrote := len(files) > 0; wrote == inMemory {
			t.Errorf("in memory: %v, wrote a file: %v", inMemory, wrote)
		}
		end := make([]byte, 6)
		if _, err := s.at.ReadAt(end, s.size-6); err != nil || string(end) != "قال" {
			t.Errorf("the end is %q, %v", end, err)
		}
		s.remove()
		if files, err = os.ReadDir(dir); err != nil || len(files) > 0 {
			t.Errorf("left behind: %v, %v", files, err)
		}
	}
}
