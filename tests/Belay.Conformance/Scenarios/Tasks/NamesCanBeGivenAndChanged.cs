// A task has a name for people, given at its creation or later.
namespace Belay.Conformance.Scenarios.Tasks;

static class NamesCanBeGivenAndChanged
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Who(), name: "given");
        await Coro.Yield();
        Log("main sees", task.Name);
        await task;
    }

    static async Coro Who()
    {
        Log("I am", Coro.CurrentTask.Name);
        Coro.CurrentTask.Name = "renamed";
        await Coro.Yield();
        Log("now", Coro.CurrentTask.Name);
    }
}
