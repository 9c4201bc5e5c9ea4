// A result that comes in time is returned.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class AResultInTime
{
    public static async Coro Main()
    {
        Log(await Coro.WaitFor(Work(), Seconds(2)));
        Log("at", EventLoop.Running.Time);
        Log(await Coro.WaitFor(Work(), null));
    }

    static async Coro<string> Work()
    {
        await Coro.Sleep(Seconds(1));
        return "in time";
    }
}
