// BELAY003: workers over a queue in a group, and nobody shuts the queue down (musimasami at insolor/async-tkinter-loop#80).
class Pool(AsyncQueue<string> jobs)
{
    public async Coro Run() => await TaskGroup.Run(async group =>
    {
        for (var i = 0; i < 3; i++) group.CreateTask(Worker());
        await jobs.PutAsync("one");
        await jobs.JoinAsync();
    });

    async Coro Worker()
    {
        while (true)
        {
            Console.WriteLine(await jobs.GetAsync());
            jobs.TaskDone();
        }
    }
}
