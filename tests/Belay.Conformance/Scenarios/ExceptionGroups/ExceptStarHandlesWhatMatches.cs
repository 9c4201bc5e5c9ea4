// Handling one type leaves the rest to go on as a group.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class ExceptStarHandlesWhatMatches
{
    public static async Coro Main()
    {
        try
        {
            try { throw new ExceptionGroup("mixed", new AppError("a"), new NetError("b"), new AppError("c")); }
            catch (ExceptionGroup failed) { failed.Handle<AppError>(handled => Log("handled", handled)); }
        }
        catch (ExceptionGroup rest) { Log("rest", rest); }
    }
}
