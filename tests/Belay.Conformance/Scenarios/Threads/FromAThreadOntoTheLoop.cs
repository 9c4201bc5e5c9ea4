// A thread gives a coroutine to the loop and waits for its result.
namespace Belay.Conformance.Scenarios.Threads;

static class FromAThreadOntoTheLoop
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        await Coro.ToThread(() => Thread(loop));
        Log("main ends");
    }

    static async Coro<int> Work(int value)
    {
        await Coro.Yield();
        Log("on the loop", value);
        return value + 1;
    }

    static void Thread(EventLoop loop)
    {
        var task = Coro.RunThreadSafe(Work(1), loop);
        Log("the thread got", task.GetAwaiter().GetResult());
    }
}
