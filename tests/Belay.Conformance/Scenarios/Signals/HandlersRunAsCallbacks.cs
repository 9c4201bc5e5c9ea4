// A handler is a callback of the loop, in no task and in the context it was added in; another takes its place.
using System.Runtime.InteropServices;

namespace Belay.Conformance.Scenarios.Signals;

static class HandlersRunAsCallbacks
{
    static readonly ContextVar<string> _name = new("name");

    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var handled = new AsyncEvent();

        void Handle(string which)
        {
            Log(which, IsInNoTask(), _name.Value);
            handled.Set();
        }

        foreach (var which in new[] { "the first", "the second" })
        {
            _name.Set(which);
            loop.AddSignalHandler(Belay.Signals.User1, () => Handle(which));
            _name.Set("set later");
            for (var i = 0; i < 2; i++)
            {
                _ = Kill(Environment.ProcessId, (int)Belay.Signals.User1);
                Log("sent");
                await handled.WaitAsync();
                handled.Clear();
            }
        }
        Log("removed", loop.RemoveSignalHandler(Belay.Signals.User1));
        Log("removed", loop.RemoveSignalHandler(Belay.Signals.User1));
    }

    static bool IsInNoTask()
    {
        try { return Coro.CurrentTask is null; }
        catch (InvalidOperationException) { return true; }
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Kill(int process, int signal);
}
