// Between two awaits nobody else runs, so a counter needs no lock; across an await it does.
namespace Belay.Conformance.Scenarios.Coroutines;

static class CodeBetweenAwaitsIsAtomic
{
    public static async Coro Main()
    {
        await CountWith(AddAtomically);
        await CountWith(AddAcrossAnAwait);
    }

    sealed class Counter
    {
        public int Count;
    }

    static async Coro CountWith(Func<Counter, Coro> add)
    {
        var counter = new Counter();
        CoroTask first = Coro.CreateTask(add(counter)), second = Coro.CreateTask(add(counter));
        await first;
        await second;
        Log("counted", counter.Count);
    }

    static async Coro AddAtomically(Counter counter)
    {
        for (var i = 0; i < 5; i++)
        {
            counter.Count++;
            await Coro.Yield();
        }
    }

    static async Coro AddAcrossAnAwait(Counter counter)
    {
        for (var i = 0; i < 5; i++)
        {
            var before = counter.Count;
            await Coro.Yield();
            counter.Count = before + 1;
        }
    }
}
