using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What <c>await</c> uses to wait for a <see cref="Coro{T}"/>, <see cref="Future{T}"/> or <see cref="CoroTask{T}"/>; meant for the compiler.</summary>
public readonly struct CoroAwaiter<T> : ICriticalNotifyCompletion, ICoroAwaiter
{
    readonly object? _source;
    readonly int _version;
    readonly T _value;

    internal CoroAwaiter(object? source, int version, T value) => (_source, _version, _value) = (source, version, value);

    /// <inheritdoc cref="CoroAwaiter.IsCompleted"/>
    public bool IsCompleted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _version != 0 ? Unsafe.As<Frame>(_source)!.Begin(_version) : Awaiting.IsDone(_source);
    }

    /// <summary>Ends the await: the result, or what it failed with is thrown.</summary>
    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T GetResult()
    {
        // Sound: only frames and futures with a result of T get into the source of a Coro<T>.
        if (_version != 0) return Unsafe.As<Frame<T>>(_source)!.Take(_version);
        return _source is null ? _value : Awaiting.Take<T>(_source);
    }

    /// <inheritdoc cref="CoroAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => Awaiting.OnCompleted(_source, _version, continuation);

    /// <inheritdoc cref="CoroAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => Awaiting.OnCompleted(_source, _version, continuation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ICoroAwaiter.Suspend(Frame frame) => Awaiting.Suspend(_source, _version, frame);
}
