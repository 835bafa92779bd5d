package web

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/quotes"
)

// analyze analyzes a text as soon as a worker is free. Its errors are answers.
func (s *Server) analyze(ctx context.Context, text string) (*quotes.Analysis, error) {
	if err := s.work.enter(ctx); err != nil {
		if errors.Is(err, errBusy) {
			return nil, busy()
		}
		return nil, huma.Error503ServiceUnavailable("the request was given up", err)
	}
	defer s.work.leave()
	return s.analyzeNow(text)
}

// analyzeNow is analyze for a caller that has a worker.
func (s *Server) analyzeNow(text string) (a *quotes.Analysis, err error) {
	if int64(len(text)) > s.limits.Article {
		return nil, huma.NewError(413, fmt.Sprintf("the article has %d bytes, expected at most %d", len(text), s.limits.Article))
	}
	defer func() {
		if r := recover(); r != nil {
			s.log.Printf("internal error: %v\n%s", r, debug.Stack())
			a, err = nil, huma.Error500InternalServerError("internal error while the article was read; the server's output says more")
		}
	}()
	a, err = s.extractor.Analyze(text)
	var rule *patterns.RuleError
	if errors.As(err, &rule) {
		return nil, huma.Error422UnprocessableEntity("a rule ran out of time on this article", err)
	}
	return a, err
}
