// Children can be named, and are tasks like any other.
namespace Belay.Conformance.Scenarios.Groups;

static class NamesOfChildren
{
    public static Coro Main() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Who(), name: "reader");
        var task = group.CreateTask(Who(), name: "writer");
        Log("made", task.Name);
    });

    static async Coro Who() => Log("I am", Coro.CurrentTask.Name);
}
