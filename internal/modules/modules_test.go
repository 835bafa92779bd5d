// Package modules checks what the project depends on. All that it asks is in
// the module cache, so that it needs no network.
package modules

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is what `go list` says of a module.
type module struct {
	Path, Version, Dir string
	Main, Indirect     bool
}

// list are the packages that the given ones are built of, by module; standard
// ones have none.
func list(t *testing.T, patterns ...string) map[string]module {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Standard,Module"}, patterns...)...)
	cmd.Dir = filepath.Join("..", "..")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v: %s", err, &stderr)
	}
	found := map[string]module{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Standard   bool
			Module     module
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if !p.Standard && !p.Module.Main {
			found[p.Module.Path] = p.Module
		}
	}
	if len(found) == 0 {
		t.Fatal("no modules")
	}
	return found
}

// TestCore holds the library that others build upon to few modules.
func TestCore(t *testing.T) {
	allowed := []string{"github.com/dlclark/regexp2/v2", "go.yaml.in/yaml/v4", "golang.org/x/text"}
	for path := range list(t, "./quotes", "./speakers", "./patterns") {
		if !slices.Contains(allowed, path) {
			t.Errorf("quotes, speakers or patterns import %s; allowed are %s", path, strings.Join(allowed, ", "))
		}
	}
}

// licences tell a licence by words that no other has. All of them let qawl be
// passed on under its own.
var licences = []struct{ name, words string }{
	{"Apache-2.0", "apache license version 2.0"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"BSD", "redistribution and use in source and binary forms, with or without modification, are permitted"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted"},
}

// demanding are words of licences that ask more of those who pass qawl on.
var demanding = []string{"gnu general public license", "gnu lesser general public license", "gnu affero", "mozilla public license", "server side public license", "business source license"}

// notices are files that list licences of material beside the package, too;
// each was read: nothing under a demanding one is built into qawl.
var notices = map[string]bool{"modernc.org/sqlite v1.62.0 LICENSE-3RD-PARTY.md": true}

// TestLicences reads the licence of every module that is built into qawl.
func TestLicences(t *testing.T) {
	for path, m := range list(t, "./...") {
		name := licence(t, m)
		if name == "" {
			t.Errorf("%s %s: no licence that is known to be compatible, in %s", path, m.Version, m.Dir)
		}
		t.Log(path, m.Version, name)
	}
}

func licence(t *testing.T, m module) string {
	t.Helper()
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		t.Fatalf("%s is not in the module cache (go mod download): %v", m.Path, err)
	}
	found := ""
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "licen") && !strings.HasPrefix(name, "copying") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text := words(string(data))
		for _, d := range demanding {
			if notices[m.Path+" "+m.Version+" "+e.Name()] {
				break
			}
			if strings.Contains(text, d) {
				t.Errorf("%s %s: %s speaks of the %s", m.Path, m.Version, e.Name(), d)
			}
		}
		for _, l := range licences {
			if found == "" && strings.Contains(text, l.words) {
				found = l.name
			}
		}
	}
	return found
}

// words are those of a text in one line, whatever way it is set.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\r\n*#/", r) }), " ")
}

// TestREADME says why every module is there that go.mod asks for itself.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	gomod, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	direct := 0
	for line := range strings.Lines(string(gomod)) {
		fields := strings.Fields(line)
		if len(fields) != 2 || !strings.HasPrefix(line, "\t") {
			continue // no requirement, or an indirect one
		}
		if direct++; !strings.Contains(string(text), "`"+fields[0]+"`") && !aside[fields[0]] {
			t.Errorf("README.md does not say what %s is for", fields[0])
		}
	}
	if direct == 0 {
		t.Fatal("no requirements found in go.mod")
	}
}

// aside are modules that come with one that README.md explains.
var aside = map[string]bool{"github.com/chromedp/cdproto": true}
