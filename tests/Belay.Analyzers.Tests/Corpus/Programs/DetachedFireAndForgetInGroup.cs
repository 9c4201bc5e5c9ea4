// BELAY004: fire and forget in a group: its failure reaches nobody (quattro had to add background tasks for it, Tinche/quattro#10).
class Crawler
{
    public async Coro Crawl(IEnumerable<string> pages) => await TaskGroup.Run(async group =>
    {
        foreach (var page in pages) Coro.CreateTask(Visit(page));
        await Coro.Yield();
    });

    async Coro Visit(string page)
    {
        await Coro.Yield();
        Console.WriteLine(page);
    }
}
