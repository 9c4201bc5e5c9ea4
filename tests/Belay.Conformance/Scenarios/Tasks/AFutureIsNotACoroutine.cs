// Only a coroutine can become a task: a future or a task cannot.
namespace Belay.Conformance.Scenarios.Tasks;

static class AFutureIsNotACoroutine
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Turns(1));
        foreach (var other in new Future[] { new Future<int>(), task })
        {
            try { Coro.CreateTask((Coro)other); }
            catch (ArgumentException) { Log("refused"); }
        }
        await task;
    }
}
