using Belay.Tests.Interop;
using Belay.Tests.Interop.Foreign;
using Belay.Tests.Support;

namespace Belay.Tests.Soak;

/// <summary>
/// A program that never ends, of everything the runtime has: tasks within tasks, groups, sleeps, awaits of every kind, failures and
/// cancellations, as a seed decides. It counts what it begins and what it ends.
/// </summary>
sealed class RandomProgram(int seed)
{
    readonly Random _random = new(seed);
    readonly List<Operation> _pending = [];
    bool _isEnding;

    public long Begun { get; private set; }

    public long Ended { get; private set; }

    /// <summary>How many cancellations were accepted.</summary>
    public long Cancelled { get; private set; }

    /// <summary>
    /// Spawns and cancels until that time, some of each in every second. Then it sees to it that all operations end, those that are yet to
    /// begin as well: a task that swallows the cancellation by the shutdown, or has asked for its token, would wait for them for ever.
    /// </summary>
    public async Coro RunUntil(TimeSpan end, int perSecond)
    {
        while (EventLoop.Running.Time < end)
        {
            for (var i = 0; i < perSecond; i++)
            {
                _ = Coro.CreateTask(Detached(), eager: Chance(3));
                if (Chance(2))
                {
                    CancelSome();
                }
                if (Chance(5))
                {
                    FinishSome();
                }
            }
            await Coro.Sleep(TimeSpan.FromMilliseconds(_random.Next(500, 1500)));
        }
        _isEnding = true;
        while (_pending.Count > 0)
        {
            FinishSome();
        }
    }

    async Coro Detached()
    {
        try
        {
            await Node(4);
        }
        catch (Exception expected) when (expected is Boom or ExceptionGroup)
        {
            await Coro.Yield();
        }
    }

    async Coro Node(int depth)
    {
        Begun++;
        try
        {
            await Step(depth);
        }
        finally
        {
            Ended++;
        }
    }

    async Coro Step(int depth)
    {
        switch (_random.Next(depth > 0 ? 16 : 9))
        {
            case 0:
                await Coro.Sleep(TimeSpan.FromMilliseconds(_random.Next(20_000)));
                break;
            case 1:
                await Loop.Turns(_random.Next(4));
                break;
            case 2:
                await Open().Task;
                break;
            case 3:
                await Open().FromSource().ConfigureAwait(false);
                break;
            case 4:
                await new StructAwaitable(Open());
                break;
            case 5:
                await Task.Yield();
                break;
            case 6:
                await OnToken();
                break;
            case 7:
                await Method();
                break;
            case 8:
                throw new Boom();
            case 9:
                await Swallow(depth - 1);
                break;
            case 10:
                await CleanUp(depth - 1);
                break;
            case 11:
                await Coro.CreateTask(Node(depth - 1), eager: Chance(2));
                break;
            case 12:
                await Node(depth - 1);
                await Node(depth - 1);
                break;
            default:
                await Group(depth - 1);
                break;
        }
    }

    async Coro Group(int depth) => await TaskGroup.Run(async group =>
    {
        for (var i = _random.Next(4); i >= 0; i--)
        {
            _ = group.CreateTask(Node(depth), eager: Chance(4));
        }
        if (Chance(8))
        {
            Coro.CurrentTask.Cancel();
        }
        await Node(depth);
    });

    async Coro Swallow(int depth)
    {
        try
        {
            await Node(depth);
        }
        catch (CancelledException)
        {
            if (Chance(2))
            {
                Coro.CurrentTask.Uncancel();
            }
        }
        await Coro.Sleep(TimeSpan.FromMilliseconds(_random.Next(100)));
    }

    async Coro CleanUp(int depth)
    {
        try
        {
            await Node(depth);
        }
        finally
        {
            await Coro.Sleep(TimeSpan.FromMilliseconds(_random.Next(100)));
            await Coro.Yield();
        }
    }

    async Coro OnToken()
    {
        var token = Coro.Token;
        var operation = new TaskCompletionSource();
        using var timer = new TimerScope(EventLoop.Running.CallLater(TimeSpan.FromSeconds(5), () => operation.TrySetResult()));
        using (token.UnsafeRegister(_ => operation.TrySetCanceled(token), null))
        {
            await operation.Task;
        }
    }

    async Task Method()
    {
        await Coro.Sleep(TimeSpan.FromMilliseconds(_random.Next(1000)));
        await Open().Task;
    }

    Operation Open()
    {
        var operation = new Operation();
        if (_isEnding)
        {
            operation.Finish(7);
        }
        else
        {
            _pending.Add(operation);
        }
        return operation;
    }

    void FinishSome()
    {
        for (var i = Math.Min(_pending.Count, 1 + _random.Next(8)); i > 0; i--)
        {
            var index = _random.Next(_pending.Count);
            _pending[index].Finish(7);
            _pending[index] = _pending[^1];
            _pending.RemoveAt(_pending.Count - 1);
        }
    }

    void CancelSome()
    {
        var tasks = Coro.AllTasks();
        foreach (var task in tasks.Skip(_random.Next(tasks.Count)).Take(2))
        {
            if (task != Coro.CurrentTask && task.Cancel())
            {
                Cancelled++;
            }
        }
    }

    bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    readonly struct TimerScope(TimerHandle timer) : IDisposable
    {
        public void Dispose() => timer.Cancel();
    }
}
