// Package browsertest holds tests of the page in a real Chromium. They are
// skipped where none is installed.
package browsertest

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"go.uber.org/goleak"

	"github.com/qawl-nlp/qawl/internal/browser"
	"github.com/qawl-nlp/qawl/web"
)

// patience is how long a test waits for anything. It is no measure of speed.
const patience = time.Minute

// chromium is the browser that the tests of this package share, nil without one.
var chromium context.Context

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	name := browser.Program()
	if name == "" || testing.Short() {
		return m.Run()
	}
	dir, err := os.MkdirTemp("", "qawl-chromium-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	ctx, cancel := browser.Start(context.Background(), name, dir)
	end := sync.OnceFunc(cancel)
	defer end()
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "starting", name+":", err)
		return 1
	}
	chromium = ctx
	code := m.Run()
	end()
	if err := goleak.Find(goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock")); err != nil && code == 0 {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// tab is a page of its own, with nothing of other tests in it.
type tab struct {
	*testing.T
	ctx    context.Context
	server *httptest.Server

	mu       sync.Mutex
	failures []string
	expected []string // parts of failures that the test is about
}

// open serves the page as o says and opens it at path. The test fails if the
// console of the page shows an error.
func open(t *testing.T, o web.Options, path string) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("long: a browser")
	}
	if chromium == nil {
		t.Skip("no Chromium found; install it or give its path in QAWL_CHROMIUM")
	}
	s, err := web.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	b := &tab{T: t, server: server}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	b.ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.check)
	b.do(chromedp.EmulateViewport(1280, 860))
	b.visit(path)
	return b
}

// listen notes what goes wrong on the page, and agrees to leave it.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		b.failures = append(b.failures, "exception: "+text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var args []string
			for _, a := range e.Args {
				args = append(args, string(a.Value)+a.Description)
			}
			b.failures = append(b.failures, "console: "+strings.Join(args, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.failures = append(b.failures, fmt.Sprintf("log: %s %s", e.Entry.Text, e.Entry.URL))
		}
	case *page.EventJavascriptDialogOpening:
		go func() {
			_, _ = chromedp.Call(b.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}()
	}
}

func (b *tab) check() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.failures {
		if !slices.ContainsFunc(b.expected, func(part string) bool { return strings.Contains(f, part) }) {
			b.Errorf("the page failed: %s", f)
		}
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) visit(path string) {
	b.Helper()
	b.do(chromedp.Navigate(b.server.URL+path), chromedp.WaitReady(chromedp.CSS(`html[data-ready]`)))
}

// eval returns the value of a JavaScript expression, which may be a promise.
func eval[T any](b *tab, js string) T {
	b.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%v\nin %s", err, js)
	}
	return out
}

// until waits for a JavaScript expression to be true.
func (b *tab) until(js string) {
	b.Helper()
	const wait = `new Promise((resolve) => {
		const end = Date.now() + %d;
		const look = () => (%s) ? resolve(true) : Date.now() > end ? resolve(false) : setTimeout(look, 10);
		look();
	})`
	ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](fmt.Sprintf(wait, (patience/2).Milliseconds(), js), chromedp.EvalAwaitPromise))
	if err != nil || !ok {
		b.shot("failed-" + strings.ReplaceAll(b.Name(), "/", "-"))
		b.Fatalf("waited in vain for %s (%v)", js, err)
	}
}

func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}

// press presses keys one after another. A letter is pressed as a keyboard does it:
// what it types is left to the page, which may take it for a command.
func (b *tab) press(keys ...string) {
	b.Helper()
	for _, k := range keys {
		code, letter := codes[k]
		if !letter {
			b.do(chromedp.KeyEvent(k))
			continue
		}
		for _, p := range []input.DispatchKeyEventParams{
			{Type: input.DispatchKeyEventTypeKeyDown, Key: k, Code: code, Text: k},
			{Type: input.DispatchKeyEventTypeKeyUp, Key: k, Code: code},
		} {
			if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, p); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// codes are the places of keys that are commands.
var codes = func() map[string]string {
	m := map[string]string{"/": "Slash", "[": "BracketLeft", "]": "BracketRight", ",": "Comma", ".": "Period"}
	for c := 'a'; c <= 'z'; c++ {
		m[string(c)] = "Key" + strings.ToUpper(string(c))
	}
	m["ت"] = "KeyJ" // on an Arabic keyboard
	return m
}()

// paste brings an article onto the desk by the dialog.
func (b *tab) paste(text string) {
	b.Helper()
	n := eval[int](b, `document.querySelectorAll('#article-list li').length`)
	b.click("#new")
	b.do(chromedp.SetValue(chromedp.CSS("#new-dialog textarea"), text))
	b.click("#new-dialog .primary")
	b.until(fmt.Sprintf(`document.querySelectorAll('#article-list li').length > %d && !document.querySelector('#new-dialog') && document.querySelector('#article-text').dataset.complete === 'true'`, n))
}

// article returns one of the articles written for the project.
func article(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/articles", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// screenshots is the folder where the tests leave pictures of the page.
func screenshots() string {
	if dir := os.Getenv("QAWL_SCREENSHOTS"); dir != "" {
		return dir
	}
	return "screenshots"
}

// shot takes a picture of the page.
func (b *tab) shot(name string) {
	b.Helper()
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Logf("no picture: %v", err)
		return
	}
	file := filepath.Join(screenshots(), name+".png")
	if err := os.MkdirAll(screenshots(), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		b.Fatal(err)
	}
	b.Logf("picture: %s", file)
}
