// A failure of the inner after the outer was cancelled goes to the error handler.
namespace Belay.Conformance.Scenarios.Shielding;

static class LateFailureIsReported
{
    public static async Coro Main()
    {
        var inner = Coro.CreateTask(Fails());
        var outer = Coro.Shield(inner);
        await Coro.Yield();
        Log("asked:", outer.Cancel());
        await Turns(5);
        Log("main ends, the inner done:", inner.IsDone);
    }

    static async Coro Fails()
    {
        await Turns(3);
        throw new AppError("late");
    }
}
