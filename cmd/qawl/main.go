// Command qawl reads Arabic news text and prints who said what.
//
// See qawl --help, or the README of the project.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit codes.
const (
	exitFine   = 0
	exitFailed = 1 // some input or file failed
	exitUsage  = 2 // wrong usage
)

type cli struct {
	Extract  extractCmd  `cmd:"" help:"Print the attributed statements of articles."`
	Explain  explainCmd  `cmd:"" help:"Show why each statement was found, and why marked words were left out."`
	Stats    statsCmd    `cmd:"" help:"Count who is quoted how often in what extract wrote."`
	Patterns patternsCmd `cmd:"" help:"Show the built-in verbs and rules, or check your own."`
	Eval     evalCmd     `cmd:"" help:"Score against an annotated corpus."`
	Serve    serveCmd    `cmd:"" help:"Open a page for reading and checking articles, and an HTTP API."`
	Version  versionCmd  `cmd:"" help:"Print the version."`
}

const description = `qawl reads Arabic news text and prints who said what: every attributed statement with its words, its speaker and its place in the text.

	qawl extract article.txt
	qawl extract --format csv -o quotes.csv articles.jsonl
	curl -s example.org/article.txt | qawl extract --types direct,mixed
	qawl explain article.txt
	qawl serve

Exit codes: 0 all went well; 1 some input or file failed, which stderr names; 2 wrong usage.`

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of Write, see run
	os.Exit(withHeadroom(func() int { return run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr) }))
}

// environment is what a command works with.
type environment struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	failed bool // some input or file failed
}

// report prints an error that the command survives.
func (env *environment) report(err error) {
	env.failed = true
	fmt.Fprintln(env.stderr, "qawl:", err)
}

// stop ends the parser early, as --help does.
type stop int

// run is main with everything outside it as arguments. It returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	env := &environment{stdin: stdin, stdout: stdout, stderr: stderr}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			code = int(r)
		default:
			env.report(internalError(r))
			code = exitFailed
		}
	}()
	parser, err := kong.New(&cli{},
		kong.Name("qawl"),
		kong.Description(description),
		formatVars(),
		inputVars(),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(stop(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		panic(err)
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "qawl: %v\nTry '%s --help'.\n", err, helpOf(err))
		return exitUsage
	}
	err = ctx.Run(env)
	if err != nil && !errors.Is(err, syscall.EPIPE) { // the reader has seen enough
		env.report(err)
	}
	if env.failed {
		return exitFailed
	}
	return exitFine
}

// helpOf names the command whose help tells more about a wrong usage.
func helpOf(err error) string {
	name := "qawl"
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context != nil {
		if n := p.Context.Selected(); n != nil {
			name += " " + n.Path()
		}
	}
	return name
}
