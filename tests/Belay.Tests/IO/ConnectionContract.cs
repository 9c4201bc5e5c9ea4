using System.Net;
using System.Net.Sockets;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

public abstract class ConnectionContract : NetContract
{
    [Fact]
    public void Bytes_WrittenByOne_AreReadByTheOther() => Run(() => WithPair(async (client, server) =>
    {
        await client.WriteAsync("hello\n");
        Assert.Equal("hello", await server.ReadLineAsync());
        await server.WriteAsync("grüß\n".Bytes());
        Assert.Equal("grüß", await client.ReadLineAsync());
    }));

    [Fact]
    public void EndPoints_OfBothEnds_AreEachOthers() => Run(() => WithPair((client, server) =>
    {
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        Assert.Equal(server.LocalEndPoint, client.RemoteEndPoint);
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
        return Coro.CompletedCoro;
    }));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(70_000)]
    public void Echo_OfMessagesOfAnySize_IsWhole(int size) => Run(() => WithPair(async (client, server) =>
    {
        var message = Enumerable.Range(0, size).Select(i => (byte)(i * 7)).ToArray();
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Echo(server));
            for (var i = 0; i < 20; i++)
            {
                await client.WriteAsync(message);
                Assert.Equal(message, await client.ReadExactlyAsync(size));
            }
            client.CompleteWriting();
        });
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
    }));

    [Fact]
    public void Write_OfMoreThanTheOtherReads_WaitsAndLosesNothing() => Run(() => WithPair(async (client, server) =>
    {
        const int Size = 20_000_000;
        var writing = Coro.CreateTask(WriteAll());
        // How much the system takes first is its own affair.
        while (client.Writer.BufferedCount == 0 && !writing.IsDone) await Coro.Yield();
        Assert.False(writing.IsDone);
        Assert.InRange(client.Writer.BufferedCount, 1, 200_000);

        var all = await server.ReadToEndAsync();
        await writing;

        Assert.Equal(Size, all.Length);
        for (var i = 0; i < Size; i += 4001) Assert.Equal((byte)(i % 251), all[i]);

        async Coro WriteAll()
        {
            var piece = new byte[50_000];
            for (var at = 0; at < Size; at += piece.Length)
            {
                for (var i = 0; i < piece.Length; i++) piece[i] = (byte)((at + i) % 251);
                await client.WriteAsync(piece);
            }
            client.CompleteWriting();
        }
    }));

    [Fact]
    public void Write_ByteByByte_ArrivesWhole() => Run(() => WithPair(async (client, server) =>
    {
        await TaskGroup.Run(group =>
        {
            group.CreateTask(Write());
            return Read();
        });

        async Coro Write()
        {
            var one = new byte[1];
            for (var i = 0; i < 5000; i++)
            {
                one[0] = (byte)i;
                await client.WriteAsync(one);
            }
            client.CompleteWriting();
        }

        async Coro Read()
        {
            var one = new byte[1];
            for (var i = 0; i < 5000; i++)
            {
                Assert.Equal(1, await server.ReadAsync(one));
                Assert.Equal((byte)i, one[0]);
            }
            Assert.Equal(0, await server.ReadAsync(one));
        }
    }));

    [Fact]
    public void CompleteWriting_OnOneSide_LeavesTheOtherDirectionOpen() => Run(() => WithPair(async (client, server) =>
    {
        client.Write("question");
        client.CompleteWriting();
        Assert.Equal("question", (await server.ReadToEndAsync()).Text());

        await server.WriteAsync("answer\n");
        Assert.Equal("answer", await client.ReadLineAsync());
        await Expect.Throws<InvalidOperationException>(() => client.WriteAsync("more"));
    }));

    [Fact]
    public void Close_WithSomethingLeft_SendsItFirst() => Run(() => WithPair(async (client, server) =>
    {
        var text = new string('x', 3_000_000);
        client.Write(text);
        var closing = Coro.CreateTask(client.CloseAsync());

        Assert.Equal(text, (await server.ReadToEndAsync()).Text());
        await closing;
        Assert.True(client.IsClosing);
        await client.CloseAsync();
    }));

    [Fact]
    public void Close_CalledTwice_BothWaitForTheEnd() => Run(() => WithPair(async (client, server) =>
    {
        client.Write(new string('x', 20_000_000));
        var first = Coro.CreateTask(client.CloseAsync());
        var second = Coro.CreateTask(client.CloseAsync());
        await Loop.Turns(3);
        Assert.False(second.IsDone);

        await server.ReadToEndAsync();
        await first;
        await second;
    }));

    [Fact]
    public void Close_Cancelled_AbortsTheConnection() => Run(() => WithPair(async (client, server) =>
    {
        client.Write(new string('x', 20_000_000));
        var closing = Coro.CreateTask(client.CloseAsync());
        await Loop.Turns(3);
        closing.Cancel();
        await Expect.Throws<CancelledException>(closing);

        Assert.IsType<SocketException>((await Expect.Throws<IOException>(() => server.ReadToEndAsync())).InnerException);
    }));

    [Fact]
    public void Read_WhenThisSideCloses_SeesTheEnd() => Run(() => WithPair(async (client, server) =>
    {
        var reading = Coro.CreateTask(client.ReadLineAsync());
        await Coro.Yield();
        await client.CloseAsync();

        Assert.Null(await reading);
        Assert.True(client.IsAtEnd);
    }));

    [Fact]
    public void Write_AfterClose_IsDroppedAndTheWaitFails() => Run(() => WithPair(async (client, server) =>
    {
        await client.CloseAsync();

        client.Write("late");
        await Expect.Throws<IOException>(() => client.DrainAsync());
        await Expect.Throws<IOException>(() => client.WriteAsync("late"));
        Assert.Equal(0, await server.ReadAsync(new byte[1]));
    }));

    [Fact]
    public void Abort_WithAReaderOnTheOtherSide_IsAReset() => Run(() => WithPair(async (client, server) =>
    {
        var reading = Coro.CreateTask(server.ReadLineAsync());
        await Coro.Yield();
        client.Abort();
        client.Abort();

        var failure = await Expect.Throws<IOException>(reading);

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Contains("reset by the other side", failure.Message);
        await Expect.Throws<IOException>(() => server.ReadLineAsync());
    }));

    [Fact]
    public void Write_AfterAReset_Fails() => Run(() => WithPair(async (client, server) =>
    {
        client.Abort();
        await Expect.Throws<IOException>(() => WriteForever(server));
        await Expect.Throws<IOException>(() => server.DrainAsync());
    }));

    [Fact]
    public void Write_WaitingWhenTheOtherSideResets_Fails() => Run(() => WithPair(async (client, server) =>
    {
        var writing = Coro.CreateTask(WriteForever(server));
        while (server.Writer.BufferedCount == 0) await Coro.Yield();
        client.Abort();

        await Expect.Throws<IOException>(writing);
    }));

    [Fact]
    public void Read_Cancelled_LeavesTheStreamWhole() => Run(() => WithPair(async (client, server) =>
    {
        for (var i = 0; i < 200; i++)
        {
            var reading = Coro.CreateTask(server.ReadExactlyAsync(8));
            await client.WriteAsync($"{i:0000}");
            await Loop.Turns(i % 5);
            reading.Cancel();
            await Expect.Throws<CancelledException>(reading);
            await client.WriteAsync("abcd");
            Assert.Equal($"{i:0000}abcd", (await server.ReadExactlyAsync(8)).Text());
        }
    }));

    [Fact]
    public void Read_ByTwoTasks_IsAMistake() => Run(() => WithPair(async (client, server) =>
    {
        var first = Coro.CreateTask(server.ReadLineAsync());
        await Coro.Yield();
        await Expect.Throws<InvalidOperationException>(() => server.ReadAsync(new byte[1]));
        await client.WriteAsync("line\n");
        Assert.Equal("line", await first);
    }));

    [Fact]
    public void Writes_ByManyTasks_StayWhole() => Run(() => WithPair(async (client, server) =>
    {
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 10; i++) group.CreateTask(Write((char)('a' + i)));
            for (var i = 0; i < 200; i++)
            {
                var line = await server.ReadLineAsync();
                Assert.Equal(new string(line![0], 30_000), line);
            }
        });

        async Coro Write(char letter)
        {
            var line = $"{new string(letter, 30_000)}\n".Bytes();
            for (var i = 0; i < 20; i++) await client.WriteAsync(line);
        }
    }));

    [Fact]
    public void AsStream_ForALibrary_ReadsAndWrites() => Run(() => WithPair(async (client, server) =>
    {
        var stream = server.AsStream();
        var library = new StreamReader(stream);
        await client.WriteAsync("one\ntwo\nthree");
        Assert.Equal("one", await library.ReadLineAsync());
        Assert.Equal("two", await library.ReadLineAsync());
        await using (var writer = new StreamWriter(stream, leaveOpen: true)) await writer.WriteAsync("answer\n");
        Assert.Equal("answer", await client.ReadLineAsync());
        Assert.Throws<NotSupportedException>(() => stream.ReadByte());

        await stream.DisposeAsync();
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
        Assert.True(server.IsClosing);
    }));

    [Fact]
    public void AsStream_OnOtherThreads_WorksAndCanBeCancelled() => Run(() => WithPair(async (client, server) =>
    {
        var stream = server.AsStream();
        using var cancel = new CancellationTokenSource();
        var buffer = new byte[10];
        var reading = Task.Run(() => stream.ReadAsync(buffer, cancel.Token).AsTask());
        while (!server.Reader.Waiters.IsClaimed) await Coro.Yield();
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        await client.WriteAsync("after");
        Assert.Equal(5, await Task.Run(() => stream.ReadAsync(buffer).AsTask()));
        await Task.Run(stream.Dispose);
        Assert.Equal(0, await client.ReadAsync(buffer));
    }));

    [Fact]
    public void Open_WhereNobodyListens_SaysWhereAndWhy() => Run(async () =>
    {
        var server = await Server.StartAsync(_ => Coro.CompletedCoro, "127.0.0.1", 0);
        await server.CloseAsync();

        var failure = await Expect.Throws<IOException>(() => Connection.OpenAsync("127.0.0.1", server.Port));

        Assert.StartsWith($"127.0.0.1:{server.Port} could not be reached. 127.0.0.1:{server.Port}: ", failure.Message);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    });

    [Fact]
    public void Open_OfANameThatDoesNotExist_NamesIt() => Run(async () =>
    {
        var failure = await Expect.Throws<IOException>(() => Connection.OpenAsync("no.such.host.invalid", 80));

        Assert.StartsWith("no.such.host.invalid:80: the name no.such.host.invalid has no address", failure.Message);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void Open_WithAPortThatIsNone_IsAMistake(int port) => Run(async () =>
        await Expect.Throws<ArgumentOutOfRangeException>(() => Connection.OpenAsync("127.0.0.1", port)));

    static async Coro WriteForever(Connection connection)
    {
        while (true) await connection.WriteAsync(new byte[10_000]);
    }
}

public sealed class ConnectionOnThreadTests : ConnectionContract
{
#if !DEBUG // an await that has to wait boxes its awaiter in code that is not optimized
    [Fact]
    public void Echo_InSteadyState_AllocatesNothing() => Run(() => WithPair(async (client, server) =>
    {
        var message = new byte[100];
        var answer = new byte[100];
        var echo = Coro.CreateTask(Echo(server));

        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count / 10; i++)
            {
                await client.WriteAsync(message);
                await client.ReadExactlyAsync(answer);
            }
        }));

        echo.Cancel();
        await Coro.Wait([echo]);
    }));
#endif

    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnThread(main);
}

public sealed class ConnectionOnPoolTests : ConnectionContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnPool(main);
}
