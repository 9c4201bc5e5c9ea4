// A task that awaits itself gets an error at once instead of waiting for ever.
namespace Belay.Conformance.Scenarios.Tasks;

static class ATaskCannotAwaitItself
{
    public static async Coro Main()
    {
        CoroTask<string> task = null!;
        task = Coro.CreateTask(Narcissus());
        Log(await task);

        async Coro<string> Narcissus()
        {
            await Coro.Yield();
            try { await task; }
            catch (InvalidOperationException error) { Log("refused", error); }
            return "unharmed";
        }
    }
}
