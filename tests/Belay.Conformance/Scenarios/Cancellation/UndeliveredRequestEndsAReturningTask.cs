// A task that returns with a request still undelivered ends cancelled.
namespace Belay.Conformance.Scenarios.Cancellation;

static class UndeliveredRequestEndsAReturningTask
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        try { Log("result", await task); }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro<string> Work()
    {
        Coro.CurrentTask.Cancel("too late");
        return "value";
    }
}
