namespace Belay.Tests.IO;

/// <summary>A test that counts descriptors, or limits them, in a way that only Linux has.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : $"Needs Linux; this is {Environment.OSVersion}.";
    }
}
