package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// document is one article.
type document struct {
	id    string
	text  string
	where string // file, or file:line, for messages
}

// documents reads articles from files one by one; "-" or no file is stdin. An
// error concerns one line or one file, and reading goes on behind it.
func (env *environment) documents(files []string) iter.Seq2[document, error] {
	if len(files) == 0 {
		files = []string{"-"}
	}
	return func(yield func(document, error) bool) {
		for _, name := range files {
			if !env.readFile(name, yield) {
				return
			}
		}
	}
}

func (env *environment) readFile(name string, yield func(document, error) bool) bool {
	if name == "-" {
		if isTerminal(env.stdin) {
			fmt.Fprintln(env.stderr, "qawl: reading from the terminal; end the text with Ctrl-D")
		}
		return readDocuments(env.stdin, "stdin", "stdin", yield)
	}
	f, err := os.Open(name)
	if err != nil {
		return yield(document{}, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return yield(document{}, fmt.Errorf("%s: is a folder, expected a file", name))
	}
	base := filepath.Base(name)
	return readDocuments(f, name, strings.TrimSuffix(base, filepath.Ext(base)), yield)
}

// readDocuments reads one plain text, called id, or articles one JSON object a
// line. It returns false once yield does.
func readDocuments(r io.Reader, name, id string, yield func(document, error) bool) bool {
	br := bufio.NewReader(r)
	if bom, _ := br.Peek(3); string(bom) == "\ufeff" {
		_, _ = br.Discard(3)
	}
	head, lines, err := sniff(br, name)
	if err != nil {
		return yield(document{}, fmt.Errorf("%s: %w", name, err))
	}
	if lines {
		return readLines(br, head, name, yield)
	}
	rest, err := io.ReadAll(br)
	if err != nil {
		return yield(document{}, fmt.Errorf("%s: %w", name, err))
	}
	data := append(head, rest...)
	if err := checkUTF8(data); err != nil {
		return yield(document{}, fmt.Errorf("%s: %w", name, err))
	}
	return yield(document{id: id, text: string(data), where: name}, nil)
}

// sniff decides whether articles follow, one JSON object a line: the name says
// so, or the first line with words holds such an object. It returns what it
// read to find out.
func sniff(br *bufio.Reader, name string) (head []byte, lines bool, err error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return nil, true, nil
	}
	for {
		b, err := br.Peek(1)
		if errors.Is(err, io.EOF) {
			return head, false, nil
		}
		if err != nil {
			return head, false, err
		}
		switch b[0] {
		case ' ', '\t', '\r', '\n':
			_, _ = br.Discard(1)
			head = append(head, b[0])
			continue
		case '{':
		default:
			return head, false, nil
		}
		line, err := br.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return head, false, err
		}
		var object map[string]json.RawMessage
		lines = json.Unmarshal(line, &object) == nil
		return append(head, line...), lines, nil
	}
}

// readLines reads head, then br, line by line. Lines may be of any length.
func readLines(br *bufio.Reader, head []byte, name string, yield func(document, error) bool) bool {
	br = bufio.NewReader(io.MultiReader(bytes.NewReader(head), br))
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		where := fmt.Sprintf("%s:%d", name, n)
		if err != nil && !errors.Is(err, io.EOF) {
			return yield(document{}, fmt.Errorf("%s: %w", where, err))
		}
		if len(bytes.TrimSpace(line)) > 0 {
			d, lineErr := parseLine(bytes.TrimSpace(line))
			if lineErr != nil {
				lineErr = fmt.Errorf(`%s: expected an article {"id": …, "text": …} on one line: %w`, where, lineErr)
			}
			d.where = where
			if !yield(d, lineErr) {
				return false
			}
		}
		if err != nil {
			return true
		}
	}
}

func parseLine(line []byte) (document, error) {
	if err := checkUTF8(line); err != nil {
		return document{}, err
	}
	var in struct {
		ID   any     `json:"id"`
		Text *string `json:"text"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	if err := dec.Decode(&in); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.New("the object does not end")
		}
		return document{}, err
	}
	if rest := bytes.TrimSpace(line[dec.InputOffset():]); len(rest) > 0 {
		return document{}, fmt.Errorf("%.20q stands behind the object", rest)
	}
	var d document
	switch id := in.ID.(type) {
	case string:
		d.id = id
	case json.Number:
		d.id = id.String()
	case nil:
		return d, errors.New(`"id" is missing`)
	default:
		return d, errors.New(`"id" is neither a string nor a number`)
	}
	if in.Text == nil {
		return d, errors.New(`"text" is missing`)
	}
	d.text = *in.Text
	return d, nil
}

// checkUTF8 says where data is not UTF-8, and what to do about it.
func checkUTF8(data []byte) error {
	if utf8.Valid(data) {
		return nil
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return errors.New("not UTF-8 but UTF-16; convert it first: iconv -f UTF-16 -t UTF-8")
	}
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return fmt.Errorf("not UTF-8: byte 0x%02x at offset %d; convert it first, e.g. iconv -f WINDOWS-1256 -t UTF-8", data[at], at)
}
