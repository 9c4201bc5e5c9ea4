using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A frame that stays with what it was made for, to be used again and again. Mostly no more than one is in use at a time; then neither this
/// thread's pool has to be looked up, nor the reference from the frame to its owner written, which together cost as much as all the rest.
/// </summary>
internal struct SpareFrame<TFrame> where TFrame : Frame
{
    TFrame? _frame;
    bool _isFree;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake([NotNullWhen(true)] out TFrame? frame)
    {
        frame = _isFree ? _frame : null;
        _isFree = false;
        return frame is not null;
    }

    /// <summary>A frame of its owner's is no longer in use. False if it goes back to the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryKeep(TFrame frame)
    {
        if (frame.IsReusable)
        {
            _frame ??= frame;
            if (_frame != frame) return false;
            _isFree = true;
            return true;
        }
        if (_frame == frame) _frame = null;
        return false;
    }
}
