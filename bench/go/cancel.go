package main

import (
	"context"
	"sync"
	"sync/atomic"
)

const cancelBatch = 1000

var cleanedUp atomic.Int64

func init() {
	for name, waiter := range map[string]func(context.Context) error{"plain": wait, "deep": deep1, "finally": waitAndCleanUp} {
		waiter := waiter
		perOperation("cancel/"+name, cancelBatch, func(count int, c *clock) { cancelAll(count, waiter, c) })
	}
}

func wait(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}

func waitAndCleanUp(ctx context.Context) error {
	defer cleanedUp.Add(1)
	return wait(ctx)
}

func deep1(ctx context.Context) error { return deep2(ctx) }

func deep2(ctx context.Context) error { return deep3(ctx) }

func deep3(ctx context.Context) error { return deep4(ctx) }

func deep4(ctx context.Context) error { return wait(ctx) }

func cancelAll(count int, waiter func(context.Context) error, c *clock) {
	cancels := make([]context.CancelFunc, cancelBatch)
	for done := 0; done < count; done += cancelBatch {
		var started, ended sync.WaitGroup
		started.Add(cancelBatch)
		ended.Add(cancelBatch)
		for i := range cancels {
			var ctx context.Context
			ctx, cancels[i] = context.WithCancel(context.Background())
			go func() {
				started.Done()
				_ = waiter(ctx)
				ended.Done()
			}()
		}
		started.Wait()
		c.start()
		for _, cancel := range cancels {
			cancel()
		}
		ended.Wait()
		c.stop()
	}
}
