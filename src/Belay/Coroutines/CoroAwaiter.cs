using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What <c>await</c> uses to wait for a <see cref="Coro"/>, <see cref="Future"/> or <see cref="CoroTask"/>; meant for the compiler.</summary>
public readonly struct CoroAwaiter : ICriticalNotifyCompletion, ICoroAwaiter
{
    readonly object? _source;
    readonly int _version;

    internal CoroAwaiter(object? source, int version) => (_source, _version) = (source, version);

    /// <summary>Whether it is done. Asking begins the coroutine: it runs until it has to wait.</summary>
    /// <exception cref="InvalidOperationException">The coroutine has been used before, or no loop runs on this thread.</exception>
    public bool IsCompleted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _version != 0 ? Unsafe.As<Frame>(_source)!.Begin(_version) : Awaiting.IsDone(_source);
    }

    /// <summary>Ends the await: throws the failure or <see cref="CancelledException"/> it came to, if any.</summary>
    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GetResult()
    {
        if (_version != 0) Awaiting.Take(Unsafe.As<Frame>(_source)!, _version);
        else Awaiting.Take(_source);
    }

    /// <summary>For awaits outside coroutines, on the loop's thread.</summary>
    public void OnCompleted(Action continuation) => Awaiting.OnCompleted(_source, _version, continuation);

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => Awaiting.OnCompleted(_source, _version, continuation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ICoroAwaiter.Suspend(Frame frame) => Awaiting.Suspend(_source, _version, frame);
}
