package web

import (
	"context"
	"errors"
	"sync/atomic"
)

// errBusy says that a gate is full.
var errBusy = errors.New("the server is busy")

// gate lets a number of callers work at once and a number of others wait.
type gate struct {
	slots   chan struct{}
	queue   int64
	waiting atomic.Int64
}

func newGate(slots, queue int) *gate {
	return &gate{slots: make(chan struct{}, slots), queue: int64(queue)}
}

// enter takes a slot. It waits for one where the queue has room, else it
// returns errBusy.
func (g *gate) enter(ctx context.Context) error {
	select {
	case g.slots <- struct{}{}:
		return nil
	default:
	}
	if g.waiting.Add(1) > g.queue {
		g.waiting.Add(-1)
		return errBusy
	}
	defer g.waiting.Add(-1)
	return g.wait(ctx)
}

// wait takes a slot however long that takes.
func (g *gate) wait(ctx context.Context) error {
	select {
	case g.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gate) leave() { <-g.slots }

// budget is a number of bytes that requests share.
type budget struct{ left atomic.Int64 }

// take reports whether there were n bytes left and takes them.
func (b *budget) take(n int64) bool {
	if b.left.Add(-n) < 0 {
		b.left.Add(n)
		return false
	}
	return true
}

func (b *budget) put(n int64) { b.left.Add(n) }
