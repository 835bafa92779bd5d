// Package store keeps articles and their corrections in one SQLite file, so that
// they are there when the server starts again. What is kept is JSON; the caller
// says what it means.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the database, in Go
)

// Errors that callers tell apart.
var (
	ErrMissing = errors.New("no such article")
	ErrChanged = errors.New("changed in the meantime")
)

const schema = `
CREATE TABLE IF NOT EXISTS articles (
	key         TEXT PRIMARY KEY,
	place       INTEGER NOT NULL,             -- order of coming
	revision    INTEGER NOT NULL,             -- goes up whenever corrections change
	corrected   INTEGER NOT NULL,             -- number of corrections
	summary     BLOB NOT NULL,
	article     BLOB NOT NULL,
	corrections BLOB NOT NULL
) STRICT;
PRAGMA user_version = 1;`

// version is that of the schema.
const version = 1

// Store is safe for concurrent use.
type Store struct{ db *sql.DB }

// Open opens the store in the folder dir, which it makes for the user alone
// where it is missing.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	name := filepath.Join(dir, "qawl.db")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600) // SQLite would let others read it
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	dsn := url.URL{Scheme: "file", Path: filepath.ToSlash(name)}
	dsn.RawQuery = "_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=secure_delete(1)&_txlock=immediate"
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // one file, one writer; readers don't wait long
	if err := prepare(db); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Store{db}, nil
}

func prepare(db *sql.DB) error {
	var found int
	if err := db.QueryRow("PRAGMA user_version").Scan(&found); err != nil {
		return err
	}
	if found > version {
		return fmt.Errorf("written by a newer version of qawl (form %d, this one knows %d)", found, version)
	}
	_, err := db.Exec(schema)
	return err
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Article is what is kept of an article.
type Article struct {
	Key         string
	Revision    int64
	corrected   int
	summary     []byte
	article     []byte
	corrections []byte
}

// Summarize decodes the summary into v. The number of corrections there is
// that of now.
func (a Article) Summarize(v any) error {
	if err := json.Unmarshal(a.summary, v); err != nil {
		return err
	}
	return json.Unmarshal(fmt.Appendf(nil, `{"corrections":%d}`, a.corrected), v)
}

// Decode decodes the article and its corrections.
func (a Article) Decode(article, corrections any) error {
	if err := json.Unmarshal(a.article, article); err != nil {
		return err
	}
	return json.Unmarshal(a.corrections, corrections)
}

// List calls yield with the key and summary of every article in the order in
// which they came.
func (s *Store) List(ctx context.Context, yield func(Article) error) error {
	rows, err := s.db.QueryContext(ctx, "SELECT key, revision, corrected, summary FROM articles ORDER BY place")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a Article
		if err := rows.Scan(&a.Key, &a.Revision, &a.corrected, &a.summary); err != nil {
			return err
		}
		if err := yield(a); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Get returns an article, or ErrMissing.
func (s *Store) Get(ctx context.Context, key string) (Article, error) {
	a := Article{Key: key}
	err := s.db.QueryRowContext(ctx, "SELECT revision, corrected, summary, article, corrections FROM articles WHERE key = ?", key).
		Scan(&a.Revision, &a.corrected, &a.summary, &a.article, &a.corrections)
	if errors.Is(err, sql.ErrNoRows) {
		return a, ErrMissing
	}
	return a, err
}

// Put keeps an article under key, in place of what was there, and returns its
// revision.
func (s *Store) Put(ctx context.Context, key string, summary, article, corrections any) (revision int64, err error) {
	var parts [3][]byte
	for i, v := range []any{summary, article, corrections} {
		if parts[i], err = json.Marshal(v); err != nil {
			return 0, err
		}
	}
	var count []json.RawMessage
	if err := json.Unmarshal(parts[2], &count); err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `
		INSERT INTO articles (key, place, revision, corrected, summary, article, corrections)
		VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM articles), 1, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET revision = revision + 1, corrected = excluded.corrected,
			summary = excluded.summary, article = excluded.article, corrections = excluded.corrections
		RETURNING revision`, key, len(count), parts[0], parts[1], parts[2]).Scan(&revision)
	return revision, err
}

// Correct keeps n corrections of an article in place of the ones that were
// there at revision base, and returns the new revision. It returns ErrChanged
// where they have changed since.
func (s *Store) Correct(ctx context.Context, key string, base int64, n int, corrections any) (revision int64, err error) {
	data, err := json.Marshal(corrections)
	if err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `
		UPDATE articles SET revision = revision + 1, corrected = ?, corrections = ? WHERE key = ? AND revision = ?
		RETURNING revision`, n, data, key, base).Scan(&revision)
	if !errors.Is(err, sql.ErrNoRows) {
		return revision, err
	}
	if _, err := s.Get(ctx, key); err != nil {
		return 0, err
	}
	return 0, ErrChanged
}

// Delete forgets an article, or returns ErrMissing.
func (s *Store) Delete(ctx context.Context, key string) error {
	r, err := s.db.ExecContext(ctx, "DELETE FROM articles WHERE key = ?", key)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return ErrMissing
}
