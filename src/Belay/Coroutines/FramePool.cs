using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Frames of one kind that a thread keeps for reuse, linked through their parents.</summary>
internal sealed class FramePool
{
    /// <summary>What more comes back at one time is left to the garbage collector.</summary>
    const int MaxCount = 1024;

    Frame? _first;
    int _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame? TryRent()
    {
        if (_first is not { } frame) return null;
        _first = frame.Parent;
        _count--;
        frame.Parent = null;
        return frame;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return(Frame frame)
    {
        if (_count == MaxCount) return;
        _count++;
        frame.Parent = _first;
        _first = frame;
    }
}
