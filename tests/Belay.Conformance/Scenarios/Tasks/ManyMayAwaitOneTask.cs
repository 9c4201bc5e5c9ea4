// Several tasks may await the same one; they resume in the order in which they came.
namespace Belay.Conformance.Scenarios.Tasks;

static class ManyMayAwaitOneTask
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        var readers = new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Reader(name, task))).ToArray();
        Log("main got", await task);
        foreach (var each in readers) await each;
    }

    static async Coro<string> Work()
    {
        await Turns(2);
        return "shared";
    }

    static async Coro Reader(string name, CoroTask<string> task)
    {
        Log(name, "waits");
        Log(name, "got", await task);
    }
}
