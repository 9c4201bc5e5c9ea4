package main

import "runtime"

func init() {
	perOperation("yield", 1, func(count int, c *clock) {
		c.start()
		for i := 0; i < count; i++ {
			runtime.Gosched()
		}
		c.stop()
	})
}
