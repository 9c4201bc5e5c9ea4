// BELAY012: += with an await on the right reads first: results of siblings are lost.
class Totals
{
    public async Coro<int> Sum(string[] pages)
    {
        var total = 0;
        await TaskGroup.Run(async group =>
        {
            foreach (var page in pages) group.CreateTask(Add(page));
            await Coro.Yield();
        });
        return total;

        async Coro Add(string page) => total += await Length(page);
    }

    async Coro<int> Length(string page)
    {
        await Coro.Yield();
        return page.Length;
    }
}
