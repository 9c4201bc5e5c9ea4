// Blocking work runs in a thread; its result comes back to the loop, which goes on meanwhile.
namespace Belay.Conformance.Scenarios.Threads;

static class WorkInAThread
{
    public static async Coro Main()
    {
        var started = new AsyncEvent();
        using var goOn = new ManualResetEventSlim();
        var loop = EventLoop.Running;
        var own = Environment.CurrentManagedThreadId;
        var task = Coro.CreateTask(Coro.ToThread(() => Blocking(21)));
        await started.WaitAsync();
        Log("the loop runs while the thread is blocked");
        goOn.Set();
        Log("result", await task);

        int Blocking(int value)
        {
            Log("in a thread of its own:", Environment.CurrentManagedThreadId != own);
            loop.CallSoonThreadSafe(started.Set);
            goOn.Wait();
            return value * 2;
        }
    }
}
