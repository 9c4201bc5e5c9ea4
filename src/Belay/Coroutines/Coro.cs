using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A coroutine without a result. It runs nothing until it is awaited or given to an owner (a task, a group, a runner), and can be used once;
/// a second use is an <see cref="InvalidOperationException"/>. Also the one parameter type for "anything to wait for":
/// a <see cref="CoroTask"/> or <see cref="Future"/> converts to it. asyncio: a coroutine object.
/// </summary>
/// <remarks>
/// Write it as <c>async Coro M() { … }</c>. Awaiting it runs it in the same task at once, without a step of the loop in between.
/// To be made and used on the loop's thread, but for the entry points such as <see cref="Run(Coro, RunOptions?)"/>.
/// <c>default(Coro)</c> is <see cref="CompletedCoro"/>.
/// </remarks>
[AsyncMethodBuilder(typeof(CoroMethodBuilder))]
public readonly partial struct Coro
{
    /// <summary>A frame, if there is a version; else null (nothing to do) or what is waited for, an <see cref="IWait"/>.</summary>
    internal readonly object? Source;
    internal readonly int Version;

    internal Coro(Frame frame, int version) => (Source, Version) = (frame, version);

    internal Coro(IWait wait) => Source = wait;

    /// <summary>Makes it awaitable; meant for the compiler.</summary>
    public CoroAwaiter GetAwaiter() => new(Source, Version);

    /// <summary>Something to wait for; awaiting it is awaiting the future.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="future"/> is null.</exception>
    public static implicit operator Coro(Future future)
    {
        ArgumentNullException.ThrowIfNull(future);
        return new((IWait)future);
    }

    /// <summary>A coroutine that has nothing to do. It may be awaited any number of times and never gives up the turn.</summary>
    public static Coro CompletedCoro => default;

    /// <summary>A coroutine that has nothing to do and this result. It may be awaited any number of times and never gives up the turn.</summary>
    public static Coro<T> FromResult<T>(T result) => new(result);

    /// <summary>Its outcome as a value: null, or the exception it ended with.</summary>
    internal CaughtAwaitable Caught() => new(this);

    /// <summary>Takes the coroutine for a task.</summary>
    /// <exception cref="ArgumentException">It is a future or task.</exception>
    internal Frame Own()
    {
        if (Version != 0)
        {
            var frame = Unsafe.As<Frame>(Source)!;
            frame.Own(Version);
            return frame;
        }
        if (Source is Future) throw Misuse.NotACoroutine();
        return Forward(this).Own();
    }

    /// <summary>Frees the coroutine, which will never run.</summary>
    internal void Close()
    {
        if (Version != 0) Unsafe.As<Frame>(Source)!.Close(Version);
    }

    static async Coro Forward(Coro coroutine) => await coroutine;
}
