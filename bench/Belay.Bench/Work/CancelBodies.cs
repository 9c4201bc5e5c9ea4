namespace Belay.Bench.Work;

/// <summary>What the tasks that are to be cancelled do.</summary>
public static class CancelBodies
{
    private static int s_cleanedUp;

    public static async Coro Wait() => await new Future<int>();

    public static async Coro WaitAndCleanUp()
    {
        try
        {
            await new Future<int>();
        }
        finally
        {
            s_cleanedUp++;
        }
    }

    public static async Coro Deep1() => await Deep2();

    private static async Coro Deep2() => await Deep3();

    private static async Coro Deep3() => await Deep4();

    private static async Coro Deep4() => await Wait();

    public static async Task WaitDotNet(CancellationToken token) => await Task.Delay(Timeout.Infinite, token);

    public static async Task WaitAndCleanUpDotNet(CancellationToken token)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, token);
        }
        finally
        {
            s_cleanedUp++;
        }
    }

    public static async Task Deep1DotNet(CancellationToken token) => await Deep2DotNet(token);

    private static async Task Deep2DotNet(CancellationToken token) => await Deep3DotNet(token);

    private static async Task Deep3DotNet(CancellationToken token) => await Deep4DotNet(token);

    private static async Task Deep4DotNet(CancellationToken token) => await WaitDotNet(token);
}
