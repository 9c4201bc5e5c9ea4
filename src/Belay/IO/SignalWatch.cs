using System.Runtime.InteropServices;

namespace Belay;

/// <summary>Signals to enumerate; listens as long as somebody does.</summary>
internal sealed class SignalWatch(PosixSignal[] signals) : IAsyncEnumerable<PosixSignal>
{
    public IAsyncEnumerator<PosixSignal> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Watcher(signals, cancellationToken);

    sealed class Watcher : CoroEnumerator<PosixSignal>
    {
        readonly EventLoop _loop = EventLoop.Running;
        readonly AsyncQueue<PosixSignal> _arrived = new();
        readonly List<Arrivals> _listening = [];
        readonly CancellationToken _token;
        readonly CancellationTokenRegistration _registration;
        PosixSignal _current;

        internal Watcher(PosixSignal[] signals, CancellationToken token)
        {
            foreach (var signal in signals) Listen(signal);
            _token = token;
            _registration = token.UnsafeRegister(_ => _loop.PostFromAnyThread(new Handle(_loop, () => _arrived.Shutdown(immediate: true))), null);
        }

        public override PosixSignal Current => _current;

        protected override Coro<bool> MoveNext()
        {
            _token.ThrowIfCancellationRequested();
            return _arrived.IsEmpty ? Wait() : Coro.FromResult(_arrived.TryGet(out _current));
        }

        async Coro<bool> Wait()
        {
            var (signal, failure) = await _arrived.GetAsync().Caught();
            if (failure is QueueShutDownException) throw new OperationCanceledException(_token);
            if (failure is not null) Rethrow.Now(failure);
            _current = signal;
            return true;
        }

        public override ValueTask DisposeAsync()
        {
            _registration.Dispose();
            foreach (var arrivals in _listening) _loop.EndListening(arrivals.Signal, arrivals);
            _listening.Clear();
            return default;
        }

        void Listen(PosixSignal signal)
        {
            var arrivals = new Arrivals(this, signal);
            try
            {
                _loop.Listen(signal, arrivals);
            }
            catch
            {
                _ = DisposeAsync();     // the ones before it; it is done when it returns
                throw;
            }
            _listening.Add(arrivals);
        }

        /// <summary>One signal's: it is posted each time, and puts what it stands for into the queue.</summary>
        sealed class Arrivals(Watcher watcher, PosixSignal signal) : ISignalListener, IReady
        {
            internal PosixSignal Signal => signal;

            public void OnSignalFromAnyThread(PosixSignalContext context) => watcher._loop.PostFromAnyThread(this);

            public void Run()
            {
                if (!watcher._arrived.IsShutDown) watcher._arrived.TryPut(signal);
            }
        }
    }
}
