package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/qawl-nlp/qawl/ingest"
)

// records are n articles as JSONL with an error behind every tenth.
func records(t *testing.T, n int) iter.Seq2[ingest.Record, error] {
	t.Helper()
	return func(yield func(ingest.Record, error) bool) {
		for i := range n {
			if !yield(ingest.Record{Source: ingest.Source{File: "in", Line: i + 1}, Size: 1 << 20}, nil) {
				return
			}
			if i%10 == 9 && !yield(ingest.Record{}, &ingest.Error{Source: ingest.Source{File: "bad", Line: i + 1}, Err: errors.New("unread")}) {
				return
			}
		}
	}
}

func echo(r ingest.Record) Result { return Result{Source: r.Source, Size: r.Size} }

func described(seq iter.Seq[Result]) string {
	var b strings.Builder
	for r := range seq {
		fmt.Fprintf(&b, "%s%s ", r.Source, r.Failure)
	}
	return b.String()
}

func TestOrderIsThatOfTheInput(t *testing.T) {
	want := described(Run(context.Background(), records(t, 300), 0, 1, echo))
	if n := strings.Count(want, "unread "); n != 30 {
		t.Fatalf("%d failures in %s", n, want)
	}
	// The first is done with last: the others have to wait for it.
	for _, jobs := range []int{2, 8} {
		others := make(chan bool, 300)
		work := func(r ingest.Record) Result {
			if r.Source.Line == 1 {
				<-others
			} else {
				others <- true
			}
			return echo(r)
		}
		if got := described(Run(context.Background(), records(t, 300), 0, jobs, work)); got != want {
			t.Errorf("%d jobs: %s", jobs, got)
		}
	}
}

func TestSkip(t *testing.T) {
	want := strings.SplitAfter(described(Run(context.Background(), records(t, 30), 0, 2, echo)), " ")
	for skip := range len(want) {
		if got := described(Run(context.Background(), records(t, 30), skip, 2, echo)); got != strings.Join(want[skip:], "") {
			t.Errorf("without the first %d: %s", skip, got)
		}
	}
}

func TestRunEnds(t *testing.T) {
	for range Run(context.Background(), records(t, 300), 0, 2, echo) {
		break // whoever has seen enough is not kept
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	for range Run(ctx, records(t, 1_000_000_000), 0, 2, echo) {
		if n++; n == 5 {
			cancel()
		}
	}
	cancel()
	// A reader that waits for input does not keep the run.
	ctx, cancel = context.WithCancel(context.Background())
	forever := make(chan bool)
	defer close(forever)
	for range Run(ctx, func(yield func(ingest.Record, error) bool) {
		yield(ingest.Record{}, nil)
		<-forever
	}, 0, 2, echo) {
		cancel()
	}
	cancel()
	if n < 5 {
		t.Errorf("%d results", n)
	}
}
