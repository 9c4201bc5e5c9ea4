// A group's message says how many exceptions are directly in it.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class CountIsInTheMessage
{
    public static async Coro Main()
    {
        var one = new ExceptionGroup("one", new AppError("a"));
        var two = new ExceptionGroup("two", new AppError("b"), one);
        Log("group", one);
        Log("group", two);
        Log("message", two.Message);
        try { _ = new ExceptionGroup("none"); }
        catch (ArgumentException error) { Log("empty", error); }
    }
}
