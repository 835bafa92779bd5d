package main

import (
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
	"golang.org/x/text/width"
)

// Unicode isolates keep text of one direction together in a line of the other.
const (
	rightToLeft = "\u2067"
	firstStrong = "\u2068"
	popIsolate  = "\u2069"
)

// isolate makes s safe to stand in a line of another direction, and to send to
// a terminal.
func isolate(s string) string { return firstStrong + display(s) + popIsolate }

// isolateRTL is isolate for text that reads from right to left as a whole.
func isolateRTL(s string) string { return rightToLeft + display(s) + popIsolate }

// display puts s on one line and takes out what would steer a terminal or
// reorder the rest of the line.
func display(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f' && r != '\u061c':
			return -1
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// cells is the number of terminal cells that s takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

// wrap breaks s between words into lines of at most limit cells. A longer word
// gets a line of its own.
func wrap(s string, limit int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Fields(s) {
		w := cells(word)
		if used > 0 && used+1+w > limit {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 || line.Len() > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// longestShown is the longest text that is shown whole, in bytes.
const longestShown = 4000

// shorten leaves out the middle of a text that is too long to read.
func shorten(s string) string {
	if len(s) <= longestShown {
		return s
	}
	return strings.ToValidUTF8(s[:longestShown/2], "") + " … " + strings.ToValidUTF8(s[len(s)-longestShown/2:], "")
}

// isTerminal reports whether a reader or writer is one.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

const (
	defaultWidth  = 80
	widestReading = 110 // longer lines tire the eye
)

// terminalWidth is the width to wrap at.
func terminalWidth(stream any) int {
	if f, ok := stream.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 20 {
			return min(w, widestReading)
		}
	}
	return defaultWidth
}
