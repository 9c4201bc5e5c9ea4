package main

import "sync"

func init() {
	perOperation("spawn/batch", 1000, func(count int, c *clock) { spawn(count, 1000, c) })
	perOperation("spawn/one", 1, func(count int, c *clock) { spawn(count, 1, c) })
}

func spawn(count, batch int, c *clock) {
	var group sync.WaitGroup
	c.start()
	for done := 0; done < count; done += batch {
		group.Add(batch)
		for i := 0; i < batch; i++ {
			go func() { group.Done() }()
		}
		group.Wait()
	}
	c.stop()
}
