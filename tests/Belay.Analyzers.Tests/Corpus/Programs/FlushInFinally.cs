// BELAY005: what was buffered is lost if the flush is interrupted.
class Journal(Stream file)
{
    public async Coro Write(byte[] entry)
    {
        try { await file.WriteAsync(entry, Coro.Token); }
        finally { await file.FlushAsync(CancellationToken.None); }
    }
}
