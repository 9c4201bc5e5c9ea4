// Two stages with a queue between them, ended by a shutdown of each in turn.
namespace Belay.Conformance.Scenarios.Queues;

static class PipelineOfTwoStages
{
    public static async Coro Main()
    {
        AsyncQueue<int> first = new(maxSize: 1), second = new(maxSize: 1);
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Produce(first));
            group.CreateTask(Square(first, second));
            group.CreateTask(Collect(second));
        });
    }

    static async Coro Produce(AsyncQueue<int> queue)
    {
        for (var number = 0; number < 4; number++)
        {
            await queue.PutAsync(number);
            Log("produced", number);
        }
        queue.Shutdown();
    }

    static async Coro Square(AsyncQueue<int> source, AsyncQueue<int> target)
    {
        await foreach (var number in source.ReadAllAsync()) await target.PutAsync(number * number);
        target.Shutdown();
    }

    static async Coro Collect(AsyncQueue<int> source)
    {
        await foreach (var number in source.ReadAllAsync()) Log("collected", number);
        Log("end of the line");
    }
}
