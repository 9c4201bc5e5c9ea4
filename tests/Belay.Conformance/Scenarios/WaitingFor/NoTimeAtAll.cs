// With no time at all a coroutine never starts; what is done already is returned all the same.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class NoTimeAtAll
{
    public static async Coro Main()
    {
        try { await Coro.WaitFor(Work(), TimeSpan.Zero); }
        catch (TimeoutException error) { Log("coroutine", error); }
        var done = new Future<string>();
        done.SetResult("done already");
        Log(await Coro.WaitFor(done, TimeSpan.Zero));
    }

    static async Coro Work() => Log("never");
}
