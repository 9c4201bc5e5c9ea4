namespace Belay;

/// <summary>A read up to something that is looked for in what has come.</summary>
internal abstract class SeparatorFrame<T> : ReaderFrame<T>
{
    /// <summary>So much from the beginning has no separator in it.</summary>
    int _searched;

    private protected abstract int LongestSeparator { get; }

    /// <summary>Finds the first separator.</summary>
    private protected abstract bool TryFind(ReadOnlySpan<byte> bytes, out int start, out int end);

    /// <summary>Takes what is before it, and the separator itself.</summary>
    private protected abstract void Found(int start, int end);

    /// <summary>The stream has ended and there is none.</summary>
    private protected abstract void Ended();

    /// <summary>What comes before the separator is longer than the limit.</summary>
    /// <param name="consumed">What can be taken without touching a separator.</param>
    /// <param name="end">The end of the separator; null if it has not come.</param>
    private protected virtual void Overrun(int consumed, int? end) { }

    private protected sealed override bool TryEnd()
    {
        while (true)
        {
            var bytes = Reader.Buffered;
            if (TryFind(bytes[_searched..], out var start, out var end))
            {
                (start, end) = (start + _searched, end + _searched);
                if (start > Reader.Limit) Overrun(start, end, "The separator was found, but what comes before it is longer than the limit");
                Found(start, end);
                return true;
            }
            _searched = Math.Max(0, bytes.Length + 1 - LongestSeparator);
            if (_searched > Reader.Limit) Overrun(_searched, null, "No separator was found within the limit");
            if (Reader.IsEnded)
            {
                Reader.ThrowIfFailed();
                Ended();
                return true;
            }
            if (!Reader.TryFill()) return false;
        }
    }

    void Overrun(int consumed, int? end, string what)
    {
        Overrun(consumed, end);
        throw new LimitOverrunException($"{what} of {Reader.Limit} bytes. A larger Limit in the options lets longer ones through.", consumed);
    }

    internal override void Recycle()
    {
        _searched = 0;
        base.Recycle();
    }
}
