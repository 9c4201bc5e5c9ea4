// BELAY006: children that need the lock are waited for under the lock (neosmart/AsyncLock#13).
class Index
{
    readonly AsyncLock gate = new();

    public async Coro Rebuild()
    {
        using (await gate.AcquireAsync()) await Coro.Gather(Add("a"), Add("b"));
    }

    async Coro Add(string word)
    {
        using (await gate.AcquireAsync()) Console.WriteLine(word);
    }
}
