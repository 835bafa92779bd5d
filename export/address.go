package export

import (
	"net/url"
	"strings"
)

// webAddress is a URL of the web in ASCII, or "" for whatever else may stand
// where a URL is expected: javascript: and its like must become no link.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(visible(s)))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", "'", "%27", "|", "%7C").Replace(u.String())
}
