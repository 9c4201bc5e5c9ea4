using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// Awaits a coroutine and gives its failure as a value: for code that looks after others' outcomes (groups, scopes), which a throw and a
/// catch would make slow.
/// </summary>
internal readonly struct CaughtAwaitable(Coro coroutine)
{
    public Awaiter GetAwaiter() => new(coroutine);

    internal readonly struct Awaiter(Coro coroutine) : ICriticalNotifyCompletion, ICoroAwaiter
    {
        public bool IsCompleted => coroutine.GetAwaiter().IsCompleted;

        public Exception? GetResult() => Awaiting.TryTake(coroutine.Source, coroutine.Version);

        public void OnCompleted(Action continuation) => coroutine.GetAwaiter().OnCompleted(continuation);
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        void ICoroAwaiter.Suspend(Frame frame)
        {
            Awaiting.Suspend(coroutine.Source, coroutine.Version, frame);
            frame.TakesFailures = true;
        }
    }
}
