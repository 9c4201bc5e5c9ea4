// BELAY002: it is thrown on, but not if a flag says so (uilibs/uiprotect#129).
class Feed(AsyncQueue<int> updates)
{
    bool _isClosing;

    public void Close() => _isClosing = true;

    public async Coro Follow()
    {
        try { Console.WriteLine(await updates.GetAsync()); }
        catch (OperationCanceledException)
        {
            if (!_isClosing) throw;
        }
    }
}
