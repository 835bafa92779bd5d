package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

type summary struct {
	Title       string `json:"title"`
	Corrections int    `json:"corrections"`
}

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func (s *Store) titles(t *testing.T) (out []summary) {
	t.Helper()
	if err := s.List(t.Context(), func(a Article) error {
		var sum summary
		err := a.Summarize(&sum)
		out = append(out, sum)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestStoreKeepsOverClosing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder with ? and # عربي")
	s := open(t, dir)
	for _, key := range []string{"b", "a", "c"} {
		if _, err := s.Put(t.Context(), key, summary{Title: key}, "text of "+key, []int{}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Put(t.Context(), "a", summary{Title: "again"}, "other text", []int{1}); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(t.Context(), "b"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = open(t, dir)
	if diff := cmp.Diff([]summary{{"again", 1}, {"c", 0}}, s.titles(t)); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	a, err := s.Get(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	var text string
	var corrections []int
	if err := a.Decode(&text, &corrections); err != nil || text != "other text" || len(corrections) != 1 {
		t.Errorf("%q, %v, %v", text, corrections, err)
	}
	info, err := os.Stat(filepath.Join(dir, "qawl.db"))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the file: %v", info.Mode())
	}
}

func TestCorrectTellsChanges(t *testing.T) {
	s := open(t, t.TempDir())
	rev, err := s.Put(t.Context(), "a", summary{}, "", []int{})
	if err != nil {
		t.Fatal(err)
	}
	next, err := s.Correct(t.Context(), "a", rev, 2, []int{1, 2})
	if err != nil || next == rev {
		t.Fatalf("revision %d, %v", next, err)
	}
	if _, err := s.Correct(t.Context(), "a", rev, 1, []int{3}); !errors.Is(err, ErrChanged) {
		t.Errorf("on an old revision: %v", err)
	}
	if _, err := s.Correct(t.Context(), "b", rev, 1, []int{3}); !errors.Is(err, ErrMissing) {
		t.Errorf("on no article: %v", err)
	}
	if diff := cmp.Diff([]summary{{Corrections: 2}}, s.titles(t)); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}

func TestMissing(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.Get(t.Context(), "a"); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
	if err := s.Delete(t.Context(), "a"); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "qawl.db"), []byte("this is no database, however long it may be, and it never will be one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(dir); err == nil {
		s.Close()
		t.Error("a file that is no database was opened")
	}
	if s, err := Open(filepath.Join(dir, "qawl.db")); err == nil {
		s.Close()
		t.Error("a file was opened as a folder")
	}
	newer := open(t, t.TempDir())
	if _, err := newer.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := prepare(newer.db); err == nil {
		t.Error("a form of later versions was opened")
	}
}
