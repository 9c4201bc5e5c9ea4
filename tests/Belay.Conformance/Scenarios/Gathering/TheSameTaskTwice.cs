// The same task given twice is waited for once, and its result stands twice.
namespace Belay.Conformance.Scenarios.Gathering;

static class TheSameTaskTwice
{
    public static async Coro Main()
    {
        var once = Coro.CreateTask(Work("once"));
        var other = Coro.CreateTask(Work("other"));
        Log("results", await Coro.Gather(new[] { once, other, once }));
    }

    static async Coro<string> Work(string value)
    {
        Log("runs", value);
        await Coro.Yield();
        return value;
    }
}
