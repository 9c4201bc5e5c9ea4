using System.Runtime.InteropServices;
using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>A child that would go on for ever, in a program that ends.</summary>
static class Children
{
    /// <summary>Interrupted while it waits for the child.</summary>
    public static int Waits()
    {
        async Coro Main()
        {
            await using var child = await Subprocess.StartShellAsync("exec cat", new SubprocessOptions { StandardInput = SubprocessStream.Pipe });
            Say($"{child.Pid}");
            AskForSignal();
            await child.WaitAsync();
        }
        return Coro.RunMain(Main());
    }

    /// <summary>Nobody disposes of it.</summary>
    public static int Forgotten()
    {
        async Coro Main()
        {
            var child = await Subprocess.StartAsync("cat", null, new SubprocessOptions { StandardInput = SubprocessStream.Pipe });
            Say($"{child.Pid}");
        }
        return Coro.RunMain(Main());
    }

    public static int EndsWithAHandlerOfTheSignal()
    {
        async Coro Main()
        {
            var handled = new Future<bool>();
#pragma warning disable CA1416 // it runs on Unix only
            EventLoop.Running.AddSignalHandler(PosixSignal.SIGCHLD, () => handled.SetResult(true));
#pragma warning restore CA1416
            await using var child = await Subprocess.StartShellAsync("exit 7");
            await handled;
            Say("handled");
            Say($"{await child.WaitAsync()}");
        }
        return Coro.RunMain(Main());
    }

    /// <summary>Of those that are disposed of, whether they have ended or not.</summary>
    public static int ClosePipes()
    {
        async Coro Start(bool untilItEnds)
        {
            const SubprocessStream pipe = SubprocessStream.Pipe;
            await using var child = await Subprocess.StartAsync("cat", null, new SubprocessOptions { StandardInput = pipe, StandardOutput = pipe, StandardError = pipe });
            await child.StandardInput!.WriteAsync("x\n");
            await child.StandardOutput!.ReadLineAsync();
            if (untilItEnds) await child.CommunicateAsync();
        }
        async Coro Main()
        {
            await Start(true);
            var before = CountPipes();
            for (var i = 0; i < 20; i++) await Start(i % 2 == 0);
            Say($"{CountPipes() - before} pipes left");
        }
        return Coro.RunMain(Main());
    }

    static int CountPipes() => Directory.Exists("/proc/self/fd")
        ? Directory.EnumerateFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget?.StartsWith("pipe:") == true)
        : 0;
}
