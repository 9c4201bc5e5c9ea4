using System.Runtime.ExceptionServices;

namespace Belay.Tests.Support;

/// <summary>
/// Keeps a hang of the runtime from becoming a hang of the suite. The work has a thread of its own, because a loop that
/// waits for ever can be neither cancelled nor interrupted from outside: it can only be left behind.
/// </summary>
static class HangGuard
{
    // Far beyond what any test takes, so that it decides nothing but whether a test hangs.
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public static void Run(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        })
        {
            IsBackground = true,
            Name = "test",
        };
        thread.Start();
        Assert.True(thread.Join(_patience), "The test hangs: its loop is left running on a thread of its own.");
        failure?.Throw();
    }

    /// <summary>The same for work that borrows pool threads.</summary>
    public static async Task Run(Task work)
    {
        await Task.WhenAny(work, Task.Delay(_patience));
        Assert.True(work.IsCompleted, "The test hangs.");
        await work;
    }

    public static async Task<T> Run<T>(Task<T> work)
    {
        await Run((Task)work);
        return await work;
    }
}
