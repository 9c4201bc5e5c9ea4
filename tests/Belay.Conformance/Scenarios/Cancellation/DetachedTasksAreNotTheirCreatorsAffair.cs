// Cancelling a task does not touch tasks it has only created.
namespace Belay.Conformance.Scenarios.Cancellation;

static class DetachedTasksAreNotTheirCreatorsAffair
{
    public static async Coro Main()
    {
        List<CoroTask> children = [];
        var task = Coro.CreateTask(Parent(children));
        await Turns(2);
        task.Cancel();
        try { await task; }
        catch (CancelledException) { Log("parent is cancelled"); }
        await children[0];
    }

    static async Coro Child()
    {
        await Turns(4);
        Log("child ends undisturbed");
    }

    static async Coro Parent(List<CoroTask> children)
    {
        children.Add(Coro.CreateTask(Child()));
        await Coro.Sleep(Seconds(3600));
    }
}
