// An eager task too runs in a copy of its creator's context.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class ContextIsACopyAllTheSame
{
    static readonly ContextVar<string> _value = new("value", "default");

    public static async Coro Main()
    {
        _value.Value = "main's";
        await Coro.CreateTask(Child(), eager: true);
        Log("main sees", _value.Value);
    }

    static async Coro Child()
    {
        Log("child sees", _value.Value);
        _value.Value = "child's";
        Log("child sees", _value.Value);
    }
}
