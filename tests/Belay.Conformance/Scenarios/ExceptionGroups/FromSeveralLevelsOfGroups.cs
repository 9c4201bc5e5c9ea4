// Task groups within task groups give a tree of exceptions, from which the leaves can be taken by type.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class FromSeveralLevelsOfGroups
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(FailTwice("left"));
                group.CreateTask(FailTwice("right"));
            });
        }
        catch (ExceptionGroup failed)
        {
            Log("all", failed);
            Log("net only", failed.Subgroup<NetError>());
        }
    }

    static async Coro Fails(Exception error) => throw error;

    static Coro FailTwice(string name) => TaskGroup.Run(async group =>
    {
        group.CreateTask(Fails(new AppError(name)));
        group.CreateTask(Fails(new NetError(name)));
    });
}
