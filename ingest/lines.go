package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/transform"
)

// utf8Of decodes what br reads and drops a byte order mark.
func (c *charset) utf8Of(br *bufio.Reader) *bufio.Reader {
	if c.decoder != nil {
		br = bufio.NewReaderSize(transform.NewReader(br, c.decoder()), evidenceSize)
	}
	if mark, _ := br.Peek(3); string(mark) == "\ufeff" {
		_, _ = br.Discard(3)
	}
	return br
}

// lineReader reads lines of bounded size.
type lineReader struct {
	br    *bufio.Reader
	limit int64
	line  int // number of the line read last, from 1
}

// lineFeed is what all empty lines share.
var lineFeed = []byte("\n")

// next returns a copy of the next line with its line feed. A line over the
// limit is passed over and errTooLarge. The last line may come with another
// error than io.EOF, if reading failed in it.
func (l *lineReader) next() ([]byte, error) {
	l.line++
	var line []byte
	tooLarge := false
	for {
		part, err := l.br.ReadSlice('\n')
		if len(part) == 1 && part[0] == '\n' && line == nil && !tooLarge {
			return lineFeed, nil
		}
		if !tooLarge {
			if int64(len(line)+len(part)) > l.limit {
				tooLarge, line = true, nil
			} else if line = append(line, part...); line == nil {
				line = []byte{}
			}
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case tooLarge:
			return nil, errTooLarge
		case err != nil && len(line) == 0:
			return nil, io.EOF
		default:
			return line, nil
		}
	}
}

func blank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }
