// BELAY003: a loop that reconnects after each failure: that is no way out (moha-abdi/PySIP#24).
class Link
{
    public async Coro Run() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(Stay());
        await Coro.Yield();
    });

    async Coro Stay()
    {
        for (; ; )
        {
            try { await using var connection = await Connection.OpenAsync("localhost", 80); }
            catch (IOException) { await Coro.Sleep(TimeSpan.FromSeconds(1)); }
        }
    }
}
