package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

func TestServe(t *testing.T) {
	stdout, out := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	c := serveCmd{Listen: "127.0.0.1:0", Store: filepath.Join(t.TempDir(), "desk"), MaxArticle: 8}
	done := make(chan error, 1)
	go func() {
		done <- c.serve(ctx, &environment{stdin: strings.NewReader(""), stdout: out, stderr: io.Discard})
		out.Close()
	}()
	url, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(<-done)
	}
	res, err := http.Get(strings.TrimSpace(url) + "v1/health")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(body), `"store":true`) {
		t.Errorf("%s, %s, %v", res.Status, body, err)
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	if err := <-done; err != nil {
		t.Errorf("serving ended with %v", err)
	}
}

func TestServeRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"open without a token": {[]string{"--listen", "0.0.0.0:7290"}, "--token"},
		"all addresses":        {[]string{"--listen", ":7290"}, "--token"},
		"a short token":        {[]string{"--token", "short"}, "at least 16"},
		"no address":           {[]string{"--listen", "7290"}, "127.0.0.1:7290"},
		"no article at all":    {[]string{"--max-article", "0"}, "1 to 256"},
		"a file as a store":    {[]string{"--store", "serve_test.go"}, "--store"},
		"rules of nobody":      {[]string{"--rules", "missing.yaml"}, "missing.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			var stderr strings.Builder
			code := run(append([]string{"serve"}, test.args...), strings.NewReader(""), io.Discard, &stderr)
			if code == exitFine || !strings.Contains(stderr.String(), test.says) {
				t.Errorf("exit code %d, %q, expected %q", code, stderr.String(), test.says)
			}
		})
	}
}
