using System.Runtime.InteropServices;
using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>Signals that are iterated over.</summary>
static class SignalWatches
{
    public static int KeepsWhatComesMeanwhile()
    {
        async Coro Main()
        {
            await using var signals = Signals.Watch(PosixSignal.SIGHUP, Signals.User1, Signals.User2).GetAsyncEnumerator();
            AskForSignal();
            await signals.MoveNextAsync();
            Say($"{(int)signals.Current}");
            using var arrived = new CountdownEvent(2);
            using var first = PosixSignalRegistration.Create(Signals.User1, _ => arrived.Signal());
            using var second = PosixSignalRegistration.Create(Signals.User2, _ => arrived.Signal());
            AskForSignal();
            AskForSignal();
            arrived.Wait();     // the loop stands still while they come
            var kept = new List<int>();
            for (var i = 0; i < 2; i++)
            {
                await signals.MoveNextAsync();
                kept.Add((int)signals.Current);
            }
            Say(string.Join(", ", kept.Order()));
        }
        return Coro.RunMain(Main());
    }

    /// <summary>The last signal is the run's own again.</summary>
    public static int Left()
    {
        async Coro Main()
        {
            EventLoop.Running.CallSoon(AskForSignal);
            await foreach (var signal in Signals.Watch(PosixSignal.SIGTERM))
            {
                Say($"{signal}, {Coro.CurrentTask.Cancelling} requests");
                break;
            }
            await CleanUpAfterSignal();
        }
        return Coro.RunMain(Main());
    }

    public static int Cancelled()
    {
        async Coro Watch()
        {
            try
            {
                await foreach (var _ in Signals.Watch(PosixSignal.SIGINT)) Say("not reached");
            }
            finally
            {
                Say("watch ended");
            }
        }
        async Coro Main()
        {
            var watch = Coro.CreateTask(Watch());
            await Coro.Yield();
            watch.Cancel();
            await Coro.Wait([watch]);
            await CleanUpAfterSignal();
        }
        return Coro.RunMain(Main());
    }

    public static int CancelledByToken()
    {
        async Coro Main()
        {
            using var source = new CancellationTokenSource();
            EventLoop.Running.CallSoon(source.Cancel);
            try
            {
                await foreach (var _ in Signals.Watch(PosixSignal.SIGINT).WithCancellation(source.Token)) Say("not reached");
            }
            catch (OperationCanceledException cancelled)
            {
                Say($"its token: {cancelled.CancellationToken == source.Token}");
            }
            await CleanUpAfterSignal();
        }
        return Coro.RunMain(Main());
    }

    public static int BesideOthers()
    {
        async Coro Watch(string name)
        {
            await foreach (var signal in Signals.Watch(PosixSignal.SIGHUP))
            {
                Say($"{name}: {signal}");
                return;
            }
        }
        async Coro Main()
        {
            var handled = new Future<bool>();
            EventLoop.Running.AddSignalHandler(PosixSignal.SIGHUP, () =>
            {
                Say("handler");
                handled.SetResult(true);
            });
            var first = Coro.CreateTask(Watch("first"));
            var second = Coro.CreateTask(Watch("second"));
            await Coro.Yield();
            AskForSignal();
            await Coro.Gather(first, second, handled);
        }
        return Coro.RunMain(Main());
    }
}
