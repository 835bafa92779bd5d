// Package ingest reads articles out of files, folders and archives.
//
// A [Reader] goes through plain text, HTML pages, Word documents, JSONL, JSON,
// CSV, TSV and TREC-style XML, through folders, zip and tar archives, gzip and zstd,
// in any of the encodings Arabic is stored in, and yields one [Document] after
// another with the place where it was read. What can't be read is an [*Error]
// that names file and line; reading goes on behind it.
//
// Nothing is held in memory but the record that is being read, whose size is
// limited, and what archives and compressed files expand to is limited as well.
package ingest
