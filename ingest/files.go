package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// found is a file that was asked for, or found in a folder that was.
type found struct {
	path  string
	name  string // below the folder, with slashes; of a file asked for its last part
	asked bool   // it was named itself, not found in a folder
	size  int64  // -1 where it can't be told, as of a pipe
	time  int64  // of the last change, in nanoseconds
}

// files finds the files of paths. Folders are searched through, but for hidden
// files and folders and what the options leave out.
func (r *Reader) files(paths []string) iter.Seq2[found, error] {
	return func(yield func(found, error) bool) {
		for _, p := range paths {
			if p == "-" {
				if !yield(found{path: p, size: -1}, nil) {
					return
				}
				continue
			}
			info, err := os.Stat(p)
			switch {
			case err != nil:
				if !yield(found{}, failure(Source{File: p}, err)) {
					return
				}
			case info.IsDir():
				if !r.folder(p, yield) {
					return
				}
			case !yield(describe(p, filepath.Base(p), true, info), nil):
				return
			}
		}
	}
}

func describe(p, name string, asked bool, info fs.FileInfo) found {
	f := found{path: p, name: filepath.ToSlash(name), asked: asked, size: -1, time: info.ModTime().UnixNano()}
	if info.Mode().IsRegular() {
		f.size = info.Size()
	}
	return f
}

// folder finds the files of a folder. One without any is an error.
func (r *Reader) folder(root string, yield func(found, error) bool) bool {
	any, goOn := false, true
	report := func(p string, err error) error {
		any = true
		if goOn = yield(found{}, failure(Source{File: p}, err)); !goOn {
			return fs.SkipAll
		}
		return nil
	}
	visit := func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return report(p, err)
		case p != root && hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || r.excluded(p):
			return nil
		}
		name, err := filepath.Rel(root, p)
		if err != nil {
			return report(p, err)
		}
		if !r.wanted(filepath.ToSlash(name)) {
			return nil
		}
		info, err := os.Stat(p) // of what a link leads to
		switch {
		case err != nil:
			return report(p, err)
		case info.IsDir():
			return report(p, errors.New("is a link to a folder, which is not followed"))
		case !info.Mode().IsRegular():
			return report(p, errors.New("is no regular file"))
		}
		any = true
		if goOn = yield(describe(p, name, false, info), nil); !goOn {
			return fs.SkipAll
		}
		return nil
	}
	if err := filepath.WalkDir(root, visit); err != nil {
		return yield(found{}, failure(Source{File: root}, err))
	}
	if !any {
		return yield(found{}, failure(Source{File: root}, r.nothing("folder")))
	}
	return goOn
}

// nothing says that a folder or archive has nothing to read.
func (r *Reader) nothing(kind string) error {
	if len(r.o.Glob) > 0 {
		return fmt.Errorf("the %s holds no files that match %s", kind, strings.Join(r.o.Glob, " or "))
	}
	return fmt.Errorf("the %s holds no files", kind)
}

// hidden names are no articles: .git, .DS_Store, and what macOS adds to archives.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || name == "__MACOSX"
}

func (r *Reader) excluded(p string) bool {
	if len(r.o.Exclude) == 0 {
		return false
	}
	same := func(q string) bool {
		a, errA := filepath.Abs(p)
		b, errB := filepath.Abs(q)
		return errA == nil && errB == nil && a == b
	}
	return slices.ContainsFunc(r.o.Exclude, same)
}

// wanted reports whether a file of this name is to be read. Archives are, for
// what they hold, and a compressed file may match with its ending or without.
func (r *Reader) wanted(name string) bool {
	if len(r.o.Glob) == 0 || archives[ending(name)] {
		return true
	}
	plain := name
	for packings[ending(plain)] {
		plain = plain[:len(plain)-len(ending(plain))]
	}
	if archives[ending(plain)] {
		return true
	}
	return slices.ContainsFunc(r.o.Glob, func(g string) bool {
		if !strings.Contains(g, "/") {
			return doublestar.MatchUnvalidated(g, path.Base(name)) || doublestar.MatchUnvalidated(g, path.Base(plain))
		}
		return doublestar.MatchUnvalidated(g, name) || doublestar.MatchUnvalidated(g, plain)
	})
}

// Survey is what a look at the files of some paths tells without reading them.
type Survey struct {
	Files  int
	Bytes  int64  // their size on disk; -1 where it can't be told, as for standard input
	Digest string // changes with any path, size or time of change
}

// Survey looks at what [Reader.Records] would read. What it can't look at is
// left to Records to report.
func (r *Reader) Survey(paths ...string) Survey {
	var s Survey
	sum := sha256.New()
	for f, err := range r.files(paths) {
		if err != nil {
			fmt.Fprintf(sum, "%q\n", err.Error())
			continue
		}
		s.Files++
		if f.size < 0 {
			s.Bytes = -1
		} else if s.Bytes >= 0 {
			s.Bytes += f.size
		}
		fmt.Fprintf(sum, "%q %d %d\n", f.path, f.size, f.time)
	}
	s.Digest = hex.EncodeToString(sum.Sum(nil))
	return s
}
