// Cancelling the await leaves the thread to its work; the run still waits for it at its end.
namespace Belay.Conformance.Scenarios.Threads;

static class CancellingDoesNotStopTheThread
{
    public static async Coro Main()
    {
        var started = new AsyncEvent();
        var goOn = new ManualResetEventSlim();
        var loop = EventLoop.Running;
        var task = Coro.CreateTask(Coro.ToThread(() => Blocking()));
        await started.WaitAsync();
        task.Cancel();
        try { await task; }
        catch (CancelledException error) { Log("cancelled", error); }
        Log("main ends");
        goOn.Set();

        void Blocking()
        {
            loop.CallSoonThreadSafe(started.Set);
            goOn.Wait();
            Log("the thread ends");
        }
    }
}
