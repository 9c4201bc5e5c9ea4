namespace Belay.Tests.Support;

/// <summary>A test that sends signals: Windows has no way to send Ctrl-C to one child process alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? $"Needs the signals of Unix; this is {Environment.OSVersion}." : null;
    }
}
