using System.Runtime.InteropServices;

namespace Belay;

/// <summary>Somebody on a loop who wants to know of a signal.</summary>
internal interface ISignalListener
{
    /// <summary>It has come. On a thread of the runtime's own.</summary>
    void OnSignalFromAnyThread(PosixSignalContext context);
}
