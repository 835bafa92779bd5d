package web

import (
	"runtime"
	"time"
)

// Limits bound what one server takes on. The zero value of a field stands for
// its default.
type Limits struct {
	Article  int64         // bytes of one article; 8 MiB
	Upload   int64         // bytes of one request; 64 MiB
	InFlight int64         // bytes of all requests that are being read or worked on; 256 MiB
	Workers  int           // articles analyzed at once; the number of processors
	Queue    int           // requests that may wait for a worker; 16 for each worker
	Batches  int           // batches that may be open at once; 2 for each worker
	Read     time.Duration // for reading a request, or one line of a batch; 30 s
	Write    time.Duration // for working on a request and writing its answer, or one line of a batch; 60 s
	Shutdown time.Duration // for ending what is going on when the server stops; 10 s
}

func (l Limits) withDefaults() Limits {
	set(&l.Article, 8<<20)
	set(&l.Upload, 64<<20)
	set(&l.InFlight, 256<<20)
	set(&l.Workers, runtime.GOMAXPROCS(0))
	set(&l.Queue, 16*l.Workers)
	set(&l.Batches, 2*l.Workers)
	set(&l.Read, 30*time.Second)
	set(&l.Write, 60*time.Second)
	set(&l.Shutdown, 10*time.Second)
	return l
}

func set[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
