// Outside of a run there is no running loop; inside there is, and it says so.
namespace Belay.Conformance.Scenarios.Loops;

static class OutsideOfOneThereIsNoRunningLoop
{
    public static void Main()
    {
        try { _ = EventLoop.Running; }
        catch (InvalidOperationException error) { Log("outside", error); }
        List<EventLoop> loops = [];
        Coro.Run(Work(loops), Options);
        Log("afterwards, running:", loops[0].IsRunning, "closed:", loops[0].IsClosed);
    }

    static async Coro Work(List<EventLoop> loops)
    {
        var loop = EventLoop.Running;
        Log("inside, running:", loop.IsRunning, "closed:", loop.IsClosed);
        loops.Add(loop);
    }
}
