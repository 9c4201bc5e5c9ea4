// Callbacks and waiting tasks are one queue, served in the order of arrival.
namespace Belay.Conformance.Scenarios.Futures;

static class CallbacksAndWaitersInOrderOfArrival
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        var first = Coro.CreateTask(Waiter("first task", future));
        await Coro.Yield();
        future.AddDoneCallback(_ => Log("callback"));
        var second = Coro.CreateTask(Waiter("second task", future));
        await Coro.Yield();
        future.SetResult(0);
        Log("set");
        await first;
        await second;
    }

    static async Coro Waiter(string name, Future<int> future)
    {
        await future;
        Log(name, "resumes");
    }
}
