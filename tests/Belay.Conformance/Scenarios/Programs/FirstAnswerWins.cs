// Ask several at once, take the first answer and cancel the rest; failures count only when all have failed.
namespace Belay.Conformance.Scenarios.Programs;

static class FirstAnswerWins
{
    public static async Coro Main()
    {
        CoroTask<string>[] tasks = [.. new[] { ("slow", 5), ("broken", 1), ("quick", 2) }.Select(each => Coro.CreateTask(Ask(each.Item1, each.Item2)))];
        await foreach (var task in Coro.AsCompleted(tasks))
        {
            try
            {
                Log("answer of", await task);
                break;
            }
            catch (NetError error) { Log("no answer", error); }
        }
        foreach (var task in tasks) task.Cancel();
        await Coro.GatherOutcomes(tasks);
        Log("at", EventLoop.Running.Time);
    }

    static async Coro<string> Ask(string name, int seconds)
    {
        try
        {
            await Coro.Sleep(Seconds(seconds));
            return name == "broken" ? throw new NetError(name) : name;
        }
        catch (CancelledException)
        {
            Log(name, "is not needed any more");
            throw;
        }
    }
}
