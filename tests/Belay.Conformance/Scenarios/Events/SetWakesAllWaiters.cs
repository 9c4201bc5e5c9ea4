// Setting an event wakes all who wait; who comes later does not wait at all.
namespace Belay.Conformance.Scenarios.Events;

static class SetWakesAllWaiters
{
    public static async Coro Main()
    {
        var signal = new AsyncEvent();
        CoroTask[] tasks = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(Waiter(name, signal)))];
        await Coro.Yield();
        Log("set:", signal.IsSet);
        signal.Set();
        Log("set:", signal.IsSet);
        await signal.WaitAsync();
        Log("main did not wait");
        foreach (var task in tasks) await task;
    }

    static async Coro Waiter(string name, AsyncEvent signal)
    {
        await signal.WaitAsync();
        Log(name, "goes");
    }
}
