package browser

import (
	"context"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// Program returns the path of Chromium, or "" where none is found. The variable
// QAWL_CHROMIUM may name one.
func Program() string {
	for _, name := range []string{os.Getenv("QAWL_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// Start readies Chromium with the empty folder dir for its profile. It runs from
// the first use of the context until that is cancelled, and asks nobody on the
// network for anything of its own.
func Start(parent context.Context, program, dir string) (context.Context, context.CancelFunc) {
	allocator, stop := chromedp.NewExecAllocator(parent,
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.UserDataDir(dir), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.WindowSize(1280, 860),
		chromedp.WSURLReadTimeout(2*time.Minute),
	)
	ctx, quit := chromedp.NewContext(allocator)
	return ctx, func() { quit(); stop() }
}
