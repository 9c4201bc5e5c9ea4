// Two conditions may share a lock: a buffer that wakes readers and writers apart.
namespace Belay.Conformance.Scenarios.Conditions;

static class TwoOnOneLock
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        AsyncCondition filled = new(gate), emptied = new(gate);
        List<int> slot = [];
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Reader());
            group.CreateTask(Writer());
        });

        async Coro Writer()
        {
            foreach (var item in new[] { 1, 2 })
            {
                using (await gate.AcquireAsync())
                {
                    await emptied.WaitForAsync(() => slot.Count == 0);
                    slot.Add(item);
                    Log("wrote", item);
                    filled.Notify();
                }
            }
        }

        async Coro Reader()
        {
            for (var i = 0; i < 2; i++)
            {
                using (await gate.AcquireAsync())
                {
                    await filled.WaitForAsync(() => slot.Count > 0);
                    Log("read", slot[0]);
                    slot.Clear();
                    emptied.Notify();
                }
            }
        }
    }
}
