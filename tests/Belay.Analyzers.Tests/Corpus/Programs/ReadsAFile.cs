// BELAY007: a big file is read in one go, and nobody else runs (home-assistant/core#77231 is one of its many warnings of that kind).
class Configuration
{
    public async Coro<string> Load()
    {
        await Coro.Yield();
        return File.ReadAllText("big.json");
    }
}
