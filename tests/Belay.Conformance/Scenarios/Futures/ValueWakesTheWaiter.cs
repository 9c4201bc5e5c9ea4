// A future is done once it has a value; who awaits it resumes in the next turn.
namespace Belay.Conformance.Scenarios.Futures;

static class ValueWakesTheWaiter
{
    public static async Coro Main()
    {
        var future = new Future<string>();
        var task = Coro.CreateTask(Waiter(future));
        await Coro.Yield();
        Log("done:", future.IsDone);
        future.SetResult("value");
        Log("done:", future.IsDone);
        await task;
    }

    static async Coro Waiter(Future<string> future) => Log("got", await future);
}
