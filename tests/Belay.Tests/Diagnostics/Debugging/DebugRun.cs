using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>Runs a test's coroutine in debug mode and in virtual time, and gives what was reported.</summary>
static class DebugRun
{
    public static IReadOnlyList<LoopError> Collect(Func<Coro> main, RunOptions? options = null) =>
        Loop.RunCollectingErrors(main, (options ?? new RunOptions { TimeProvider = new VirtualTimeProvider() }) with { Debug = true });

    /// <summary>The only report, which has to have all these texts in it.</summary>
    public static LoopError Single(Func<Coro> main, params string[] texts) => Single(Collect(main), texts);

    public static LoopError Single(IReadOnlyList<LoopError> errors, params string[] texts)
    {
        var error = Assert.Single(errors);
        Assert.All(texts, text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
        return error;
    }

    /// <summary>Nothing is reported.</summary>
    public static void Silent(Func<Coro> main, RunOptions? options = null)
    {
        var errors = Collect(main, options);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => error.Message)));
    }
}
