using System.Runtime.InteropServices;

namespace Belay;

/// <summary>What the operating system calls the current thread; .NET has no name for that.</summary>
internal static class NativeThread
{
    [ThreadStatic]
    static long t_id;

    /// <summary>0 where it cannot be told.</summary>
    internal static long CurrentId => t_id != 0 ? t_id : t_id = Find();

    static long Find()
    {
        try
        {
            if (OperatingSystem.IsLinux()) return GetThreadId();
            if (OperatingSystem.IsWindows()) return GetCurrentThreadId();
            if (OperatingSystem.IsMacOS() && GetThreadId(0, out var id) == 0) return (long)id;
            return 0;
        }
        catch (EntryPointNotFoundException)
        {
            return 0;       // a C library that is older than this function
        }
    }

    [DllImport("libc", EntryPoint = "gettid")]
    static extern int GetThreadId();

    [DllImport("libc", EntryPoint = "pthread_threadid_np")]
    static extern int GetThreadId(nint thread, out ulong id);

    [DllImport("kernel32")]
    static extern uint GetCurrentThreadId();
}
