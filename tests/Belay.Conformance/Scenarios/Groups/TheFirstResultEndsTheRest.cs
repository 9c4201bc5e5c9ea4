// To stop a group early, cancel the others: they end silently and the group leaves without an error.
namespace Belay.Conformance.Scenarios.Groups;

static class TheFirstResultEndsTheRest
{
    public static async Coro Main()
    {
        CoroTask<string>[] tasks = [];
        await TaskGroup.Run(async group =>
        {
            tasks = [group.CreateTask(Search("slow", 9)), group.CreateTask(Search("quick", 2))];
            Log(await tasks[1]);
            tasks[0].Cancel();
        });
        Log("left, slow cancelled:", tasks[0].IsCancelled);
    }

    static async Coro<string> Search(string name, int count)
    {
        try
        {
            await Turns(count);
            return $"found by {name}";
        }
        finally { Log(name, "stops"); }
    }
}
