namespace Belay;

/// <summary>The datagrams of an endpoint, each taken when it is asked for, until it is closed.</summary>
internal sealed class DatagramSequence(DatagramReceiver receiver) : IAsyncEnumerable<Datagram>
{
    public IAsyncEnumerator<Datagram> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(receiver, cancellationToken);

    sealed class Enumerator(DatagramReceiver receiver, CancellationToken cancellationToken) : CoroEnumerator<Datagram>
    {
        Datagram _current;

        public override Datagram Current => _current;

        protected override async Coro<bool> MoveNext()
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (datagram, failure) = await DatagramReceiveFrame.Make(receiver).Caught();
            if (failure is ObjectDisposedException && receiver.IsClosed) return false;
            if (failure is not null) Rethrow.Now(failure);
            _current = datagram;
            return true;
        }
    }
}
