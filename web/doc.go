// Package web is the page on which a person checks the statements of articles,
// and the HTTP API behind it.
//
// The API is versioned under /v1 and described by the OpenAPI document it
// serves at /v1/openapi.json; a page that shows it is at /v1/reference. Errors
// are problem details (RFC 9457). Offsets count Unicode code points of the
// article, end excluded, as in [quotes.Record].
//
// A [Server] keeps nothing: what it is sent is gone when the answer is out. Only
// with a [store.Store] does it keep articles and their corrections.
package web
