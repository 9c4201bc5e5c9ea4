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
            T value = default!;
            Exception? failure = null;
            if (coroutine.Version != 0) failure = Unsafe.As<Frame<T>>(coroutine.Source)!.TryTake(coroutine.Version, out value);
            else if (coroutine.Source is null) value = coroutine.GetAwaiter().GetResult();
            else
            {
                failure = Strand.TakeInjected() ?? ((IWait)coroutine.Source).TryTake();
                if (failure is null) value = ((IWait<T>)coroutine.Source).Take();
            }
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
