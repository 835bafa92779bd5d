package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	local := newServer(t, Options{Hosts: []string{"Desk.example.org"}})
	open := newServer(t, Options{Open: true, Token: strings.Repeat("t", LeastToken)})
	for host, want := range map[string][2]bool{
		"127.0.0.1:7290": {true, true}, "localhost:80": {true, true}, "[::1]:1": {true, true}, "LOCALHOST": {true, true},
		"192.168.1.7:7290": {false, true}, "evil.example": {false, false}, "evil.example:7290": {false, false}, "": {false, false},
		"127.0.0.1.evil.example": {false, false}, "localhost.evil.example": {false, false}, "desk.example.org": {true, false}, "2130706433": {false, false},
	} {
		for i, s := range []*Server{local, open} {
			got := ask(t, s, http.MethodGet, "/v1/health", nil, "Host", host).StatusCode
			if (got == http.StatusOK) != want[i] || got != http.StatusOK && got != http.StatusMisdirectedRequest {
				t.Errorf("host %q, server %d: status %d", host, i, got)
			}
		}
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	s := newServer(t, Options{})
	body := Article{Text: sentence}
	for name, header := range map[string][]string{
		"fetch from another site":      {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
		"fetch from another port":      {"Sec-Fetch-Site", "same-site", "Origin", "http://127.0.0.1:8000"},
		"an old browser":               {"Origin", "https://evil.example"},
		"a page without an origin":     {"Origin", "null"},
		"a form of a simple type":      {"Origin", "https://evil.example", "Content-Type", "text/plain"},
		"an extension of another host": {"Sec-Fetch-Site", "cross-site"},
	} {
		ask(t, s, http.MethodPost, "/v1/extract", body, header...).is(t, http.StatusForbidden)
		if name == "an old browser" || strings.Contains(name, "form") || strings.Contains(name, "without") {
			continue
		}
		ask(t, s, http.MethodGet, "/v1/articles", nil, header...).is(t, http.StatusForbidden)
	}
	ask(t, s, http.MethodGet, "/", nil, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate").is(t, http.StatusOK)                      // a link
	ask(t, s, http.MethodGet, "/page/js/main.js", nil, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors").is(t, http.StatusForbidden) // a script tag
	ask(t, s, http.MethodPost, "/v1/extract", body, "Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:7290").is(t, http.StatusOK)
}

func TestPolicy(t *testing.T) {
	s := newServer(t, Options{})
	for _, path := range []string{"/", "/v1/reference", "/page/js/main.js", "/v1/health", "/nothing"} {
		h := ask(t, s, http.MethodGet, path, nil).Header
		csp := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "require-trusted-types-for 'script'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("%s: the policy lacks %s", path, want)
			}
		}
		if strings.Contains(csp, "http:") || strings.Contains(csp, "https:") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
			t.Errorf("%s: the policy lets others in: %s", path, csp)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
}

// TestNothingFromOutside looks for addresses of others in what the browser gets.
func TestNothingFromOutside(t *testing.T) {
	entries := 0
	for _, dir := range []string{"page", "page/js", "page/css"} {
		files, err := assets.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if f.IsDir() {
				continue
			}
			entries++
			data, err := assets.ReadFile(dir + "/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ReplaceAll(string(data), "http://www.w3.org/2000/svg", "")
			for _, bad := range []string{"http://", "https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "localStorage"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s/%s has %q", dir, f.Name(), bad)
				}
			}
		}
	}
	if entries < 20 {
		t.Errorf("%d files: the page is elsewhere", entries)
	}
}

func TestToken(t *testing.T) {
	const token = "sixteen-letters-or-more"
	s := newServer(t, Options{Token: token})
	ask(t, s, http.MethodGet, "/v1/health", nil).is(t, http.StatusOK)
	ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}).is(t, http.StatusUnauthorized)
	ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}, "Authorization", "Bearer "+token+"x").is(t, http.StatusUnauthorized)
	ask(t, s, http.MethodGet, "/v1/articles", nil, "Cookie", session+"="+token).is(t, http.StatusUnauthorized)
	ask(t, s, http.MethodPost, "/v1/extract", Article{Text: sentence}, "Authorization", "Bearer "+token).is(t, http.StatusOK)
	if a := ask(t, s, http.MethodGet, "/", nil); a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "/login" {
		t.Errorf("status %d, to %q", a.StatusCode, a.Header.Get("Location"))
	}
	form := func(value string) answer {
		return ask(t, s, http.MethodPost, "/login", url.Values{"token": {value}}.Encode(), "Content-Type", "application/x-www-form-urlencoded")
	}
	if a := form("wrong"); a.Header.Get("Location") != "/login?wrong=1" || len(a.Cookies()) > 0 {
		t.Errorf("a wrong token leads to %q with %v", a.Header.Get("Location"), a.Cookies())
	}
	a := form(token)
	if len(a.Cookies()) != 1 {
		t.Fatalf("no cookie for the right token: %v", a.Header)
	}
	c := a.Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || strings.Contains(c.Value, token) {
		t.Errorf("cookie %+v", c)
	}
	ask(t, s, http.MethodGet, "/", nil, "Cookie", c.Name+"="+c.Value).is(t, http.StatusOK)
	ask(t, newServer(t, Options{Token: token}), http.MethodGet, "/v1/weights", nil, "Cookie", c.Name+"="+c.Value).is(t, http.StatusUnauthorized)
}

func TestOpenServerNeedsToken(t *testing.T) {
	for _, token := range []string{"", "short"} {
		if _, err := New(Options{Open: true, Token: token}); err == nil {
			t.Errorf("a server for others with token %q", token)
		}
	}
}

func TestPanicIsAnAnswer(t *testing.T) {
	var log strings.Builder
	s := newServer(t, Options{Log: &log})
	h := s.withRecovery(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a mistake") }))
	ask(t, h, http.MethodGet, "/", nil).is(t, http.StatusInternalServerError)
	if !strings.Contains(log.String(), "a mistake") {
		t.Errorf("the keeper of the server is not told: %q", log.String())
	}
	late := s.withRecovery(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("half an answer"))
		panic("a mistake")
	}))
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
			t.Error("an answer that broke off looks whole")
		}
	}()
	ask(t, late, http.MethodGet, "/", nil)
}
