using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Frames of one type that an executor keeps for reuse.</summary>
/// <param name="executor">Whose frames.</param>
/// <param name="keeps">Whether there is room for any; if not, they are left to the garbage collector.</param>
internal sealed class FramePool(Executor? executor, bool keeps)
{
    /// <summary>
    /// What more comes back at one time is left to the garbage collector. As many as a gather of ten thousand needs: new frames that all
    /// live through a collection cost more than the work.
    /// </summary>
    const int MaxCount = 16384;

    /// <summary>For frames made where no loop runs.</summary>
    internal static readonly FramePool None = new(null, keeps: false);

    static int s_lastIndex = -1;

    Place<Frame>[] _places = keeps ? new Place<Frame>[8] : [];
    int _count;

    internal Executor? Executor => executor;

    internal bool Keeps => keeps;

    /// <summary>A number for a type of frames.</summary>
    internal static int NewIndex() => Interlocked.Increment(ref s_lastIndex);

    /// <summary>The frame stays where it was: mostly it comes back to that very place, and a write that is not made needs no GC barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame? TryRent()
    {
        var count = _count - 1;
        var places = _places;
        if ((uint)count >= (uint)places.Length) return null;
        _count = count;
        return places[count].Item;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return(Frame frame)
    {
        var count = _count;
        var places = _places;
        if ((uint)count < (uint)places.Length)
        {
            ref var place = ref places[count];
            _count = count + 1;
            if (place.Item != frame) place.Item = frame;
        }
        else Grow(frame);
    }

    void Grow(Frame frame)
    {
        if (!keeps || _count == MaxCount) return;
        Array.Resize(ref _places, _count * 2);
        _places[_count++].Item = frame;
    }
}
