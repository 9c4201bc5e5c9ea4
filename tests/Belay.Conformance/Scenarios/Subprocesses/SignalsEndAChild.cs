// A child that a signal ends has its number, negative, as return code; any number of tasks may wait for it, and cancelling one changes nothing.
using System.Runtime.InteropServices;

namespace Belay.Conformance.Scenarios.Subprocesses;

static class SignalsEndAChild
{
    /// <summary>Has the same number everywhere, and unlike SIGHUP it is not ignored by all that <c>nohup</c> starts.</summary>
    const PosixSignal Alarm = (PosixSignal)14;

    public static async Coro Main()
    {
        foreach (var end in new[] { "kill", "terminate", "send" })
        {
            var child = await Subprocess.StartAsync("cat", null, new() { StandardInput = SubprocessStream.Pipe });
            var first = Coro.CreateTask(child.WaitAsync());
            var second = Coro.CreateTask(child.WaitAsync());
            await Turns(1);
            second.Cancel();
            await Coro.Wait([second]);
            Log("waiting", first.IsDone, second.IsCancelled, child.ExitCode);
            if (end == "kill") child.Kill();
            else if (end == "terminate") child.Terminate();
            else child.SendSignal(Alarm);
            Log(end, await first, await child.WaitAsync(), child.ExitCode);
        }
    }
}
