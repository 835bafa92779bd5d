package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/alecthomas/units"

	"github.com/qawl-nlp/qawl/ingest"
	"github.com/qawl-nlp/qawl/internal/batch"
)

// inputFlags say what is read and how.
type inputFlags struct {
	Files           []string         `arg:"" optional:"" name:"file" help:"Files, folders and archives; - or nothing is stdin."`
	InputFormat     string           `enum:"auto,${inputs}" default:"auto" help:"What files hold: one of ${enum}. Default: what their endings or contents say."`
	Encoding        string           `placeholder:"NAME" help:"Character encoding of all input, such as ${encodings}. Default: what files declare or their bytes show."`
	TextColumn      string           `placeholder:"NAME" help:"Column of CSV and TSV, or field of JSONL, that holds the article. Default: text, body, content, النص …"`
	IDColumn        string           `name:"id-column" placeholder:"NAME" help:"Column or field that names the article. Default: id, doc, docno, رقم …"`
	Glob            []string         `placeholder:"PATTERN" sep:"none" help:"In folders and archives, only files that match, such as '*.html' or 'news/**/*.txt'. May be given several times."`
	MaxDocumentSize units.Base2Bytes `default:"16MiB" help:"Largest article or record, as it stands in its file. Larger ones are refused."`
}

// inputVars are what the tags of inputFlags and extractCmd name.
func inputVars() kong.Vars {
	return kong.Vars{
		"inputs":     strings.Join(ingest.Formats, ","),
		"encodings":  strings.Join(ingest.Encodings, ", "),
		"checkpoint": strconv.Itoa(batch.CheckpointSize),
	}
}

// Validate is called by kong.
func (f inputFlags) Validate() error {
	_, err := f.reader(nil)
	return err
}

// sources are the paths to read.
func (f inputFlags) sources() []string {
	if len(f.Files) == 0 {
		return []string{"-"}
	}
	return f.Files
}

// reader reads as the flags say, but for the files in exclude. It is nil safe in
// env, to check the flags.
func (f inputFlags) reader(env *environment, exclude ...string) (*ingest.Reader, error) {
	o := ingest.Options{
		Encoding: f.Encoding, TextColumn: f.TextColumn, IDColumn: f.IDColumn, Glob: f.Glob,
		MaxDocumentSize: int64(f.MaxDocumentSize), Exclude: exclude,
	}
	if f.InputFormat != "auto" {
		o.Format = f.InputFormat
	}
	if f.MaxDocumentSize <= 0 {
		return nil, fmt.Errorf("--max-document-size is %d, expected a size such as 16MiB", int64(f.MaxDocumentSize))
	}
	if env != nil {
		o.Stdin = &hinted{env: env}
	}
	return ingest.New(o)
}

// hinted is standard input that tells a person at the keyboard what is awaited.
type hinted struct {
	env   *environment
	asked bool
}

// Read is the method of [io.Reader].
func (h *hinted) Read(p []byte) (int, error) {
	if !h.asked && isTerminal(h.env.stdin) {
		fmt.Fprintln(h.env.stderr, "qawl: reading from the terminal; end the text with Ctrl-D")
	}
	h.asked = true
	return h.env.stdin.Read(p)
}
