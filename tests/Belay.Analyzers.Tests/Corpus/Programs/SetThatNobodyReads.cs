// BELAY008: the documented remedy, a collection to hold the tasks, keeps them alive and their failures secret (bachya/aioambient#486).
class Stream
{
    public async Coro Read(IEnumerable<string> events)
    {
        var tasks = new List<CoroTask>();
        foreach (var one in events) tasks.Add(Coro.CreateTask(Handle(one)));
        await Coro.Sleep(TimeSpan.FromSeconds(1));
    }

    async Coro Handle(string one)
    {
        await Coro.Yield();
        Console.WriteLine(one);
    }
}
