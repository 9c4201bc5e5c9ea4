// Whoever awaits a task resumes in the turn after its end; a task that is done already costs no turn.
namespace Belay.Conformance.Scenarios.Tasks;

static class AwaitingATaskTakesATurn
{
    public static async Coro Main()
    {
        var ticking = Coro.CreateTask(Tick());
        var task = Coro.CreateTask(Work());
        Log("got", await task);
        Log("again", await task);
        await ticking;
    }

    static async Coro Tick()
    {
        for (var i = 0; i < 4; i++)
        {
            Log("tick", i);
            await Coro.Yield();
        }
    }

    static async Coro<int> Work()
    {
        Log("work");
        return 1;
    }
}
