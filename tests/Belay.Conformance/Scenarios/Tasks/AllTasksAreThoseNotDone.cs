// The tasks of the loop are those that are not done, the main task among them.
namespace Belay.Conformance.Scenarios.Tasks;

static class AllTasksAreThoseNotDone
{
    public static async Coro Main()
    {
        Coro.CurrentTask.Name = "main";
        var longer = Coro.CreateTask(Turns(4), name: "long");
        var shorter = Coro.CreateTask(Turns(1), name: "short");
        Log("created", Names());
        await shorter;
        Log("short is done", Names());
        await longer;
        Log("long is done", Names());
    }

    static IEnumerable<string> Names() => Coro.AllTasks().Select(task => task.Name).Order(StringComparer.Ordinal);
}
