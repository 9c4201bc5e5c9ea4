namespace Belay;

/// <summary>Reads a queue to its end.</summary>
internal sealed class QueueReader<T>(AsyncQueue<T> queue) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(queue, cancellationToken);

    sealed class Enumerator(AsyncQueue<T> queue, CancellationToken cancellationToken) : CoroEnumerator<T>
    {
        T _current = default!;

        public override T Current => _current;

        protected override Coro<bool> MoveNext()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (queue.IsEmpty) return queue.IsShutDown ? default : Wait();
            return Coro.FromResult(queue.TryGet(out _current!));
        }

        async Coro<bool> Wait()
        {
            var (item, failure) = await queue.GetAsync().Caught();
            if (failure is QueueShutDownException) return false;
            if (failure is not null) Rethrow.Now(failure);
            _current = item;
            return true;
        }
    }
}
