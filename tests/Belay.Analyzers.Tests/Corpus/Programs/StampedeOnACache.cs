// BELAY012: the check of a cache and its filling have an await between them (aio-libs/aiobotocore#1073).
class Identities
{
    readonly Dictionary<string, string> known = [];

    public async Coro Main(string[] names) => await Coro.Gather(names.Select(Get));

    async Coro Get(string name)
    {
        if (!known.ContainsKey(name))
        {
            await Coro.Sleep(TimeSpan.FromSeconds(1));
            known[name] = name;
        }
    }
}
