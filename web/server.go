package web

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/web/store"
)

// Options say how a [Server] works. The zero value serves this machine only and
// keeps nothing.
type Options struct {
	Extractor *quotes.Extractor // nil for the built-in one
	Store     *store.Store      // keeps articles and corrections; nil for none
	Token     string            // asked of every caller; empty for none
	Open      bool              // answers to any IP address in the Host header, not to loopback ones only
	Hosts     []string          // further host names it goes by
	Version   string
	Limits    Limits
	Log       io.Writer // failures of the server itself, never what it was sent; nil for none
}

// Server is the page and the API. It is an [http.Handler].
type Server struct {
	extractor *quotes.Extractor
	store     *store.Store
	open      bool
	hosts     []string
	version   string
	limits    Limits
	log       *log.Logger

	work    *gate // articles being analyzed
	batches *gate
	flight  budget

	handler http.Handler
}

// New returns a Server. An error says which option doesn't fit.
func New(o Options) (*Server, error) {
	s := &Server{
		extractor: o.Extractor, store: o.Store, open: o.Open, version: o.Version,
		limits: o.Limits.withDefaults(), log: log.New(io.Discard, "", 0),
	}
	for _, h := range o.Hosts {
		s.hosts = append(s.hosts, hostname(h))
	}
	if o.Log != nil {
		s.log = log.New(o.Log, "qawl: ", 0)
	}
	if s.extractor == nil {
		var err error
		if s.extractor, err = quotes.New(); err != nil {
			return nil, err
		}
	}
	if s.open && len(o.Token) < LeastToken {
		return nil, errors.New("a server that others can reach needs a token of at least 16 characters")
	}
	s.work = newGate(s.limits.Workers, s.limits.Queue)
	s.batches = newGate(s.limits.Batches, 0)
	s.flight.left.Store(s.limits.InFlight)

	mux := http.NewServeMux()
	s.routes(mux)
	s.pages(mux)
	var h http.Handler = mux
	if o.Token != "" {
		h = newGuard(o.Token).wrap(h, pageHandler())
	}
	s.handler = withHeaders(s.withRecovery(s.sameHost(sameSite(h))))
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Serve answers what comes in on l until ctx ends. Then it takes no more
// requests, gives those that are going on some time to end, and returns nil.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	working, stop := context.WithCancel(context.Background())
	defer stop()
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       s.limits.Read,
		WriteTimeout:      s.limits.Read + s.limits.Write,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          s.log,
		BaseContext:       func(net.Listener) context.Context { return working },
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), s.limits.Shutdown)
	defer cancel()
	err := srv.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		stop() // batches end at their next article
		err = srv.Close()
	}
	<-failed
	return err
}
