package web

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/qawl-nlp/qawl/speakers"
	"github.com/qawl-nlp/qawl/web/store"
)

// Correction is one thing that a person changed. Applied in order to what was
// found, the corrections of an article make what holds now; the last one is undone
// by taking it off the list.
type Correction struct {
	Op        string          `json:"op" enum:"speaker,type,extent,reject,restore,confirm,add"`
	Statement int             `json:"statement" minimum:"1" doc:"Number of the statement; add gives a new one"`
	Speaker   *ChosenSpeaker  `json:"speaker,omitempty" doc:"For speaker and add"`
	Type      string          `json:"type,omitempty" enum:"direct,mixed,indirect" doc:"For type and add"`
	Content   *CorrectionSpan `json:"content,omitempty" doc:"For extent and add"`
	Cue       *CorrectionSpan `json:"cue,omitempty" doc:"For add, where there is one"`
}

// ChosenSpeaker is a speaker that a person chose or typed.
type ChosenSpeaker struct {
	ID     string        `json:"id" maxLength:"100" doc:"Of an entity of the article, or a new one"`
	Name   string        `json:"name" minLength:"1" maxLength:"2000"`
	Kind   speakers.Kind `json:"kind" enum:"person,organization,anonymous,document"`
	Role   string        `json:"role" maxLength:"2000"`
	Gender string        `json:"gender" enum:"m,f,"`
}

// CorrectionSpan is a stretch of the article, in code points.
type CorrectionSpan struct {
	Start int `json:"start" minimum:"0"`
	End   int `json:"end" minimum:"1"`
}

// Kept is an article that the server keeps.
type Kept struct {
	Extraction
	Corrections []Correction `json:"corrections" doc:"In the order in which they were made"`
}

// KeptSummary is a line in the list of the articles that the server keeps.
type KeptSummary struct {
	Key         string `json:"key"`
	ID          string `json:"id"`
	Title       string `json:"title"`
	Outlet      string `json:"outlet"`
	Date        string `json:"date"`
	Statements  int    `json:"statements" doc:"How many were found"`
	Corrections int    `json:"corrections" doc:"How many were made"`
}

// ArticleKey is the name under which an article is kept.
type ArticleKey struct {
	Key string `path:"key" pattern:"^[A-Za-z0-9-]{8,64}$" doc:"Made by the caller: letters, digits and -"`
}

// Revision tells versions of the corrections of an article apart.
type Revision struct {
	ETag string `header:"ETag" doc:"Revision of the corrections, for If-Match"`
}

func (s *Server) articles(api huma.API) {
	op := func(method, path, id, summary, description string, limit int64) huma.Operation {
		op := s.operation(method, path, id, "Articles", summary, description, limit)
		op.Errors = append(op.Errors, http.StatusNotFound)
		return op
	}
	type listOutput struct{ Body []KeptSummary }
	huma.Register(api, op(http.MethodGet, "/v1/articles", "list-articles", "The articles that are kept", "In the order in which they came.", 0),
		func(ctx context.Context, _ *struct{}) (*listOutput, error) {
			out := &listOutput{Body: []KeptSummary{}}
			return out, s.kept(func(st *store.Store) error {
				return st.List(ctx, func(a store.Article) error {
					var sum KeptSummary
					err := a.Summarize(&sum)
					sum.Key = a.Key
					out.Body = append(out.Body, sum)
					return err
				})
			})
		})

	type getOutput struct {
		Revision
		Body Kept
	}
	huma.Register(api, op(http.MethodGet, "/v1/articles/{key}", "get-article", "An article that is kept", "", 0),
		func(ctx context.Context, in *ArticleKey) (*getOutput, error) {
			out := &getOutput{}
			return out, s.kept(func(st *store.Store) error {
				a, err := st.Get(ctx, in.Key)
				if err != nil {
					return err
				}
				out.ETag = tag(a.Revision)
				return a.Decode(&out.Body.Extraction, &out.Body.Corrections)
			})
		})

	type putInput struct {
		ArticleKey
		Body Kept
	}
	huma.Register(api, op(http.MethodPut, "/v1/articles/{key}", "put-article", "Keep an article", "Replaces what is kept under the key.", s.limits.Upload),
		func(ctx context.Context, in *putInput) (*Revision, error) {
			out := &Revision{}
			return out, s.kept(func(st *store.Store) error {
				d := in.Body.Document
				summary := KeptSummary{ID: d.ID, Title: d.Title, Outlet: d.Outlet, Date: d.Date, Statements: len(in.Body.Statements), Corrections: len(in.Body.Corrections)}
				rev, err := st.Put(ctx, in.Key, summary, in.Body.Extraction, in.Body.Corrections)
				out.ETag = tag(rev)
				return err
			})
		})

	type correctInput struct {
		ArticleKey
		IfMatch string `header:"If-Match" required:"true" doc:"The ETag that the corrections build on"`
		Body    []Correction
	}
	correct := op(http.MethodPut, "/v1/articles/{key}/corrections", "put-corrections", "Keep the corrections of an article",
		"Replaces those that are kept, unless somebody else has changed them since (412).", 4<<20)
	correct.Errors = append(correct.Errors, http.StatusPreconditionFailed)
	huma.Register(api, correct, func(ctx context.Context, in *correctInput) (*Revision, error) {
		out := &Revision{}
		return out, s.kept(func(st *store.Store) error {
			base, err := strconv.ParseInt(strings.Trim(in.IfMatch, `"`), 10, 64)
			if err != nil {
				return huma.Error422UnprocessableEntity("If-Match is no ETag of this article")
			}
			rev, err := st.Correct(ctx, in.Key, base, len(in.Body), in.Body)
			out.ETag = tag(rev)
			return err
		})
	})

	huma.Register(api, op(http.MethodDelete, "/v1/articles/{key}", "delete-article", "Forget an article", "", 0),
		func(ctx context.Context, in *ArticleKey) (*struct{}, error) {
			return nil, s.kept(func(st *store.Store) error { return st.Delete(ctx, in.Key) })
		})
}

func tag(revision int64) string { return strconv.Quote(strconv.FormatInt(revision, 10)) }

// kept runs do where there is a store and puts its errors into answers.
func (s *Server) kept(do func(*store.Store) error) error {
	if s.store == nil {
		return huma.Error404NotFound("this server keeps no articles; start it with --store DIR")
	}
	err := do(s.store)
	switch {
	case errors.Is(err, store.ErrMissing):
		return huma.Error404NotFound("no article is kept under this key")
	case errors.Is(err, store.ErrChanged):
		return huma.Error412PreconditionFailed("the corrections were changed elsewhere in the meantime; load the article again")
	}
	return err
}
