using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// The system calls of a <see cref="Poller"/>. They are looked up in the process itself, which has its C library loaded whatever that is called; where they are
/// not to be found, there is no poller.
/// </summary>
internal static unsafe class Epoll
{
    internal const uint In = 0x1, Out = 0x4, Error = 0x8, HangUp = 0x10, ReadHangUp = 0x2000, EdgeTriggered = 1u << 31;
    internal const int Add = 1, Delete = 2;
    internal const int CloseOnExec = 0x80000, NonBlocking = 0x800;

    /// <summary>The kernel's structure is packed on the architectures that had it first.</summary>
    static readonly bool s_isPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;

    internal static readonly int EventSize = s_isPacked ? 12 : 16;
    internal static readonly int DataOffset = s_isPacked ? 4 : 8;

    internal static readonly delegate* unmanaged<int, int> Create = (delegate* unmanaged<int, int>)Find("epoll_create1");
    internal static readonly delegate* unmanaged<int, int, int, byte*, int> Control = (delegate* unmanaged<int, int, int, byte*, int>)Find("epoll_ctl");
    internal static readonly delegate* unmanaged<int, byte*, int, int, int> Wait = (delegate* unmanaged<int, byte*, int, int, int>)Find("epoll_wait");
    internal static readonly delegate* unmanaged<uint, int, int> EventFd = (delegate* unmanaged<uint, int, int>)Find("eventfd");
    internal static readonly delegate* unmanaged<int, void*, nint, nint> Write = (delegate* unmanaged<int, void*, nint, nint>)Find("write");
    internal static readonly delegate* unmanaged<int, int> Close = (delegate* unmanaged<int, int>)Find("close");

    internal static bool IsSupported =>
        OperatingSystem.IsLinux() && Create != null && Control != null && Wait != null && EventFd != null && Write != null && Close != null;

    static nint Find(string name) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), name, out var address) ? address : 0;
}
