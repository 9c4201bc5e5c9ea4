// The Go side of the work: one executable, told by name which work to do.
// It prints lines "name value", as all the measuring programs do.
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"time"
)

// clock is a stopwatch for the part of the work that is measured.
type clock struct {
	elapsed time.Duration
	since   time.Time
}

func (c *clock) start() { c.since = time.Now() }

func (c *clock) stop() { c.elapsed += time.Since(c.since) }

// works is filled by the other files; each entry measures and prints.
var works = map[string]func(quick bool){}

// perOperation registers a body that does its operation count times, a multiple of batch.
func perOperation(name string, batch int, body func(count int, c *clock)) {
	works[name] = func(quick bool) {
		sampleTime, samples := 50*time.Millisecond, 11
		if quick {
			sampleTime, samples = 10*time.Millisecond, 5
		}
		once := func(count int) time.Duration {
			c := clock{}
			body(count, &c)
			return c.elapsed
		}
		count := batch
		for once(count) < sampleTime {
			count *= 2
		}
		readings := make([]float64, samples)
		for i := range readings {
			readings[i] = float64(once(count).Nanoseconds()) / float64(count)
		}
		sort.Float64s(readings)
		fmt.Println("ns", readings[samples/2])
	}
}

func main() {
	quick := flag.Bool("quick", false, "measure for less long")
	flag.Parse()
	work, known := works[flag.Arg(0)]
	if !known {
		fmt.Fprintf(os.Stderr, "no work is called %q\n", flag.Arg(0))
		os.Exit(2)
	}
	work(*quick)
}
