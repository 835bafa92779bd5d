package main

import (
	"context"
	"fmt"
	"net"
	"os/signal"
	"syscall"

	"github.com/qawl-nlp/qawl/web"
	"github.com/qawl-nlp/qawl/web/store"
)

type serveCmd struct {
	Listen string   `default:"127.0.0.1:7290" placeholder:"ADDRESS" help:"Address and port, this machine only by default. Port 0 takes a free one. With any other address than 127.0.0.1 or ::1 others can reach the page, and --token is needed."`
	Token  string   `placeholder:"SECRET" env:"QAWL_TOKEN" help:"Ask everybody for this secret, 16 characters or more. Better in the variable QAWL_TOKEN, which no list of processes shows."`
	Host   []string `placeholder:"NAME" help:"A further name that the server goes by, where it is not reached by its address. May be given several times."`
	Store  string   `placeholder:"DIR" help:"Keep articles and corrections in this folder. Without it nothing is written to disk."`

	MaxArticle int64 `default:"8" placeholder:"MB" help:"Refuse longer articles."`
	Workers    int   `placeholder:"N" help:"Articles that are read at once. Default: the number of processors."`
	grammarFlags
}

// Help is printed below the usage of the command.
func (serveCmd) Help() string {
	return `Opens a page for reading and checking articles: paste a text or drop files, see who said what in it, correct it, and take it away as a table. The page needs no account and no internet. It is for this machine alone unless --listen says otherwise, and forgets everything when its tab is closed unless --store keeps it.

Programs find the same under /v1: the reference is at /v1/reference, the OpenAPI document at /v1/openapi.json.

Traffic is not encrypted. Where others use the page over a network, put a server with TLS in front of it and give its name with --host.

Examples:

	qawl serve
	qawl serve --store ~/qawl
	QAWL_TOKEN=$(openssl rand -hex 16) qawl serve --listen 0.0.0.0:7290 --host desk.example.org
	curl -s http://127.0.0.1:7290/v1/extract -H 'Content-Type: application/json' -d '{"text": "قال المدير إن العمل مستمر."}'`
}

// Validate is called by kong.
func (c serveCmd) Validate() error {
	if c.Token != "" && len(c.Token) < web.LeastToken {
		return fmt.Errorf("--token has %s, expected at least %d", count(len(c.Token), "character"), web.LeastToken)
	}
	if c.MaxArticle < 1 || c.MaxArticle > 256 {
		return fmt.Errorf("--max-article is %d, expected 1 to 256 MB", c.MaxArticle)
	}
	if c.Workers < 0 {
		return fmt.Errorf("--workers is %d, expected at least 1", c.Workers)
	}
	local, err := loopback(c.Listen)
	if err != nil {
		return fmt.Errorf("--listen: %w", err)
	}
	if !local && c.Token == "" {
		return fmt.Errorf("--listen %s lets others reach the page, so it needs --token: QAWL_TOKEN=$(openssl rand -hex 16)", c.Listen)
	}
	return nil
}

// loopback reports whether only this machine can reach an address.
func loopback(address string) (bool, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false, fmt.Errorf("%q is no address, expected one such as 127.0.0.1:7290", address)
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback(), nil
}

// Run is called by kong.
func (c *serveCmd) Run(env *environment) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return c.serve(ctx, env)
}

// serve is Run until ctx ends.
func (c *serveCmd) serve(ctx context.Context, env *environment) (err error) {
	e, err := c.extractor()
	if err != nil {
		return err
	}
	local, _ := loopback(c.Listen) // Validate has looked at it
	o := web.Options{
		Extractor: e, Token: c.Token, Open: !local, Hosts: c.Host, Version: versionText(), Log: env.stderr,
		Limits: web.Limits{Article: c.MaxArticle << 20, Upload: max(64, 8*c.MaxArticle) << 20, Workers: c.Workers},
	}
	if c.Store != "" {
		st, err := store.Open(c.Store)
		if err != nil {
			return fmt.Errorf("--store: %w", err)
		}
		defer func() {
			if e := st.Close(); err == nil {
				err = e
			}
		}()
		o.Store = st
	}
	s, err := web.New(o)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w; --listen 127.0.0.1:0 takes a free port", err)
	}
	fmt.Fprintf(env.stdout, "http://%s/\n", l.Addr())
	fmt.Fprintln(env.stderr, "qawl: serving the page above; Ctrl-C ends it")
	if !local {
		fmt.Fprintln(env.stderr, "qawl: others can reach it, and what they send is not encrypted")
	}
	return s.Serve(ctx, l)
}
