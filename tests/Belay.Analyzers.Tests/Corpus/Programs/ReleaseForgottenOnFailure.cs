// BELAY014: an exception between acquire and release leaves the lock taken (bmresearch/Solnet#290).
class Socket(Connection connection)
{
    readonly AsyncLock gate = new();

    public async Coro Send(string text)
    {
        await gate.AcquireAsync();
        await connection.WriteAsync(text);
        gate.Release();
    }
}
