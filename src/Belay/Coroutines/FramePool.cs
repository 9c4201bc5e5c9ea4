using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Frames of one kind that a thread keeps for reuse.</summary>
internal sealed class FramePool
{
    /// <summary>What more comes back at one time is left to the garbage collector.</summary>
    const int MaxCount = 1024;

    struct Place
    {
        public Frame? Frame;
    }

    Place[] _places = new Place[8];
    int _count;

    /// <summary>The frame stays where it was: mostly it comes back to that very place, and a write that is not made needs no GC barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame? TryRent() => _count == 0 ? null : _places[--_count].Frame;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return(Frame frame)
    {
        if (_count == _places.Length && !TryGrow()) return;
        ref var place = ref _places[_count++];
        if (place.Frame != frame) place.Frame = frame;
    }

    bool TryGrow()
    {
        if (_count == MaxCount) return false;
        Array.Resize(ref _places, _count * 2);
        return true;
    }
}
