package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOpenAPIDescribesTheHandlers(t *testing.T) {
	s := newServer(t, Options{Version: "1.2.3"})
	a := ask(t, s, http.MethodGet, "/v1/openapi.json", nil).is(t, http.StatusOK)
	doc := decode[struct {
		OpenAPI string
		Info    struct{ Version string }
		Paths   map[string]map[string]struct {
			Summary   string
			Tags      []string
			Responses map[string]struct{ Content map[string]json.RawMessage }
		}
		Components struct{ Schemas map[string]json.RawMessage }
	}](t, a)
	if doc.OpenAPI != "3.1.0" || doc.Info.Version != "1.2.3" {
		t.Errorf("OpenAPI %s of version %s", doc.OpenAPI, doc.Info.Version)
	}
	want := []string{
		"/v1/articles", "/v1/articles/{key}", "/v1/articles/{key}/corrections", "/v1/batch", "/v1/export", "/v1/extract",
		"/v1/gold", "/v1/health", "/v1/read", "/v1/weights",
	}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(doc.Paths))); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			if op.Summary == "" || len(op.Tags) != 1 {
				t.Errorf("%s %s: summary %q, tags %q", method, path, op.Summary, op.Tags)
			}
			for status, r := range op.Responses {
				_, problem := r.Content["application/problem+json"]
				if failed := status >= "400"; failed != problem {
					t.Errorf("%s %s: %s has %v", method, path, status, slices.Collect(maps.Keys(r.Content)))
				}
			}
		}
	}
	for _, part := range strings.Split(a.body, `"$ref":"`)[1:] {
		ref, _, _ := strings.Cut(part, `"`)
		if _, ok := doc.Components.Schemas[strings.TrimPrefix(ref, "#/components/schemas/")]; !ok {
			t.Errorf("%s leads nowhere", ref)
		}
	}
	for _, f := range []string{"openapi.yaml", "reference"} {
		ask(t, s, http.MethodGet, "/v1/"+f, nil).is(t, http.StatusOK)
	}
}
