package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/gofrs/flock"
)

// Parts is a folder beside an output, called .NAME.parts, that holds what a run
// needs to go on after it was killed: a manifest that says of which input and
// options, and segments of finished results. Outputs are written in there until
// they are whole. The folder belongs to one run at a time.
type Parts struct {
	dir      string
	lock     *flock.Flock
	segments int
	open     *segmentWriter
	every    int
}

const (
	lockName      = "lock"
	manifestName  = "manifest.json"
	newSegment    = "new"
	segmentEnding = ".segment"
)

// CheckpointSize is how many bytes of records a segment holds.
const CheckpointSize = 4 << 20

// ErrBusy says that another run is writing the same output.
var ErrBusy = errors.New("another run is writing it")

// Manifest tells what segments were made of.
type Manifest struct {
	Version string            `json:"version"` // of the program
	Input   string            `json:"input"`   // digest of the files
	Options map[string]string `json:"options"` // by name
}

// OpenParts takes hold of the folder for the output called target. It is made
// where it is missing. A checkpoint comes after every so many bytes of records.
func OpenParts(target string, every int) (*Parts, error) {
	p := &Parts{dir: filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".parts"), every: every}
	for range 10 {
		err := os.Mkdir(p.dir, 0o777)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		p.lock = flock.New(p.Path(lockName))
		locked, err := p.lock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist): // the other run has just removed it
			continue
		case err != nil:
			return nil, err
		case !locked:
			return nil, fmt.Errorf("%s: %w", target, ErrBusy)
		}
		if p.holds() {
			p.segments = p.count()
			return p, nil
		}
		_ = p.lock.Close()
	}
	return nil, fmt.Errorf("%s: %w", target, ErrBusy)
}

// holds reports whether the lock that was taken is the one in the folder, not
// that of a folder that was removed meanwhile.
func (p *Parts) holds() bool {
	mine, err := p.lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(p.Path(lockName))
	return err == nil && os.SameFile(mine, there)
}

// Path is that of a file in the folder.
func (p *Parts) Path(name string) string { return filepath.Join(p.dir, name) }

func (p *Parts) segment(i int) string { return p.Path(fmt.Sprintf("%06d%s", i, segmentEnding)) }

func (p *Parts) count() int {
	for n := 0; ; n++ {
		if _, err := os.Stat(p.segment(n + 1)); err != nil {
			return n
		}
	}
}

// Segments is the number of finished segments.
func (p *Parts) Segments() int { return p.segments }

// Manifest reads that of the run that made the segments.
func (p *Parts) Manifest() (Manifest, error) {
	var m Manifest
	data, err := os.ReadFile(p.Path(manifestName))
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	return m, err
}

// Begin drops what an earlier run left and writes the manifest.
func (p *Parts) Begin(m Manifest) error {
	if err := p.clear(); err != nil {
		return err
	}
	p.segments = 0
	data, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(p.Path(manifestName), append(data, '\n'), 0o666)
}

// clear removes everything but the lock, the segments from the last on, so that
// no gap is ever left among them.
func (p *Parts) clear() error {
	for i := p.segments; i > 0; i-- {
		if err := os.Remove(p.segment(i)); err != nil {
			return err
		}
	}
	return p.removeAll(func(name string) bool { return name != lockName })
}

// removeAll removes the files in the folder whose names are chosen.
func (p *Parts) removeAll(chosen func(name string) bool) error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if chosen(e.Name()) {
			if err := os.Remove(p.Path(e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// Replay yields the results in the segments.
func (p *Parts) Replay() iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		for i := range p.segments {
			for r, err := range readSegment(p.segment(i + 1)) {
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// Append adds a result to the segment that is being written, and finishes it
// when it is large enough.
func (p *Parts) Append(r *Result) error {
	if p.open == nil {
		w, err := createSegment(p.Path(newSegment))
		if err != nil {
			return err
		}
		p.open = w
	}
	if err := p.open.append(r); err != nil {
		return err
	}
	if p.open.size < p.every {
		return nil
	}
	return p.Checkpoint()
}

// Checkpoint finishes the segment that is being written.
func (p *Parts) Checkpoint() error {
	if p.open == nil {
		return nil
	}
	err := p.open.close()
	p.open = nil
	if err == nil {
		err = os.Rename(p.Path(newSegment), p.segment(p.segments+1))
	}
	if err == nil {
		p.segments++
	}
	return err
}

// Remove removes the folder and lets go of it.
func (p *Parts) Remove() error {
	if p.open != nil {
		_ = p.open.file.Close()
	}
	if err := p.clear(); err != nil {
		return errors.Join(err, p.lock.Close())
	}
	return errors.Join(os.Remove(p.Path(lockName)), os.Remove(p.dir), p.lock.Close())
}

// Close keeps the finished segments for a run to come, and nothing else, and
// lets go of the folder.
func (p *Parts) Close() error {
	if p.segments == 0 {
		return p.Remove()
	}
	if p.open != nil {
		_ = p.open.file.Close()
	}
	err := p.removeAll(func(name string) bool {
		return name != lockName && name != manifestName && filepath.Ext(name) != segmentEnding
	})
	return errors.Join(err, p.lock.Close())
}

// Differs says in words how two manifests do; it is empty where they don't.
func (m Manifest) Differs(then Manifest) string {
	for _, flag := range slices.Sorted(maps.Keys(merged(m.Options, then.Options))) {
		if now, then := m.Options[flag], then.Options[flag]; now != then {
			return fmt.Sprintf("%s is %q now and was %q", flag, now, then)
		}
	}
	switch {
	case m.Version != then.Version:
		return fmt.Sprintf("it was begun by version %s, this is %s", then.Version, m.Version)
	case m.Input != then.Input:
		return "the input files are others or have changed"
	}
	return ""
}

func merged(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}
