namespace Belay;

/// <summary>The lines of a reader, each taken when it is asked for.</summary>
internal sealed class LineSequence(ByteReader reader) : IAsyncEnumerable<string>
{
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(reader, cancellationToken);

    sealed class Enumerator(ByteReader reader, CancellationToken cancellationToken) : CoroEnumerator<string>
    {
        string _current = "";

        public override string Current => _current;

        protected override async Coro<bool> MoveNext()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await reader.ReadLineAsync() is not { } line) return false;
            _current = line;
            return true;
        }
    }
}
