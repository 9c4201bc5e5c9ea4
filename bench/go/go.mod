module belay/bench

go 1.19
