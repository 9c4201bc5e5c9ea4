// Waiting for a predicate: it is asked again after each notification.
namespace Belay.Conformance.Scenarios.Conditions;

static class WaitForAPredicate
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        List<int> items = [];
        var task = Coro.CreateTask(Consumer());
        await Coro.Yield();
        foreach (var item in new[] { 1, 2 })
        {
            using (await condition.AcquireAsync())
            {
                items.Add(item);
                condition.Notify();
            }
            await Turns(3);
        }
        await task;

        bool Enough()
        {
            Log("asked, has", items.Count);
            return items.Count >= 2;
        }

        async Coro Consumer()
        {
            using (await condition.AcquireAsync())
            {
                await condition.WaitForAsync(Enough);
                Log("consumer has", items);
            }
        }
    }
}
