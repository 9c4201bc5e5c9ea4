namespace Belay.Cli.Tests;

static class HangGuard
{
    /// <summary>Makes a hang a failure with a stack. It is far from anything that a slow machine needs, and no test measures by it.</summary>
    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromMinutes(2));

    public static Task OrHang(this Task task) => task.WaitAsync(TimeSpan.FromMinutes(2));
}
