// A split in which nothing or everything matches has one empty side.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class SplitOfNothing
{
    public static async Coro Main()
    {
        var group = new ExceptionGroup("group", new AppError("a"), new AppError("b"));
        Log("no match", group.Split<NetError>());
        Log("all match", group.Split<AppError>());
        Log("the same object:", group.Split<ExceptionGroup>().Matched == group);
    }
}
