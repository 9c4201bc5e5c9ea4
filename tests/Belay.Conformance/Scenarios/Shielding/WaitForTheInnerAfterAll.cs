// The pattern for a clean-up that must finish: shield it, and on a cancellation wait for it before leaving.
namespace Belay.Conformance.Scenarios.Shielding;

static class WaitForTheInnerAfterAll
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Worker());
        await Turns(2);
        task.Cancel();
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro Save()
    {
        await Turns(3);
        Log("saved");
    }

    static async Coro Worker()
    {
        var saving = Coro.CreateTask(Save());
        try { await Coro.Shield(saving); }
        catch (CancelledException)
        {
            Log("cancelled, but first");
            await saving;
            throw;
        }
    }
}
