package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/qawl-nlp/qawl/web"
)

// TestSomebodyElseCorrected changes an article behind the page's back.
func TestSomebodyElseCorrected(t *testing.T) {
	b := open(t, keeping(t), "/?lang=en")
	b.expected = []string{"412"} // the browser logs the refusal, the page takes it well
	b.paste(short)
	b.click("#row-1 .words")
	b.click(`#open-detail [data-control="confirm"]`)
	b.kept(1)
	status := eval[int](b, `(async () => {
		const [{ key }] = await (await fetch('/v1/articles')).json();
		const etag = (await fetch('/v1/articles/' + key)).headers.get('ETag');
		const body = JSON.stringify([{ op: 'reject', statement: 2 }]);
		return (await fetch('/v1/articles/' + key + '/corrections', { method: 'PUT', body, headers: { 'Content-Type': 'application/json', 'If-Match': etag } })).status;
	})()`)
	if status != 204 {
		t.Fatalf("status %d", status)
	}
	b.click("#row-3 .words")
	b.click(`#open-detail [data-control="reject"]`)
	b.until(`document.querySelector('#toast').classList.contains('bad') && document.querySelector('#row-2').classList.contains('rejected')`)
	if eval[bool](b, `document.querySelector('#row-3').classList.contains('rejected') || document.querySelector('#row-1 .by-hand') !== null`) {
		t.Error("the page does not show what is kept")
	}
}

func TestLongWorkCanBeCancelled(t *testing.T) {
	const articles = 5000
	var lines strings.Builder
	for i := range articles {
		fmt.Fprintf(&lines, `{"id":"n%d","text":"قال المدير سامي العلي إن العمل رقم %d مستمر."}`+"\n", i, i)
	}
	file := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	b := open(t, web.Options{}, "/?lang=ar&theme=light")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{file}))
	b.until(`!document.querySelector('#progress').hidden && document.querySelectorAll('#article-list li').length > 20`)
	b.shot("progress-ar-light")
	b.click("#progress-cancel")
	b.until(`document.querySelector('#progress').hidden && document.querySelector('#toast').textContent === 'أُلغي'`)
	const count = `import('/page/js/state.js').then(({ state }) => state.articles.length)`
	n := eval[int](b, count)
	if n >= articles {
		t.Errorf("all %d articles came", n)
	}
	b.click("#row-1 .words") // and work goes on
	b.until(`document.querySelector('#open-detail')`)
	if more := eval[int](b, count); more != n {
		t.Errorf("articles still come: %d, then %d", n, more)
	}
}
