// A run takes a coroutine, not a task or future.
namespace Belay.Conformance.Scenarios.Running;

static class OnlyACoroutineCanBeRun
{
    public static void Main()
    {
        using (var runner = new Runner(Options))
        {
            var future = new Future<int>(runner.Loop);
            try { runner.Run((Coro)future); }
            catch (ArgumentException error) { Log("refused", error); }
        }
        Log("closed");
    }
}
