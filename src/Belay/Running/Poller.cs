using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// Waits for descriptors on the loop's own thread, with Linux's epoll, in the place of a semaphore: what comes in wakes this thread and no other first, and as
/// much of it as there is comes with one system call.
/// </summary>
internal sealed unsafe class Poller
{
    const int MaxEvents = 256;

    /// <summary>The mark of the descriptor that others wake the loop with.</summary>
    const ulong WakeMark = ulong.MaxValue;

    readonly int _epoll;
    readonly int _wake;

    // Pinned, so that the kernel can write to it without more ado.
    readonly byte[] _events = GC.AllocateUninitializedArray<byte>(MaxEvents * Epoll.EventSize, pinned: true);

    /// <summary>What is watched. An event that was fetched before its target left says so by the number of the place's use.</summary>
    Place[] _places = new Place[64];
    int _count;
    int _firstFree = -1;

    Poller(int epoll, int wake) => (_epoll, _wake) = (epoll, wake);

    /// <summary>Null where there is no epoll, or no descriptor left: then others do the waiting.</summary>
    internal static Poller? TryCreate()
    {
        if (!Epoll.IsSupported) return null;
        var epoll = Epoll.Create(Epoll.CloseOnExec);
        var wake = epoll < 0 ? -1 : Epoll.EventFd(0, Epoll.CloseOnExec | Epoll.NonBlocking);
        if (wake >= 0 && Control(epoll, Epoll.Add, wake, Epoll.In | Epoll.EdgeTriggered, WakeMark)) return new Poller(epoll, wake);
        if (wake >= 0) _ = Epoll.Close(wake);
        if (epoll >= 0) _ = Epoll.Close(epoll);
        return null;
    }

    /// <summary>Watches a descriptor until <see cref="Remove"/>. What is there already is told too.</summary>
    /// <returns>For Remove.</returns>
    /// <exception cref="IOException">The system watches too many.</exception>
    internal int Add(int descriptor, IPolled target)
    {
        var index = _firstFree;
        if (index >= 0) _firstFree = _places[index].NextFree;
        else
        {
            if (_count == _places.Length) Array.Resize(ref _places, _count * 2);
            index = _count++;
        }
        ref var place = ref _places[index];
        place.Target = target;
        const uint All = Epoll.In | Epoll.Out | Epoll.ReadHangUp | Epoll.EdgeTriggered;
        if (Control(_epoll, Epoll.Add, descriptor, All, (ulong)place.Use << 32 | (uint)index)) return index;
        var error = Marshal.GetLastSystemError();
        Free(index);
        throw new IOException($"The system cannot watch another descriptor: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    /// <summary>Forgets one.</summary>
    /// <param name="index">As Add returned it.</param>
    /// <param name="descriptor">Null if it is about to be closed, which is enough for the system.</param>
    internal void Remove(int index, int? descriptor = null)
    {
        if (descriptor is { } open) Control(_epoll, Epoll.Delete, open, 0, 0);
        Free(index);
    }

    /// <summary>Waits for something to happen, and tells those it has happened to.</summary>
    /// <param name="timeout">How long, in milliseconds; 0 only looks, -1 is for ever.</param>
    /// <returns>Whether <see cref="WakeFromAnyThread"/> was called.</returns>
    internal bool Wait(int timeout)
    {
        var wasWoken = false;
        var events = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_events));     // sound: the array is pinned
        // A negative count is an interruption by a signal: nothing has happened.
        var count = Epoll.Wait(_epoll, events, MaxEvents, timeout);
        for (var i = 0; i < count; i++, events += Epoll.EventSize)
        {
            var flags = Unsafe.ReadUnaligned<uint>(events);
            var mark = Unsafe.ReadUnaligned<ulong>(events + Epoll.DataOffset);
            if (mark == WakeMark)
            {
                wasWoken = true;
                continue;
            }
            ref var place = ref _places[(uint)mark];
            if (place.Use != (uint)(mark >> 32) || place.Target is not { } target) continue;
            var isOver = (flags & (Epoll.ReadHangUp | Epoll.HangUp | Epoll.Error)) != 0;
            target.OnReady(isOver || (flags & Epoll.In) != 0, (flags & (Epoll.Out | Epoll.HangUp | Epoll.Error)) != 0, isOver);
        }
        return wasWoken;
    }

    /// <summary>Ends the wait of the loop's thread, now or the next time.</summary>
    internal void WakeFromAnyThread()
    {
        var one = 1ul;
        _ = Epoll.Write(_wake, &one, sizeof(ulong));
    }

    internal void Close()
    {
        _ = Epoll.Close(_wake);
        _ = Epoll.Close(_epoll);
    }

    void Free(int index)
    {
        ref var place = ref _places[index];
        place.Target = null;
        place.Use++;
        place.NextFree = _firstFree;
        _firstFree = index;
    }

    static bool Control(int epoll, int operation, int descriptor, uint flags, ulong mark)
    {
        var change = stackalloc byte[16];
        Unsafe.WriteUnaligned(change, flags);
        Unsafe.WriteUnaligned(change + Epoll.DataOffset, mark);
        return Epoll.Control(epoll, operation, descriptor, change) == 0;
    }

    struct Place
    {
        internal IPolled? Target;
        internal uint Use;
        internal int NextFree;
    }
}
