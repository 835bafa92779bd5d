package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/qawl-nlp/qawl/web"
)

// typed sends text to what has the focus.
func (b *tab) typed(text string) {
	b.Helper()
	b.do(chromedp.KeyEvent(text))
}

// with sends a key together with Ctrl or Shift.
func (b *tab) with(m chromedp.Modifier, key string) {
	b.Helper()
	b.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(m)))
}

// TestKeyboardAlone goes through the work of a fact-checker without a mouse.
func TestKeyboardAlone(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.press("n")
	b.until(`document.activeElement.matches('#new-dialog textarea')`)
	b.do(chromedp.SetValue(chromedp.CSS("#new-dialog textarea"), short)) // as pasting would
	b.press(kb.Tab, kb.Tab, kb.Tab)
	b.until(`document.activeElement.matches('#new-dialog .primary')`)
	b.press(kb.Enter)
	b.until(`document.querySelectorAll('#table .row').length > 2 && !document.querySelector('#new-dialog')`)

	b.press("j", "ت") // the same key while it writes Arabic
	b.until(`document.querySelector('#row-2').getAttribute('aria-current') === 'true' && document.activeElement.closest('#row-2')`)
	b.press("k", kb.ArrowDown, kb.Enter)
	b.until(`document.querySelector('#open-detail') && document.activeElement.closest('#row-2')`)
	if !eval[bool](b, `document.activeElement.matches(':focus-visible') && getComputedStyle(document.activeElement).outlineStyle === 'solid'`) {
		t.Error("the focus can't be seen")
	}
	b.shot("keyboard-ar-light")

	b.press("s")
	b.until(`document.activeElement.dataset.control === 'speaker'`)
	b.with(chromedp.ModifierCtrl, "a")
	b.typed("ليلى الحمداني")
	b.press(kb.Enter)
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('ليلى الحمداني')`)
	b.press(kb.Escape)
	b.until(`document.activeElement.closest('#row-2')`)

	b.press("[")
	if got := b.row(2).Words; got != "الحملة تبدأ" {
		t.Errorf("after [: %q", got)
	}
	b.press("u", "u")
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('سامر العلي')`)
	b.with(chromedp.ModifierShift, "U")
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('ليلى الحمداني')`)
	b.with(chromedp.ModifierCtrl, "z")
	b.until(`document.querySelector('#row-2 .who').textContent.startsWith('سامر العلي')`)

	b.press("x")
	b.until(`document.querySelector('#row-2').classList.contains('rejected')`)
	b.press("x", "c")
	b.until(`document.querySelector('#row-2 .by-hand') && !document.querySelector('#row-2').classList.contains('rejected')`)
	b.press("t")
	b.until(`document.activeElement.dataset.control === 'type'`)
	b.press(kb.ArrowUp)
	b.until(`document.querySelector('#row-2 .type').textContent === 'مختلط'`)
	b.press(kb.Escape)

	b.press("a")
	b.until(`document.activeElement.matches('#add-dialog [name="words"]')`)
	b.typed("كلام كثير عن الأسعار")
	b.press(kb.Tab)
	b.typed("المدير")
	b.press(kb.Enter)
	b.until(`!document.querySelector('#add-dialog') && [...document.querySelectorAll('#table .words')].some((w) => w.textContent === 'كلام كثير عن الأسعار')`)

	b.press("/")
	b.until(`document.activeElement.matches('#filter-search')`)
	b.typed("كلام كثير")
	b.until(`document.querySelectorAll('#table .row').length === 1`)
	b.with(chromedp.ModifierCtrl, "a")
	b.press(kb.Backspace, kb.Escape)
	b.until(`document.querySelectorAll('#table .row').length > 1`)

	b.press("g")
	b.until(`!document.querySelector('#speakers').hidden`)
	b.press("g")
	b.until(`document.querySelector('#speakers').hidden`)
	b.press("d")
	b.until(`document.querySelector('#save-dialog')`)
	b.press(kb.Escape)
	b.until(`!document.querySelector('#save-dialog')`)

	b.with(chromedp.ModifierShift, "?")
	b.until(`document.querySelector('#help-dialog')`)
	b.shot("keys-ar-light")
	b.press(kb.Escape)
	b.until(`!document.querySelector('#help-dialog')`)
}

// TestEveryControlCanBeReached goes round the page with Tab.
func TestEveryControlCanBeReached(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en&theme=light")
	b.paste(short)
	b.click("#row-1 .words")
	b.click("#row-2 .words")
	b.press("x") // so that there is something to undo
	reached := map[string]bool{}
	eval[any](b, `document.activeElement.blur()`)
	for range 80 {
		b.press(kb.Tab)
		reached[eval[string](b, `(document.activeElement.id || document.activeElement.dataset.control || document.activeElement.className)`)] = true
	}
	for _, want := range []string{"new", "undo", "export", "view", "language", "theme", "help", "files", "article", "add", "filter-search", "filters-more",
		"words", "confirm", "reject", "copy", "speaker", "kind", "apply-speaker", "type", "start-out", "start-in", "end-in", "end-out", "why", "open", "close"} {
		if !reached[want] {
			t.Errorf("Tab does not reach %q", want)
		}
	}
}

func TestSingleKeysCanBeSwitchedOff(t *testing.T) {
	b := open(t, web.Options{}, "/?lang=en&keys=off")
	b.press("n")
	if eval[bool](b, `document.querySelector('dialog') !== null`) {
		t.Error("a key opened a dialog though keys are off")
	}
	b.click("#help")
	b.click("#help-dialog [type=checkbox]")
	b.press(kb.Escape)
	b.until(`!document.querySelector('dialog')`)
	if at := eval[string](b, `location.search`); strings.Contains(at, "keys=off") {
		t.Errorf("the address is still %s", at)
	}
	b.press("n")
	b.until(`document.querySelector('#new-dialog')`)
}
