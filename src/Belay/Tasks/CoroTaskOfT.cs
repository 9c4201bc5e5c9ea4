using System.Diagnostics;

namespace Belay;

/// <summary>A <see cref="CoroTask"/> with a result.</summary>
public sealed class CoroTask<T> : CoroTask, IWait<T>
{
    T _result = default!;

    internal CoroTask(EventLoop loop, string? name) : base(loop, name) { }

    /// <summary>The result; if it failed or was cancelled, that is thrown.</summary>
    /// <exception cref="InvalidStateException">It is not done.</exception>
    public T Result
    {
        [StackTraceHidden]
        get
        {
            ThrowIfFailed();
            return _result;
        }
    }

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new CoroAwaiter<T> GetAwaiter() => new(this, 0, default!);

    [StackTraceHidden]
    T IWait<T>.Take() => Result;

    private protected override void TakeResult(Frame root) => _result = ((Frame<T>)root).Take(root.Version);
}
