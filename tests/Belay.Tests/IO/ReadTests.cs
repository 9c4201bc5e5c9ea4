using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class ReadTests
{
    [Fact]
    public void Read_IntoNoBuffer_ReturnsZeroAndTakesNothing() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("line\n");

        Assert.Equal(0, await reader.ReadAsync(Memory<byte>.Empty));
        Assert.Equal("line\n", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void Read_WithNothingThere_WaitsForSome() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        EventLoop.Running.CallSoon(() => transport.Feed("line\n"));

        Assert.Equal("line\n", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void Read_OfMoreThanThereIs_ReturnsWhatThereIs() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("line1\n", "line2\n");

        Assert.Equal("line1", await reader.ReadTextAsync(5));
        Assert.Equal("\n", await reader.ReadTextAsync(5));
        Assert.Equal("line2", await reader.ReadTextAsync(5));
    });

    [Fact]
    public void Read_WhenDataIsThere_DoesNotGiveUpTheTurn() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("abc");
        using var turns = new TurnCounter();

        await reader.ReadTextAsync(3);

        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Read_AtTheEnd_ReturnsZeroEachTime() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        EventLoop.Running.CallSoon(transport.FeedEnd);

        Assert.Equal("", await reader.ReadTextAsync(1024));
        Assert.Equal("", await reader.ReadTextAsync(1024));
        Assert.True(reader.IsAtEnd);
    });

    [Fact]
    public void IsAtEnd_WithBytesLeft_IsFalse() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        Assert.False(reader.IsAtEnd);
        transport.Feed("some data\n", "rest");
        transport.FeedEnd();

        await reader.ReadLineAsync();
        Assert.False(reader.IsAtEnd);
        Assert.Equal("rest", (await reader.ReadToEndAsync()).Text());
        Assert.True(reader.IsAtEnd);
    });

    [Fact]
    public void ReadToEnd_WithPiecesComing_ReturnsAllOfThem() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        EventLoop.Running.CallSoon(() =>
        {
            transport.Feed("chunk1\n");
            EventLoop.Running.CallSoon(() =>
            {
                transport.Feed("chunk2 is longer than the limit");
                transport.FeedEnd();
            });
        });

        Assert.Equal("chunk1\nchunk2 is longer than the limit", (await reader.ReadToEndAsync()).Text());
    });

    [Fact]
    public void ReadExactly_OfNothing_ReturnsAtOnce() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("line\n");

        Assert.Empty(await reader.ReadExactlyAsync(0));
        await reader.ReadExactlyAsync(Memory<byte>.Empty);
        await Expect.Throws<ArgumentOutOfRangeException>(() => reader.ReadExactlyAsync(-1));
        Assert.Equal("line\n", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void ReadExactly_AcrossPieces_LeavesTheRest() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 2);
        EventLoop.Running.CallSoon(() => transport.Feed("chunk1", "chunk2", "chunk3"));

        Assert.Equal("chunk1chunk2ch", (await reader.ReadExactlyAsync(14)).Text());
        Assert.Equal("unk3", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void ReadExactly_AtTheEnd_SaysWhatCame() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        EventLoop.Running.CallSoon(() =>
        {
            transport.Feed("some ", "data");
            transport.FeedEnd();
        });

        var failure = await Expect.Throws<IncompleteReadException>(() => reader.ReadExactlyAsync(12));

        Assert.Equal(("some data", 12), (failure.Partial.Text(), failure.Expected));
        Assert.Equal("9 bytes were read, of 12 expected, when the stream ended.", failure.Message);
        Assert.True(reader.IsAtEnd);
    });

    [Fact]
    public void ReadExactly_Cancelled_LeavesWhatCameInTheStream() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var reading = Coro.CreateTask(reader.ReadExactlyAsync(10));
        transport.Feed("abc");
        await Loop.Turns(2);
        transport.Feed("def");
        await Loop.Turns(2);

        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);

        transport.Feed("ghij");
        Assert.Equal("abcdefghij", (await reader.ReadExactlyAsync(10)).Text());
    });

    [Fact]
    public void Read_Cancelled_LeavesWhatComesForTheNext() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var reading = Coro.CreateTask(reader.ReadTextAsync(10));
        await Coro.Yield();
        reading.Cancel();
        transport.Feed("abc");
        await Expect.Throws<CancelledException>(reading);

        Assert.Equal("abc", await reader.ReadTextAsync(10));
    });

    [Fact]
    public void Read_CancelledAfterTheDataHasCome_LeavesItForTheNext() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var reading = Coro.CreateTask(reader.ReadTextAsync(10));
        await Coro.Yield();
        transport.Feed("abc");
        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);

        Assert.Equal("abc", await reader.ReadTextAsync(10));
    });

    [Fact]
    public void Read_NeverAwaited_TakesNothing() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("abc");
        var reading = Coro.CreateTask(reader.ReadTextAsync(10));
        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);

        Assert.Equal("abc", await reader.ReadTextAsync(10));
    });

    [Fact]
    public void Read_WhileAnotherWaits_IsAMistakeThatTheFirstSurvives() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var first = Coro.CreateTask(reader.ReadTextAsync(10));
        await Coro.Yield();

        var failure = await Expect.Throws<InvalidOperationException>(() => reader.ReadLineAsync());
        transport.Feed("abc");

        Assert.Contains("while another waits", failure.Message);
        Assert.Equal("abc", await first);
    });

    [Fact]
    public void Read_WhenTheOtherSideIsGone_FailsEachTime() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("rest");
        transport.Fail("gone");

        Assert.Equal("rest", await reader.ReadTextAsync(30));
        Assert.Equal("gone", (await Expect.Throws<IOException>(() => reader.ReadTextAsync(30))).Message);
        Assert.Equal("gone", (await Expect.Throws<IOException>(() => reader.ReadToEndAsync())).Message);
        Assert.False(reader.IsAtEnd);
    });

    [Fact]
    public void Read_WaitingWhenTheOtherSideGoes_Fails() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        EventLoop.Running.CallSoon(() => transport.Fail("gone"));

        Assert.Equal("gone", (await Expect.Throws<IOException>(() => reader.ReadLineAsync())).Message);
    });

    [Fact]
    public void ReadExactly_WhenTheOtherSideGoes_KeepsWhatCame() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("abc");
        transport.Fail("gone");

        await Expect.Throws<IOException>(() => reader.ReadExactlyAsync(10));

        Assert.Equal("abc", await reader.ReadTextAsync(10));
    });

    [Fact]
    public void Read_Swept_LosesNoByte()
    {
        CancellationSweep.Run(async sweep =>
        {
            var (transport, reader) = Streams.Reader();
            var taken = new List<string>();
            var victim = sweep.Start(ReadAll());
            for (var i = 0; i < 10; i++)
            {
                transport.Feed($"{i}a", $"{i}b\n");
                await Coro.Yield();
            }
            transport.FeedEnd();
            await sweep.IsVictimCancelled();
            taken.Add((await reader.ReadToEndAsync()).Text());

            Assert.Equal(string.Concat(Enumerable.Range(0, 10).Select(i => $"{i}a{i}b\n")), string.Concat(taken));

            async Coro ReadAll()
            {
                while (!reader.IsAtEnd)
                {
                    taken.Add((await reader.ReadExactlyAsync(3)).Text());
                    taken.Add((await reader.ReadUntilAsync("\n"u8)).Text());
                    if (taken.Count == 8) return;
                }
            }
        });
    }

    [Fact]
    public void Read_OfWhatNeverRunsOut_LeavesTurnsToOthers() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        using var turns = new TurnCounter();
        for (var i = 0; i < 200; i++)
        {
            transport.Feed("x");
            await reader.ReadTextAsync(1);
        }

        Assert.InRange(turns.Count, 20, 60);
    });

#if !DEBUG // an await that has to wait boxes its awaiter in code that is not optimized
    [Fact]
    public void Read_InSteadyState_AllocatesNothing() => Loop.Run(async () =>
    {
        var source = new EndlessTransport();
        var endless = new ByteReader(source, ByteReader.DefaultLimit);
        var buffer = new byte[16];
        source.Line = "a line\n"u8.ToArray();

        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await endless.ReadAsync(buffer);
                await endless.ReadExactlyAsync(buffer);
                await endless.ReadLineBytesAsync();
            }
        }));
    });
#endif

    /// <summary>Has always one more line, every other time only after a wait.</summary>
    sealed class EndlessTransport() : Transport(EventLoop.Running), IReady
    {
        bool _isThere;

        public byte[] Line { get; set; } = [];

        internal override int TryReceive(Span<byte> buffer)
        {
            if (!_isThere) return -1;
            _isThere = false;
            var count = Math.Min(Line.Length, buffer.Length);
            Line.AsSpan(0, count).CopyTo(buffer);
            return count;
        }

        internal override bool RequestInput()
        {
            Loop.Enqueue(this);
            return false;
        }

        void IReady.Run()
        {
            _isThere = true;
            Reader!.OnInput();
        }

        internal override int TrySend(ReadOnlySpan<byte> data) => 0;
        internal override bool BeginSend(ReadOnlyMemory<byte> data) => false;
        internal override void EndOutput() { }
        internal override void Close(bool abort) { }
    }
}
