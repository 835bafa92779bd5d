package batch

import (
	"context"
	"iter"

	"golang.org/x/sync/semaphore"

	"github.com/qawl-nlp/qawl/ingest"
)

// inFlight bounds the bytes of records that are read and not yet done with, so
// that many large ones don't meet in memory.
const inFlight = 32 << 20

// ahead is how many records for each job may wait: to be worked on, so that
// nobody has to be woken for each, and to be yielded.
const ahead = 8

// job is a record on its way.
type job struct {
	record ingest.Record
	err    error // of reading; then there is no record
	weight int64
	done   chan Result
}

// Run calls work for the records in as many goroutines as jobs says and yields
// the results in the order of the records, after passing over the first skip of
// them. It ends early when ctx does. work must not panic.
func Run(ctx context.Context, records iter.Seq2[ingest.Record, error], skip, jobs int, work func(ingest.Record) Result) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		r := runner{todo: make(chan *job, ahead*jobs), order: make(chan *job, ahead*jobs), memory: semaphore.NewWeighted(inFlight)}
		go r.read(ctx, records, skip)
		for range jobs {
			go r.work(ctx, work)
		}
		for {
			j, ok := receive(ctx, r.order)
			if !ok {
				return
			}
			result, ok := receive(ctx, j.done)
			if !ok || !yield(result) {
				return
			}
			r.memory.Release(j.weight)
		}
	}
}

// receive is false where the queue or ctx has ended.
func receive[T any](ctx context.Context, queue <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-queue:
		return v, ok
	case <-ctx.Done():
		return v, false
	}
}

type runner struct {
	todo   chan *job
	order  chan *job // the same, for those who wait for the results
	memory *semaphore.Weighted
}

func (r *runner) read(ctx context.Context, records iter.Seq2[ingest.Record, error], skip int) {
	defer close(r.order)
	defer close(r.todo)
	for record, err := range records {
		if skip > 0 {
			skip--
			continue
		}
		j := &job{record: record, err: err, weight: min(int64(record.Size), inFlight), done: make(chan Result, 1)}
		if r.memory.Acquire(ctx, j.weight) != nil {
			return
		}
		for _, queue := range []chan *job{r.order, r.todo} {
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (r *runner) work(ctx context.Context, work func(ingest.Record) Result) {
	for j := range r.todo {
		switch {
		case ctx.Err() != nil:
			return
		case j.err != nil:
			j.done <- Failed(ingest.Source{}, j.err)
		default:
			j.done <- work(j.record)
		}
	}
}
