// A task gets references: changing the object is seen by everyone, rebinding the variable by nobody else.
namespace Belay.Conformance.Scenarios.Tasks;

static class ArgumentsAreReferences
{
    public static async Coro Main()
    {
        List<string> items = ["first"];
        var count = 1;
        await Coro.CreateTask(Change(items, count));
        Log("main", items, count);
    }

    static async Coro Change(List<string> items, int count)
    {
        items.Add("added");
        count++;
        Log("child", items, count);
    }
}
