package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
)

// fingerprint lists the options that a result depends on, by their flags.
func (c *extractCmd) fingerprint(target string) map[string]string {
	out := map[string]string{
		"-o":                  target,
		"--format":            c.settle(false),
		"--fields":            strings.Join(c.Fields, ","),
		"--bom":               fmt.Sprint(c.BOM),
		"--with-text":         fmt.Sprint(c.WithText),
		"--types":             strings.Join(c.Types, ","),
		"--min-confidence":    fmt.Sprint(c.MinConfidence),
		"--speaker":           c.Speaker,
		"--input-format":      c.InputFormat,
		"--encoding":          c.Encoding,
		"--text-column":       c.TextColumn,
		"--id-column":         c.IDColumn,
		"--glob":              strings.Join(c.Glob, " "),
		"--max-document-size": c.MaxDocumentSize.String(),
		"--rules":             digests(c.Rules),
		"--lexicon":           digests(c.Lexicon),
	}
	for flag, value := range out {
		if value == "" || value == "false" {
			delete(out, flag)
		}
	}
	return out
}

// digests tells files apart by what they hold.
func digests(files []string) string {
	var out []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			data = []byte(err.Error())
		}
		sum := sha256.Sum256(data)
		out = append(out, name+" "+hex.EncodeToString(sum[:8]))
	}
	return strings.Join(out, ", ")
}
