// Splitting by type parts the leaves; nesting and texts are kept on both sides.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class SplitByType
{
    public static async Coro Main()
    {
        var inner = new ExceptionGroup("inner", new AppError("b"), new NetError("c"));
        var group = new ExceptionGroup("outer", new NetError("a"), inner, new AppError("d"));
        var (matched, rest) = group.Split<AppError>();
        Log("matched", matched);
        Log("rest", rest);
        Log("whole", group);
    }
}
