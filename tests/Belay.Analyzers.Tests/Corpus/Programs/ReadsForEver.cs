// BELAY003: a consumer that enumerates a queue which is never shut down.
class Logger
{
    readonly AsyncQueue<string> lines = new();

    public async Coro Run() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(Write());
        await lines.PutAsync("started");
    });

    async Coro Write()
    {
        await foreach (var line in lines.ReadAllAsync()) Console.WriteLine(line);
    }
}
