namespace Belay.Tests.Support;

/// <summary>Assertions on what leaves a group.</summary>
static class Failures
{
    /// <summary>The work fails with one group, whose own exceptions are exactly these, in this order.</summary>
    public static async Coro<ExceptionGroup> InGroup(Coro work, params Exception[] exceptions)
    {
        var group = await Expect.Throws<ExceptionGroup>(work);
        Assert.Equal(exceptions, group.InnerExceptions);
        return group;
    }
}
