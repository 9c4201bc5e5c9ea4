// A predicate is asked of groups first, then of what is in them.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class SubgroupByPredicate
{
    public static async Coro Main()
    {
        var inner = new ExceptionGroup("inner", new AppError("b"), new AppError("a"));
        var group = new ExceptionGroup("outer", new AppError("a"), inner);
        Log("subgroup", group.Subgroup(IsA));
        Log("nothing", group.Subgroup(error => false));
    }

    static bool IsA(Exception error)
    {
        Log("asked of", error is ExceptionGroup);
        return error.Message == "a";
    }
}
