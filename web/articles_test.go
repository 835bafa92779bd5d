package web

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/web/store"
)

func TestKeptArticles(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s := newServer(t, Options{Store: st})
	x := decode[Extraction](t, ask(t, s, http.MethodPost, "/v1/extract?explain=true", Article{ID: "a1", Title: "عنوان", Text: sentence}).is(t, http.StatusOK))
	const path = "/v1/articles/0123456789abcdef"
	ask(t, s, http.MethodGet, path, nil).is(t, http.StatusNotFound)
	first := ask(t, s, http.MethodPut, path, Kept{Extraction: x, Corrections: []Correction{}}).is(t, http.StatusNoContent).Header.Get("ETag")

	corrections := []Correction{
		{Op: "speaker", Statement: 1, Speaker: &ChosenSpeaker{ID: "h1", Name: "سامي", Kind: "person"}},
		{Op: "extent", Statement: 2, Content: &CorrectionSpan{76, 80}},
	}
	second := ask(t, s, http.MethodPut, path+"/corrections", corrections, "If-Match", first).is(t, http.StatusNoContent).Header.Get("ETag")
	if first == second || first == "" {
		t.Errorf("revisions %s and %s", first, second)
	}
	ask(t, s, http.MethodPut, path+"/corrections", []Correction{}, "If-Match", first).is(t, http.StatusPreconditionFailed)
	ask(t, s, http.MethodPut, path+"/corrections", []Correction{}).is(t, http.StatusUnprocessableEntity)
	ask(t, s, http.MethodPut, path+"/corrections", []Correction{{Op: "burn", Statement: 1}}, "If-Match", second).is(t, http.StatusUnprocessableEntity)
	ask(t, s, http.MethodPut, "/v1/articles/ffffffffffff/corrections", []Correction{}, "If-Match", second).is(t, http.StatusNotFound)

	a := ask(t, s, http.MethodGet, path, nil).is(t, http.StatusOK)
	if a.Header.Get("ETag") != second {
		t.Errorf("revision %s, expected %s", a.Header.Get("ETag"), second)
	}
	if diff := cmp.Diff(Kept{Extraction: x, Corrections: corrections}, decode[Kept](t, a)); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	want := []KeptSummary{{Key: "0123456789abcdef", ID: "a1", Title: "عنوان", Statements: 2, Corrections: 2}}
	if diff := cmp.Diff(want, decode[[]KeptSummary](t, ask(t, s, http.MethodGet, "/v1/articles", nil).is(t, http.StatusOK))); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	ask(t, s, http.MethodPut, "/v1/articles/a%2fb", Kept{}).is(t, http.StatusUnprocessableEntity)
	ask(t, s, http.MethodDelete, path, nil).is(t, http.StatusNoContent)
	ask(t, s, http.MethodDelete, path, nil).is(t, http.StatusNotFound)
}

func TestNothingIsKeptWithoutAStore(t *testing.T) {
	s := newServer(t, Options{})
	ask(t, s, http.MethodGet, "/v1/articles", nil).is(t, http.StatusNotFound)
	if h := decode[Health](t, ask(t, s, http.MethodGet, "/v1/health", nil).is(t, http.StatusOK)); h.Store {
		t.Error("it claims to keep articles")
	}
}
