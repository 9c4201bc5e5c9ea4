// A service stopped by an event: it takes no more requests, finishes those in work and closes.
namespace Belay.Conformance.Scenarios.Programs;

static class GracefulStop
{
    public static async Coro Main()
    {
        var requests = new AsyncQueue<string>();
        var stop = new AsyncEvent();
        var service = Coro.CreateTask(Serve(requests, stop));
        foreach (var request in new[] { "a", "b" })
        {
            await requests.PutAsync(request);
            await Turns(3);
        }
        stop.Set();
        await service;
    }

    static async Coro Handle(string request)
    {
        await Turns(4);
        Log("answered", request);
    }

    static async Coro Serve(AsyncQueue<string> requests, AsyncEvent stop)
    {
        var stopping = Coro.CreateTask(stop.WaitAsync());
        await TaskGroup.Run(async group =>
        {
            while (true)
            {
                var getting = Coro.CreateTask(requests.GetAsync());
                await Coro.Wait([getting, stopping], returnWhen: ReturnWhen.FirstCompleted);
                if (stopping.IsDone)
                {
                    getting.Cancel();
                    Log("no more requests");
                    break;
                }
                group.CreateTask(Handle(getting.Result));
            }
        });
        Log("closed");
    }
}
