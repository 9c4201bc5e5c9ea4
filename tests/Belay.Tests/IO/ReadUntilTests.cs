using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class ReadUntilTests
{
    [Fact]
    public void ReadUntil_WithASeparatorInOnePiece_ReturnsItToo() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("lineAAA", "lineBB");

        Assert.Equal("lineAAA", (await reader.ReadUntilAsync("AAA"u8)).Text());
        transport.Feed("B");
        Assert.Equal("lineBBB", (await reader.ReadUntilAsync("BBB"u8)).Text());
    });

    [Fact]
    public void ReadUntil_WithTheSeparatorCutAtEachPlace_FindsIt() => Loop.Run(async () =>
    {
        const string Text = "some dataSEPA and rest SEPARATOR";
        for (var cut = 1; cut < Text.Length; cut++)
        {
            var (transport, reader) = Streams.Reader();
            transport.Feed(Text[..cut]);
            EventLoop.Running.CallSoon(() => transport.Feed(Text[cut..] + "next"));

            Assert.Equal(Text, (await reader.ReadUntilAsync("SEPARATOR"u8)).Text());
            Assert.Equal("next", await reader.ReadTextAsync(10));
        }
    });

    [Fact]
    public void ReadUntil_ByteByByte_FindsIt() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed([.. "QWERTYaaXaa1aaA".Select(letter => $"{letter}")]);

        Assert.Equal("QWERTYaa", (await reader.ReadUntilAsync("aa"u8)).Text());
        Assert.Equal("Xaa", (await reader.ReadUntilAsync("aa"u8)).Text());
        Assert.Equal("1aaA", (await reader.ReadUntilAsync("aaA"u8)).Text());
    });

    [Fact]
    public void ReadUntil_AtTheEnd_SaysWhatCame() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("some dataAA");
        transport.FeedEnd();

        var failure = await Expect.Throws<IncompleteReadException>(() => reader.ReadUntilAsync("AAA"u8));

        Assert.Equal(("some dataAA", null), (failure.Partial.Text(), failure.Expected));
        Assert.True(reader.IsAtEnd);
    });

    [Fact]
    public void ReadUntil_WithTheSeparatorBeyondTheLimit_LeavesEverything() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("some dataAA");

        var failure = await Expect.Throws<LimitOverrunException>(() => reader.ReadUntilAsync("AAA"u8));
        Assert.Contains("No separator", failure.Message);
        Assert.Equal("some dataAA".Length - 2, failure.Consumed);

        transport.Feed("A");
        failure = await Expect.Throws<LimitOverrunException>(() => reader.ReadUntilAsync("AAA"u8));
        Assert.Equal(failure.Message.Contains("was found") ? 9 : 10, failure.Consumed);
        Assert.Equal("some dataAAA", (await reader.ReadExactlyAsync(12)).Text());
    });

    [Fact]
    public void ReadUntil_WithTheSeparatorFoundBeyondTheLimit_LeavesEverything() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("some dataAA and more");

        var failure = await Expect.Throws<LimitOverrunException>(() => reader.ReadUntilAsync("AA"u8));

        Assert.Contains("was found", failure.Message);
        Assert.Equal(9, failure.Consumed);
        Assert.Equal("some dataAA and more", await reader.ReadTextAsync(30));
    });

    [Fact]
    public void ReadUntil_OfExactlyTheLimit_Returns() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("abc\n");

        Assert.Equal("abc\n", (await reader.ReadUntilAsync("\n"u8)).Text());
    });

    [Fact]
    public void ReadUntil_WithSeveralSeparators_StopsAtTheFirst() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        byte[][] separators = [.. new[] { "A", "long sep" }.Select(text => text.Bytes())];
        transport.Feed("lineAlong sep", "rest A");

        Assert.Equal("lineA", (await reader.ReadUntilAsync(separators)).Text());
        Assert.Equal("long sep", (await reader.ReadUntilAsync(separators)).Text());
        Assert.Equal("rest A", (await reader.ReadUntilAsync(separators)).Text());
    });

    [Fact]
    public void ReadUntil_WithSeparatorsThatOverlap_ReturnsTheShortestPiece() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader(limit: 3);
        transport.Feed("ab\r\nrest");

        Assert.Equal("ab\r\n", (await reader.ReadUntilAsync(["\r\n".Bytes(), "\n".Bytes(), "b\r\nre".Bytes()])).Text());
    });

    [Fact]
    public void ReadUntil_WithALongSeparatorAndLittleThere_Waits() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        transport.Feed("z");
        EventLoop.Running.CallSoon(() => transport.Feed("bbb"));

        Assert.Equal("zb", (await reader.ReadUntilAsync(["longer than what is there".Bytes(), "b".Bytes()])).Text());
    });

    [Fact]
    public void ReadUntil_WithoutASeparator_IsAMistake() => Loop.Run(async () =>
    {
        var (_, reader) = Streams.Reader();

        await Expect.Throws<ArgumentException>(() => reader.ReadUntilAsync(ReadOnlySpan<byte>.Empty));
        await Expect.Throws<ArgumentException>(() => reader.ReadUntilAsync((IReadOnlyList<byte[]>)[]));
        await Expect.Throws<ArgumentException>(() => reader.ReadUntilAsync(["a".Bytes(), []]));
    });

    [Fact]
    public void ReadUntil_Cancelled_LeavesWhatCame() => Loop.Run(async () =>
    {
        var (transport, reader) = Streams.Reader();
        var reading = Coro.CreateTask(reader.ReadUntilAsync("\n"u8));
        transport.Feed("half a ");
        await Loop.Turns(2);
        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);
        transport.Feed("line\n");

        Assert.Equal("half a line\n", (await reader.ReadUntilAsync("\n"u8)).Text());
    });
}
