// A value that is returned in spite of the cancellation is the result; no TimeoutError then.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class AValueInSpiteOfTheCancel
{
    public static async Coro Main()
    {
        Log(await Coro.WaitFor(Stubborn(), Seconds(1)));
        Log("requests", Coro.CurrentTask.Cancelling);
        await Coro.Yield();
        Log("goes on");
    }

    static async Coro<string> Stubborn()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException) { Log("cancelled, but"); }
        return "here it is";
    }
}
