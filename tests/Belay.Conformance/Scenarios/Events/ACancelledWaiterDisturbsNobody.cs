// A cancelled waiter leaves the others waiting.
namespace Belay.Conformance.Scenarios.Events;

static class ACancelledWaiterDisturbsNobody
{
    public static async Coro Main()
    {
        var signal = new AsyncEvent();
        CoroTask[] tasks = [.. new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Waiter(name, signal)))];
        await Coro.Yield();
        tasks[1].Cancel("b only");
        await Turns(2);
        signal.Set();
        await tasks[2];
        Log("cancelled:", tasks.Select(task => task.IsCancelled));
    }

    static async Coro Waiter(string name, AsyncEvent signal)
    {
        try
        {
            await signal.WaitAsync();
            Log(name, "goes");
        }
        catch (CancelledException error)
        {
            Log(name, error);
            throw;
        }
    }
}
