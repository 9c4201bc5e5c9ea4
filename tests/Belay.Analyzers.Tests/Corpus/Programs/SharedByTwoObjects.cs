// BELAY012: two writers of one object that each has been handed; that it is the same one shows only where they are made.
class Counter
{
    public int Value;
}

class Writer(Counter counter)
{
    public async Coro Write()
    {
        var value = counter.Value;
        await Coro.Yield();
        counter.Value = value + 1;
    }
}

class Both
{
    public async Coro Main()
    {
        var counter = new Counter();
        var (one, two) = (new Writer(counter), new Writer(counter));
        await Coro.Gather(one.Write(), two.Write());
    }
}
