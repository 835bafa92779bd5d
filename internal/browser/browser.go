// Package browser opens pages in Chromium for tests, which are skipped where it
// is not installed.
package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Open loads a page that is a file. Whatever it logs or asks the network for
// fails the test. The context is for [Evaluate].
func Open(t *testing.T, page []byte) context.Context {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, page, 0o600); err != nil {
		t.Fatal(err)
	}
	url := "file://" + path
	ctx := start(t)
	var mu sync.Mutex
	var seen []string
	note := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			note("the page calls console.%s", e.Type)
		case *runtime.EventExceptionThrown:
			note("the page throws %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			note("the browser logs %s %s", e.Entry.Text, e.Entry.URL)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != url && e.Request.URL != "data:," {
				note("the page asks for %s", e.Request.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, s := range seen {
			t.Error(s)
		}
	})
	listen := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, target, log.Enable, cdp.Empty{})
		return err
	})
	if err := chromedp.Do(ctx, listen, chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// Evaluate runs JavaScript in the page.
func Evaluate[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// start starts Chromium, which stops with the test.
func start(t *testing.T) context.Context {
	t.Helper()
	program := Program()
	if program == "" {
		t.Skip("Chromium is not installed; apt-get install chromium")
	}
	ctx, cancel := Start(t.Context(), program, t.TempDir())
	t.Cleanup(cancel)
	return ctx
}
