// How many turns it takes to pass a barrier and to hand an item over.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByBarriersAndQueues
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        var barrier = new AsyncBarrier(2);
        var queue = new AsyncQueue<int>(maxSize: 1);
        await Coro.Gather(Party("a", 0), Party("b", 2));
        Log("barrier done in turn", ticker.Turn);
        await Coro.Gather(Get(), Put());
        await queue.JoinAsync();
        Log("queue done in turn", ticker.Turn);

        async Coro Party(string name, int count)
        {
            await Turns(count);
            for (var i = 0; i < 2; i++)
            {
                await barrier.WaitAsync();
                Log(name, "passes in turn", ticker.Turn);
            }
        }

        async Coro Put()
        {
            for (var item = 0; item < 3; item++)
            {
                await queue.PutAsync(item);
                Log("put", item, "in turn", ticker.Turn);
            }
        }

        async Coro Get()
        {
            for (var i = 0; i < 3; i++)
            {
                var item = await queue.GetAsync();
                Log("got", item, "in turn", ticker.Turn);
                queue.TaskDone();
            }
        }
    }
}
