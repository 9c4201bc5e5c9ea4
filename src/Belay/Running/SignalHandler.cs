using System.Runtime.InteropServices;

namespace Belay;

/// <summary>A callback for a signal: one handle, which the loop runs each time.</summary>
internal sealed class SignalHandler(EventLoop loop, Action callback) : Handle(loop, callback), ISignalListener
{
    public void OnSignalFromAnyThread(PosixSignalContext context) => Loop.PostFromAnyThread(this);
}
