package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"time"
)

func init() {
	works["sleepers"] = func(quick bool) {
		count := 1_000_000
		if quick {
			count /= 10
		}
		debug.FreeOSMemory()
		empty := residentBytes()
		ctx, cancel := context.WithCancel(context.Background())
		var started, ended sync.WaitGroup
		started.Add(count)
		ended.Add(count)
		start := time.Now()
		for i := 0; i < count; i++ {
			go func() {
				timer := time.NewTimer(time.Hour)
				started.Done()
				select {
				case <-timer.C:
				case <-ctx.Done():
					timer.Stop()
				}
				ended.Done()
			}()
		}
		started.Wait()
		fmt.Println("start", each(time.Since(start), count))
		bytes := float64(residentBytes()-empty) / float64(count)
		fmt.Println("bytes", bytes)
		fmt.Println("resident", bytes)
		start = time.Now()
		cancel()
		ended.Wait()
		fmt.Println("cancel", each(time.Since(start), count))
	}
}

func each(elapsed time.Duration, count int) float64 {
	return float64(elapsed.Nanoseconds()) / float64(count)
}

// residentBytes is what the operating system gave this process.
func residentBytes() int64 {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		panic(err)
	}
	var total, resident int64
	if _, err := fmt.Sscan(string(statm), &total, &resident); err != nil {
		panic(err)
	}
	return resident * int64(os.Getpagesize())
}
