// Set and cleared at once, an event still wakes those who waited; the next have to wait again.
namespace Belay.Conformance.Scenarios.Events;

static class SetAndClearWakesThoseWhoWaited
{
    public static async Coro Main()
    {
        var signal = new AsyncEvent();
        var first = Coro.CreateTask(Waiter("first", signal));
        await Coro.Yield();
        signal.Set();
        signal.Clear();
        var second = Coro.CreateTask(Waiter("second", signal));
        await Turns(3);
        Log("done:", first.IsDone, second.IsDone);
        signal.Set();
        await second;
    }

    static async Coro Waiter(string name, AsyncEvent signal)
    {
        await signal.WaitAsync();
        Log(name, "goes, set:", signal.IsSet);
    }
}
