namespace Belay;

/// <summary>A read: takes what it is to take as soon as that is there, and waits for input until it is.</summary>
internal abstract class ReaderFrame<T> : WaiterFrame<T>
{
    private protected ByteReader Reader = null!;

    /// <summary>Ends with a result, or needs more than is there now: then it has taken nothing for good. What it throws is what the read fails with.</summary>
    /// <returns>Whether it has ended.</returns>
    private protected abstract bool TryEnd();

    private protected override void Begin()
    {
        if (Reader.Waiters.IsClaimed) SetException(Misuse.TwoReaders());
        else GoOn();
    }

    private protected sealed override void GoOn()
    {
        try
        {
            while (!TryEnd())
            {
                if (Reader.RequestInput()) continue;
                WaitIn(Reader.Waiters);
                return;
            }
        }
        catch (Exception failure)
        {
            SetException(failure);
        }
    }

    /// <summary>There is nobody to pass it on to: there is only one reader, and the input stays.</summary>
    private protected override void GiveUp(bool wasWoken) { }

    internal override void Recycle()
    {
        Reader = null!;
        Result = default!;
        ReturnToPool();
    }
}
