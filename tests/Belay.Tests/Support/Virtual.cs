namespace Belay.Tests.Support;

/// <summary>Tests in virtual time: it jumps to the next timer when nothing is ready, and stands still otherwise.</summary>
static class Virtual
{
    public static void Run(Func<Coro> main) => Loop.Run(main, Options());

    public static IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => Loop.RunCollectingErrors(main, Options());

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static Coro Sleep(double seconds) => Coro.Sleep(Seconds(seconds));

    /// <summary>Returns after so many seconds.</summary>
    public static async Coro<T> Return<T>(T value, double seconds)
    {
        await Sleep(seconds);
        return value;
    }

    static RunOptions Options() => new() { TimeProvider = new VirtualTimeProvider() };
}
