package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// sameHost refuses requests for hosts that the server doesn't go by. A page
// elsewhere whose name resolves to this machine (DNS rebinding) is such a host;
// an address can't be rebound, so a server that is open to others goes by every one.
func (s *Server) sameHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.knownHost(r.Host) {
			problem(w, http.StatusMisdirectedRequest, fmt.Sprintf("this server does not go by the name %q", hostname(r.Host)))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) knownHost(host string) bool {
	name := hostname(host)
	if addr, err := netip.ParseAddr(name); err == nil {
		return addr.IsLoopback() || s.open
	}
	return name == "localhost" || slices.Contains(s.hosts, name)
}

// hostname is the Host header without port and brackets, in lower case.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

// sameSite refuses requests that another site's page makes. Its scripts could not
// read the answers, but they need not cause any work either.
func sameSite(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(refuseForeign))
	inner := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Header.Get("Sec-Fetch-Site") {
		case "cross-site", "same-site":
			if strings.HasPrefix(r.URL.Path, "/v1/") || r.Header.Get("Sec-Fetch-Mode") != "navigate" {
				refuseForeign(w, r)
				return
			}
		}
		inner.ServeHTTP(w, r)
	})
}

func refuseForeign(w http.ResponseWriter, _ *http.Request) {
	problem(w, http.StatusForbidden, "requests from pages of other sites are refused")
}
