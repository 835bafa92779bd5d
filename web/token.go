package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"
)

// LeastToken is the length in bytes from which a token is taken for safe from guessing.
const LeastToken = 16

// session is the name of the cookie that a browser gets for the token.
const session = "qawl"

// guard lets only those in who know the token.
type guard struct {
	token  string
	cookie string // what the cookie holds: made of the token with a key that ends with the server
}

func newGuard(token string) *guard {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(token))
	return &guard{token: token, cookie: hex.EncodeToString(mac.Sum(nil))}
}

// wrap asks for the token before next. A program sends "Authorization: Bearer
// TOKEN"; a browser is sent to a form, which is answered with a cookie.
func (g *guard) wrap(next http.Handler, form http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/login" && r.Method == http.MethodPost:
			g.login(w, r)
		case g.known(r), r.URL.Path == "/v1/health":
			next.ServeHTTP(w, r)
		case r.URL.Path == "/login" || strings.HasPrefix(r.URL.Path, "/page/"): // what the form needs; no secret
			form.ServeHTTP(w, r)
		case r.Method == http.MethodGet && r.URL.Path == "/":
			http.Redirect(w, r, "/login", http.StatusSeeOther)
		default:
			w.Header().Set("WWW-Authenticate", `Bearer realm="qawl"`)
			problem(w, http.StatusUnauthorized, "this server asks for a token: Authorization: Bearer TOKEN")
		}
	})
}

func (g *guard) known(r *http.Request) bool {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return same(token, g.token)
	}
	c, err := r.Cookie(session)
	return err == nil && same(c.Value, g.cookie)
}

func (g *guard) login(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4096)
	if !same(strings.TrimSpace(r.PostFormValue("token")), g.token) {
		http.Redirect(w, r, "/login?wrong=1", http.StatusSeeOther)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: session, Value: g.cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil,
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// same compares without telling by its time where a and b differ.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
