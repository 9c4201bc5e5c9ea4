using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// The arguments of a gather: futures and tasks as they are, coroutines as tasks, which are started here. The loop is that of the first.
/// </summary>
internal struct GatherParts(int count)
{
    readonly Future[] _parts = count == 0 ? [] : new Future[count];
    EventLoop? _loop;
    int _count;

    internal GatherParts Add(Future part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _loop ??= part.Loop;
        if (part.Loop != _loop)
            throw new ArgumentException("The futures belong to different event loops, so they cannot be gathered. Gather those of each loop there, and use Coro.RunThreadSafe to reach into the other.");
        _parts[_count++] = part;
        return this;
    }

    internal GatherParts Add(Coro coroutine)
    {
        if (coroutine.Version == 0 && coroutine.Source is Future future) return Add(future);
        return Add(FindTaskOf(coroutine) ?? (_loop ??= EventLoop.Running).CreateTask(coroutine, null, eager: false));
    }

    internal GatherParts Add<T>(Coro<T> coroutine)
    {
        if (coroutine.Version == 0 && coroutine.Source is Future future) return Add(future);
        return Add(FindTaskOf(coroutine) ?? (_loop ??= EventLoop.Running).CreateTask(coroutine, null, eager: false));
    }

    internal readonly Future<TResult> Gather<TResult>(Func<Future[], TResult> collect, bool takesFailures = false) =>
        new Gathering<TResult>(_loop ?? EventLoop.Running, _parts, collect, takesFailures).Begin();

    /// <summary>The same coroutine a second time: the task that was made of it.</summary>
    readonly CoroTask? FindTaskOf(Coro coroutine)
    {
        if (coroutine.Version == 0) return null;
        var frame = Unsafe.As<Frame>(coroutine.Source)!;        // sound: only frames have versions
        if (frame.Version != coroutine.Version || frame.State != FrameState.Owned) return null;
        foreach (var part in _parts.AsSpan(0, _count))
            if (part is CoroTask { Strand.Innermost: { } first } task && first == frame) return task;
        return null;
    }

    internal static GatherParts Of<T>(ReadOnlySpan<Coro<T>> coroutines)
    {
        var parts = new GatherParts(coroutines.Length);
        foreach (var coroutine in coroutines) parts.Add(coroutine);
        return parts;
    }

    internal static GatherParts Of(ReadOnlySpan<Coro> coroutines)
    {
        var parts = new GatherParts(coroutines.Length);
        foreach (var coroutine in coroutines) parts.Add(coroutine);
        return parts;
    }

    internal static GatherParts Of<TFuture>(IEnumerable<TFuture> futures) where TFuture : Future
    {
        var all = All(futures);
        var parts = new GatherParts(all.Length);
        foreach (var future in all) parts.Add(future);
        return parts;
    }

    /// <summary>All at once: nothing is started if the enumeration fails.</summary>
    internal static ReadOnlySpan<TItem> All<TItem>(IEnumerable<TItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items switch
        {
            TItem[] array => new ReadOnlySpan<TItem>(array),
            List<TItem> list => CollectionsMarshal.AsSpan(list),
            _ => items.ToArray(),
        };
    }
}
