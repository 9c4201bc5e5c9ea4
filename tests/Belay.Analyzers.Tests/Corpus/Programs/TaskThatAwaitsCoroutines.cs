// BELAY015: an async Task in the middle: its caller leaves the structure, and cannot run it without a loop.
class Jobs
{
    public async Task Run() => await Step();

    async Coro Step() => await Coro.Yield();
}
