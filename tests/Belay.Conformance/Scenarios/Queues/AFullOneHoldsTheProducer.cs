// A bounded queue that is full makes the producer wait: back-pressure.
namespace Belay.Conformance.Scenarios.Queues;

static class AFullOneHoldsTheProducer
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>(maxSize: 2);
        var task = Coro.CreateTask(Producer(queue));
        await Turns(2);
        Log("of", queue.MaxSize, "there are", queue.Count);
        for (var i = 0; i < 4; i++)
        {
            Log("got", await queue.GetAsync());
            await Turns(2);
        }
        await task;
    }

    static async Coro Producer(AsyncQueue<int> queue)
    {
        for (var item = 0; item < 4; item++)
        {
            await queue.PutAsync(item);
            Log("put", item, "full:", queue.IsFull);
        }
    }
}
