package web

import (
	"embed"
	"io/fs"
	"net/http"
)

// The page as the browser gets it: there is no step between.
//
//go:embed page
var assets embed.FS

// pages serves the page and the reference of the API.
func (s *Server) pages(mux *http.ServeMux) {
	h := pageHandler()
	mux.Handle("GET /{$}", h)
	mux.Handle("GET /login", h)
	mux.Handle("GET /v1/reference", h)
	mux.Handle("GET /page/", h)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		problem(w, http.StatusNotFound, "there is nothing at "+r.URL.Path)
	})
}

// pageHandler serves what needs no work.
func pageHandler() http.Handler {
	mux := http.NewServeMux()
	for path, name := range map[string]string{"/{$}": "index.html", "/login": "login.html", "/v1/reference": "reference.html"} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, assets, "page/"+name)
		})
	}
	files, err := fs.Sub(assets, "page")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux.Handle("GET /page/", http.StripPrefix("/page/", http.FileServerFS(noFolders{files})))
	return mux
}

// noFolders hides folders, which would be listed.
type noFolders struct{ fs.FS }

// Open opens a file.
func (f noFolders) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = fs.ErrNotExist
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}
