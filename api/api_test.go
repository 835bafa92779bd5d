// Package api holds the exported Go API as listings that a change must keep, or
// change on purpose.
package api

import (
	"bytes"
	"flag"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the listings anew")

// packages are those that others may import.
var packages = []string{"export", "ingest", "patterns", "quotes", "speakers", "web", "web/store"}

// TestGolden compares the exported declarations of every package with its
// listing. What is gone or changed there breaks the programs of others, see
// docs/stability.md.
func TestGolden(t *testing.T) {
	for _, p := range packages {
		t.Run(strings.ReplaceAll(p, "/", "-"), func(t *testing.T) {
			got := listing(t, filepath.Join("..", filepath.FromSlash(p)))
			file := strings.ReplaceAll(p, "/", "-") + ".txt"
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Errorf("the API is not that of api/%s; if that is meant: go test ./api -update (-want +got)\n%s", file, diff)
			}
		})
	}
}

// TestEveryPackageIsListed finds packages that others can import without a
// listing.
func TestEveryPackageIsListed(t *testing.T) {
	found := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (slices.Contains([]string{"internal", "testdata", "node_modules", "cmd"}, d.Name()) || len(d.Name()) > 2 && d.Name()[0] == '.') {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			rel, err := filepath.Rel("..", filepath.Dir(path))
			if err != nil {
				return err
			}
			found[filepath.ToSlash(rel)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(packages, slices.Sorted(maps.Keys(found))); diff != "" {
		t.Errorf("(-listed +found)\n%s", diff)
	}
}

// listing is the exported declarations of the package in dir, without bodies
// and comments, in the order of their names.
func listing(t *testing.T, dir string) []byte {
	t.Helper()
	set := token.NewFileSet()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if !ast.FileExports(f) {
			continue
		}
		for _, d := range f.Decls {
			all = append(all, declarations(t, set, d)...)
		}
	}
	slices.Sort(all)
	return []byte(strings.Join(all, "\n") + "\n")
}

// declarations prints d. A group of constants stays together, since iota counts
// in it; other groups are parted, so that a file may be.
func declarations(t *testing.T, set *token.FileSet, d ast.Decl) []string {
	t.Helper()
	parts := []ast.Node{d}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil && !ast.IsExported(receiver(d.Recv.List[0].Type)) {
			return nil
		}
		d.Body = nil
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return nil
		}
		if d.Tok != token.CONST {
			parts = nil
			for _, s := range d.Specs {
				v, ok := s.(*ast.ValueSpec)
				if ok && v.Type != nil {
					v.Values = nil
				} else if ok {
					ast.Inspect(v, bodiless)
				}
				parts = append(parts, &ast.GenDecl{Tok: d.Tok, Specs: []ast.Spec{s}})
			}
		}
	}
	var out []string
	for _, p := range parts {
		var b bytes.Buffer
		if err := format.Node(&b, set, p); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(b.String(), "\n\n", "\n")) // blank lines stood around comments
	}
	return out
}

// bodiless empties functions that are values.
func bodiless(n ast.Node) bool {
	if f, ok := n.(*ast.FuncLit); ok {
		f.Body = &ast.BlockStmt{}
	}
	return true
}

// receiver is the name of the type of a method.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}
