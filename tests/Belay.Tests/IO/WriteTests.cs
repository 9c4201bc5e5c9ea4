using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class WriteTests
{
    static (FakeTransport Transport, ByteWriter Writer) Make(int high = 10, int low = 4)
    {
        var transport = new FakeTransport();
        return (transport, new ByteWriter(transport, high, low));
    }

    [Fact]
    public void WriteAsync_WithRoom_SendsAtOnceWithoutATurn() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        using var turns = new TurnCounter();

        await writer.WriteAsync("hello".Bytes());
        await writer.WriteAsync(" wörld");

        Assert.Equal((0, "hello wörld", 0), (turns.Count, transport.Sent, writer.BufferedCount));
    });

    [Fact]
    public void Write_ManySmallPiecesInATurn_AreSentTogetherInTheNext() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        foreach (var letter in "hello") writer.Write($"{letter}");
        Assert.Equal(("", 5), (transport.Sent, writer.BufferedCount));

        await Coro.Yield();

        Assert.Equal(("hello", 1), (transport.Sent, transport.Sends));
    });

    [Fact]
    public void Drain_AfterWrites_SendsThemNow() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        writer.Write("hello"u8);

        await writer.DrainAsync();

        Assert.Equal("hello", transport.Sent);
    });

    [Fact]
    public void WriteAsync_UpToTheHighWaterMark_DoesNotWait() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 10);
        transport.Room = 0;

        await writer.WriteAsync("0123456789");

        Assert.Equal(10, writer.BufferedCount);
    });

    [Fact]
    public void WriteAsync_AboveTheHighWaterMark_WaitsForTheLowOne() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 10, low: 4);
        transport.Room = 3;
        var writing = Coro.CreateTask(writer.WriteAsync("abc0123456789X"));
        await Loop.Turns(2);
        Assert.Equal((false, 11), (writing.IsDone, writer.BufferedCount));

        writer.Write("more"u8);
        transport.Accept(11);
        await Loop.Turns(2);

        Assert.True(writing.IsDone);
        await writing;
    });

    [Fact]
    public void Drain_ByMany_AllGoOn() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 0);
        transport.Room = 0;
        writer.Write("abc"u8);
        var draining = Enumerable.Range(0, 3).Select(_ => Coro.CreateTask(writer.DrainAsync())).ToList();
        await Loop.Turns(2);
        Assert.DoesNotContain(draining, task => task.IsDone);

        transport.Accept(3);
        await Coro.Wait(draining);

        Assert.All(draining, task => Assert.Null(task.Exception));
    });

    [Fact]
    public void WriteAsync_CancelledWhileItWaits_StillSendsEverything() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 0);
        transport.Room = 2;
        var writing = Coro.CreateTask(writer.WriteAsync("hello"));
        await Loop.Turns(2);
        writing.Cancel();
        await Expect.Throws<CancelledException>(writing);

        transport.Accept(3);

        Assert.Equal("hello", transport.Sent);
    });

    [Fact]
    public void WriteAsync_CancelledBeforeItBegins_SendsNothing() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        var writing = Coro.CreateTask(writer.WriteAsync("hello"));
        writing.Cancel();
        await Expect.Throws<CancelledException>(writing);

        Assert.Equal("", transport.Sent);
    });

    [Fact]
    public void Flush_WithALotLeft_WaitsForAllOfIt() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        transport.Room = 0;
        writer.Write("hello"u8);
        var flushing = Coro.CreateTask(writer.FlushAsync());
        await Loop.Turns(2);
        transport.Accept(4);
        await Loop.Turns(2);
        Assert.False(flushing.IsDone);

        transport.Accept(1);
        await flushing;

        Assert.Equal("hello", transport.Sent);
    });

    [Fact]
    public void Wait_WhenSendingFails_FailsAndTheRestIsDropped() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 0);
        transport.Room = 0;
        var first = Coro.CreateTask(writer.WriteAsync("hello"));
        var second = Coro.CreateTask(writer.WriteAsync("world"));
        await Loop.Turns(2);

        transport.FailSending("gone");

        Assert.Equal("gone", (await Expect.Throws<IOException>(first)).Message);
        Assert.Equal("gone", (await Expect.Throws<IOException>(second)).Message);
        writer.Write("more"u8);
        Assert.Equal(0, writer.BufferedCount);
        Assert.Equal("gone", (await Expect.Throws<IOException>(() => writer.DrainAsync())).Message);
    });

    [Fact]
    public void Complete_WithSomethingLeft_EndsTheOutputAfterIt() => Loop.Run(async () =>
    {
        var (transport, writer) = Make();
        transport.Room = 0;
        writer.Write("hello"u8);
        writer.Complete();
        Assert.False(transport.HasEndedOutput);

        transport.Accept(5);

        Assert.True(transport.HasEndedOutput);
        await writer.FlushAsync();
    });

    [Fact]
    public void Write_AfterComplete_IsAMistake() => Loop.Run(async () =>
    {
        var (_, writer) = Make();
        writer.Complete();
        writer.Complete();

        Assert.Throws<InvalidOperationException>(() => writer.Write("late"u8));
        await Expect.Throws<InvalidOperationException>(() => writer.WriteAsync("late"));
    });

    [Fact]
    public void Write_OfALot_IsSentInOrder() => Loop.Run(async () =>
    {
        var (transport, writer) = Make(high: 1 << 20);
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},"));
        transport.Room = 100_000;
        for (var at = 0; at < text.Length; at += 1000) writer.Write(text[at..Math.Min(at + 1000, text.Length)]);
        await writer.DrainAsync();
        writer.Write("end"u8);
        while (transport.Pending > 0) transport.Accept(transport.Pending);

        Assert.Equal(text + "end", transport.Sent);
    });

    [Fact]
    public void WriteAsync_ToWhoTakesEverything_LeavesTurnsToOthers() => Loop.Run(async () =>
    {
        var (_, writer) = Make();
        using var turns = new TurnCounter();
        for (var i = 0; i < 200; i++) await writer.WriteAsync("x");

        Assert.InRange(turns.Count, 20, 60);
    });

#if !DEBUG // an await that has to wait boxes its awaiter in code that is not optimized
    [Fact]
    public void WriteAsync_InSteadyState_AllocatesNothing() => Loop.Run(async () =>
    {
        var writer = new ByteWriter(new Sink(), 0, 0);
        var data = new byte[64];

        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await writer.WriteAsync(data);
                await writer.WriteAsync("text");
                writer.Write(data);
                await writer.DrainAsync();
            }
        }));
    });
#endif

    /// <summary>Takes all in the next turn.</summary>
    sealed class Sink() : Transport(EventLoop.Running), IReady
    {
        int _count;

        internal override int TrySend(ReadOnlySpan<byte> data) => 0;

        internal override bool BeginSend(ReadOnlyMemory<byte> data)
        {
            _count = data.Length;
            Loop.Enqueue(this);
            return false;
        }

        void IReady.Run() => Writer!.OnSent(_count, null);

        internal override int TryReceive(Span<byte> buffer) => -1;
        internal override bool RequestInput() => false;
        internal override void EndOutput() { }
        internal override void Close(bool abort) { }
    }
}
