// How many turns a time-out takes that has expired before its body waits.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByTimeouts
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        await Measure("no wait", Seconds(-1), () => Coro.CompletedCoro);
        await Measure("one turn", Seconds(-1), () => Turns(1));
        await Measure("three turns", Seconds(-1), () => Turns(3));
        await Measure("a sleep", Seconds(-1), () => Coro.Sleep(Seconds(3600)));
        await Measure("no limit", null, () => Turns(2));

        async Coro Measure(string name, TimeSpan? when, Func<Coro> body)
        {
            var before = ticker.Turn;
            try
            {
                await Coro.TimeoutAt(when, scope => body());
                Log(name, "in time after", ticker.Turn - before);
            }
            catch (TimeoutException) { Log(name, "expired after", ticker.Turn - before); }
        }
    }
}
