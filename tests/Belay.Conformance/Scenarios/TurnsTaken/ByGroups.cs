// How many turns it takes to leave a group: empty, with children, with a failure, cancelled.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByGroups
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        foreach (var (name, children) in new (string, Func<Coro>[])[] { ("nobody", []), ("one", [Fails]), ("two", [Waits, Fails]) })
        {
            var start = ticker.Turn;
            try { await GroupOf(children); }
            catch (ExceptionGroup) { }
            Log(name, ticker.Turn - start);
        }
        var task = Coro.CreateTask(GroupOf(Waits, Waits));
        await Turns(3);
        var before = ticker.Turn;
        task.Cancel();
        try { await task; }
        catch (CancelledException) { Log("cancelled", ticker.Turn - before); }
    }

    static async Coro Fails() => throw new AppError("at once");

    static async Coro Waits() => await Coro.Sleep(Seconds(3600));

    static Coro GroupOf(params Func<Coro>[] children) => TaskGroup.Run(async group =>
    {
        foreach (var child in children) group.CreateTask(child());
    });
}
