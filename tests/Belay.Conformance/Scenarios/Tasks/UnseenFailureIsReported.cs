// A failure that nobody ever looked at goes to the error handler, at the latest when the loop closes.
namespace Belay.Conformance.Scenarios.Tasks;

static class UnseenFailureIsReported
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Fail());
        await Turns(2);
        Log("main ends, done:", task.IsDone);
    }

    static async Coro Fail() => throw new AppError("unseen");
}
