using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A coroutine with a result of <typeparamref name="T"/>. See <see cref="Coro"/>.</summary>
[AsyncMethodBuilder(typeof(CoroMethodBuilder<>))]
public readonly struct Coro<T>
{
    /// <summary>A frame, if there is a version; else null (the value is there) or a future.</summary>
    internal readonly object? Source;
    internal readonly int Version;
    readonly T _value;

    internal Coro(Frame<T> frame, int version) => (Source, Version, _value) = (frame, version, default!);

    internal Coro(Future<T> future) => (Source, _value) = (future, default!);

    internal Coro(CoroTask<T> task) => (Source, _value) = (task, default!);

    internal Coro(T value) => _value = value;

    /// <summary>Makes it awaitable; meant for the compiler.</summary>
    public CoroAwaiter<T> GetAwaiter() => new(Source, Version, _value);

    /// <summary>Something to wait for; awaiting it is awaiting the task.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="task"/> is null.</exception>
    public static implicit operator Coro<T>(CoroTask<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task);
    }

    /// <summary>Something to wait for; awaiting it is awaiting the future.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="future"/> is null.</exception>
    public static implicit operator Coro<T>(Future<T> future)
    {
        ArgumentNullException.ThrowIfNull(future);
        return new(future);
    }

    /// <summary>The same coroutine, its result dropped.</summary>
    public static implicit operator Coro(Coro<T> coroutine) => coroutine switch
    {
        { Version: not 0 } => new(Unsafe.As<Frame>(coroutine.Source)!, coroutine.Version),
        { Source: Future future } => (Coro)future,
        _ => default(Coro),
    };

    /// <summary>Its outcome as a value.</summary>
    internal CaughtAwaitable<T> Caught() => new(this);

    /// <inheritdoc cref="Coro.Own"/>
    internal Frame Own() => ((Coro)(Version == 0 && Source is null ? Forward(this) : this)).Own();

    /// <inheritdoc cref="Coro.Close"/>
    internal void Close() => ((Coro)this).Close();

    static async Coro<T> Forward(Coro<T> coroutine) => await coroutine;
}
