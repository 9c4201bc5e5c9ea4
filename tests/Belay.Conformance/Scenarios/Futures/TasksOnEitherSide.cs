// Two tasks hand values to each other by a future each.
namespace Belay.Conformance.Scenarios.Futures;

static class TasksOnEitherSide
{
    public static Coro Main() => TaskGroup.Run(async group =>
    {
        Future<string> there = new(), back = new();
        group.CreateTask(Pong(there, back));
        group.CreateTask(Ping(there, back));
    });

    static async Coro Ping(Future<string> there, Future<string> back)
    {
        there.SetResult("ping");
        Log("got", await back);
    }

    static async Coro Pong(Future<string> there, Future<string> back)
    {
        Log("got", await there);
        back.SetResult("pong");
        Log("answered");
    }
}
