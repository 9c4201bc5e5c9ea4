using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class ReadLineTests
{
    [Fact]
    public void ReadLine_AcrossPieces_ReturnsTheLineWithoutItsEnd() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("chunk1 ");
        EventLoop.Running.CallSoon(() => transport.Feed("chunk2 ", "chunk3 ", "\n chunk4"));

        Assert.Equal("chunk1 chunk2 chunk3 ", await reader.ReadLineAsync());
        Assert.Equal(" chunk4", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void ReadLine_WithCarriageReturns_TakesOnlyTheLastAway() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("one\r\n", "two\r", "\n", "\r\r\n", "\n", "a\rb\n");

        Assert.Equal(["one", "two", "\r", "", "a\rb"], await ReadAsync(5));

        async Coro<List<string?>> ReadAsync(int count)
        {
            var lines = new List<string?>();
            while (lines.Count < count) lines.Add(await reader.ReadLineAsync());
            return lines;
        }
    });

    [Fact]
    public void ReadLine_AtTheEnd_ReturnsTheRestThenNull() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("some data");
        transport.FeedEnd();

        Assert.Equal("some data", await reader.ReadLineAsync());
        Assert.Null(await reader.ReadLineAsync());
        Assert.Null(await reader.ReadLineBytesAsync());
    });

    [Fact]
    public void ReadLine_OfWhatIsNoUtf8_ReplacesIt() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("grüß\n");
        Assert.Equal("grüß", await reader.ReadLineAsync());

        var other = new FakeTransport();
        reader = new ByteReader(other, 100);
        other.FeedBytes([0xff, (byte)'a', (byte)'\n']);
        Assert.Equal("\ufffda", await reader.ReadLineAsync());
    });

    [Fact]
    public void ReadLine_LongerThanTheLimitWithItsEndThere_IsDropped() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("li", "ne1\nli", "ne2\n", "ok\n");

        await Expect.Throws<LimitOverrunException>(() => reader.ReadLineAsync());
        await Expect.Throws<LimitOverrunException>(() => reader.ReadLineAsync());
        Assert.Equal("ok", await reader.ReadLineAsync());
    });

    [Fact]
    public void ReadLine_LongerThanTheLimitWithoutItsEnd_DropsWhatCame() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 7);
        EventLoop.Running.CallSoon(() =>
        {
            transport.Feed("chunk1", "chunk2");
            EventLoop.Running.CallSoon(() => transport.Feed("chunk3\n", "ok\n"));
        });

        await Expect.Throws<LimitOverrunException>(() => reader.ReadLineAsync());
        Assert.Equal("chunk3", await reader.ReadLineAsync());
        Assert.Equal("ok", await reader.ReadLineAsync());
    });

    [Fact]
    public void ReadLine_OfExactlyTheLimit_Returns() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("abc\nabcd\n");

        Assert.Equal("abc", await reader.ReadLineAsync());
        await Expect.Throws<LimitOverrunException>(() => reader.ReadLineAsync());
    });

    [Fact]
    public void ReadLine_BesideOtherReads_TakesOnlyItsLine() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("line1\nline2\nline3\n");

        Assert.Equal("line1", await reader.ReadLineAsync());
        Assert.Equal("line2\nl", await reader.ReadTextAsync(7));
        Assert.Equal("ine3\n", await reader.ReadTextAsync(7));
    });

    [Fact]
    public void ReadLineBytes_UntilTheNextRead_CanBeLookedAt() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("first\r\nsecond\n");

        var first = await reader.ReadLineBytesAsync();
        Assert.Equal("first", first!.Value.ToArray().Text());
        Assert.Equal("second", (await reader.ReadLineBytesAsync())!.Value.ToArray().Text());
    });

    [Fact]
    public void ReadLines_ToTheEnd_GivesEach() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        EventLoop.Running.CallSoon(() =>
        {
            transport.Feed("one\ntw");
            EventLoop.Running.CallSoon(() =>
            {
                transport.Feed("o\n", "three");
                transport.FeedEnd();
            });
        });
        var lines = new List<string>();

        await foreach (var line in reader.ReadLinesAsync()) lines.Add(line);

        Assert.Equal(["one", "two", "three"], lines);
    });

    [Fact]
    public void ReadLines_LeftEarly_LosesNoLine() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("one\ntwo\nthree\n");

        await foreach (var line in reader.ReadLinesAsync())
            if (line == "one") break;

        Assert.Equal("two", await reader.ReadLineAsync());
    });

    [Fact]
    public void ReadLines_Cancelled_ThrowsThereAndLosesNoLine() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var lines = new List<string>();
        var reading = Coro.CreateTask(ReadAsync());
        transport.Feed("one\nhalf");
        await Loop.Turns(3);
        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);
        transport.Feed(" two\n");

        Assert.Equal(["one"], lines);
        Assert.Equal("half two", await reader.ReadLineAsync());

        async Coro ReadAsync()
        {
            await foreach (var line in reader.ReadLinesAsync()) lines.Add(line);
        }
    });
}
