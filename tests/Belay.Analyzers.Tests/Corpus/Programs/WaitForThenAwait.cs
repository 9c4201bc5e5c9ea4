// BELAY009: after a time-out the same coroutine is awaited without one.
class Patient
{
    public async Coro Wait()
    {
        var answer = Answer();
        try { await Coro.WaitFor(answer, TimeSpan.FromSeconds(1)); }
        catch (TimeoutException) { await answer; }
    }

    async Coro Answer() => await Coro.Sleep(TimeSpan.FromSeconds(5));
}
