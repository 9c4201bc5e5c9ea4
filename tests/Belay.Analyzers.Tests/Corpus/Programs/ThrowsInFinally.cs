// BELAY010: an exception of the finally takes the place of the cancellation.
class Transfer
{
    int _left = 3;

    public async Coro Run()
    {
        try { while (_left-- > 0) await Coro.Yield(); }
        finally { if (_left > 0) throw new InvalidOperationException("incomplete"); }
    }
}
