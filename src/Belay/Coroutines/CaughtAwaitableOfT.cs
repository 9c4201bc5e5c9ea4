using System.Runtime.CompilerServices;

namespace Belay;

/// <inheritdoc cref="CaughtAwaitable"/>
internal readonly struct CaughtAwaitable<T>(Coro<T> coroutine)
{
    public Awaiter GetAwaiter() => new(coroutine);

    internal readonly struct Awaiter(Coro<T> coroutine) : ICriticalNotifyCompletion, ICoroAwaiter
    {
        public bool IsCompleted => coroutine.GetAwaiter().IsCompleted;

        public (T Value, Exception? Failure) GetResult()
        {
            var value = coroutine.Source is null ? coroutine.GetAwaiter().GetResult() : default!;
            var failure = Awaiting.TryTake(coroutine.Source, coroutine.Version, ref value);
            return (value, failure);
        }

        public void OnCompleted(Action continuation) => coroutine.GetAwaiter().OnCompleted(continuation);
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        void ICoroAwaiter.Suspend(Frame frame)
        {
            Awaiting.Suspend(coroutine.Source, coroutine.Version, frame);
            frame.TakesFailures = true;
        }
    }
}
