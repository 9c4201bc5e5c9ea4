// When everything is handled, nothing is raised; without a match the handler is not called.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class ExceptStarHandlesAll
{
    public static async Coro Main()
    {
        Handle(new ExceptionGroup("all", new AppError("a"), new ExceptionGroup("inner", new AppError("b"))));
        Log("nothing left");
        try { Handle(new ExceptionGroup("none", new NetError("c"))); }
        catch (ExceptionGroup error) { Log("unhandled", error); }
    }

    static void Handle(ExceptionGroup group)
    {
        try { throw group; }
        catch (ExceptionGroup failed) { failed.Handle<AppError>(handled => Log("handled", handled)); }
    }
}
