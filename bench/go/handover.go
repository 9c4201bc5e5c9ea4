package main

func init() {
	perOperation("handover/one", 1, func(count int, c *clock) { handOver(1, count, c) })
	perOperation("handover/hundred", 1, func(count int, c *clock) { handOver(100, count, c) })
}

func handOver(places, count int, c *clock) {
	items := make(chan int, places)
	c.start()
	go func() {
		for i := 0; i < count; i++ {
			items <- i
		}
	}()
	for i := 0; i < count; i++ {
		<-items
	}
	c.stop()
}
