package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

//go:embed style.css
var style string

var head = template.Must(template.New("head").Parse(`<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{.Policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}</title>
<link rel="icon" href="data:,">
{{.Style}}
</head>
<body>
`))

// Head writes the head of a page that runs from right to left and asks the
// network for nothing: its policy allows the one style and the one script that
// stand in it. The script may be empty; it is to be given to [Foot] as well.
func Head(w io.Writer, title, script string) error {
	return head.Execute(w, struct {
		Title, Policy string
		Style         template.HTML
	}{
		title,
		"default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'",
		template.HTML("<style>" + style + "</style>"),
	})
}

// Foot ends the page.
func Foot(w io.Writer, script string) error {
	if script != "" {
		script = "<script>" + script + "</script>\n"
	}
	_, err := fmt.Fprint(w, script, "</body>\n</html>\n")
	return err
}

// hash is how a Content-Security-Policy names an inline style or script.
func hash(s string) string {
	if s == "" {
		return "'none'"
	}
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
