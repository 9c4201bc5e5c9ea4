using Belay.Pickling.Tests.Support;
using Belay.Tests.Support;

namespace Belay.Pickling.Tests.Reading;

public class StreamTests
{
    static readonly List<object?> _value = [1L, "text", new PyTuple(1L, 2L), new string('x', 100_000), 1.5];

    public static TheoryData<int> Protocols => [2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Load_SeveralInOneStream_ReadsOneEach(int protocol)
    {
        var stream = new MemoryStream();
        Pickle.Dump(_value, stream, new() { Protocol = protocol });
        Pickle.Dump("second", stream, new() { Protocol = protocol });
        stream.Position = 0;

        Same.Assert(_value, Pickle.Load(stream));
        Assert.Equal("second", Pickle.Load<string>(stream));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Load_StreamThatCannotGoBack_TakesNoByteTooMuch(int protocol)
    {
        var pickle = Pickle.Dumps(_value, new() { Protocol = protocol });
        var stream = new Trickle([.. pickle, 1, 2, 3]);

        Same.Assert(_value, Pickle.Load(stream));
        Assert.Equal(pickle.Length, stream.Taken);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void LoadAsync_StreamThatCannotGoBack_TakesNoByteTooMuch(int protocol)
    {
        var pickle = Pickle.Dumps(_value, new() { Protocol = protocol });
        var stream = new Trickle([.. pickle, 1, 2, 3]);

        Same.Assert(_value, Coro.Run(Pickle.LoadAsync(stream)));
        Assert.Equal(pickle.Length, stream.Taken);
    }

    [Fact]
    public void Load_OfLinesThatComeByteByByte_IsTheSame()
    {
        foreach (var line in Corpus.Read("graphs.txt").Where(line => line[0] == "0"))
        {
            var pickle = Convert.FromHexString(line[1]);
            Assert.Equal(Pickle.Dumps(Pickle.Loads(pickle)), Pickle.Dumps(Pickle.Load(new Trickle(pickle))));
        }
    }

    [Fact]
    public void Load_LongLineThatComesByteByByte_IsNoHang() => HangGuard.Run(() =>
    {
        byte[] pickle = [(byte)'V', .. Enumerable.Repeat((byte)'a', 8 << 20), (byte)'\n', (byte)'.'];

        Assert.Equal(8 << 20, Pickle.Load<string>(new Trickle(pickle)).Length);
    });

    [Fact]
    public void LoadAsync_AsAType_IsThat() => Coro.Run(Typed());

    static async Coro Typed()
    {
        var stream = new MemoryStream();
        await Pickle.DumpAsync(new[] { 1, 2 }, stream);
        stream.Position = 0;

        Assert.Equal([1, 2], await Pickle.LoadAsync<List<int>>(stream));
    }

    [Fact]
    public void LoadAsync_Cancelled_LeavesTheStream() => Coro.Run(Cancelled());

    static async Coro Cancelled()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var task = Coro.CreateTask(Pickle.LoadAsync(pipe.Reader.AsStream()));
        await Coro.Yield();
        task.Cancel();
        await Coro.Wait([task]);

        Assert.True(task.IsCancelled);
    }

    [Fact]
    public void Load_EveryBeginning_IsTruncated()
    {
        var pickle = Pickle.Dumps(_value[..3]);
        for (var length = 0; length < pickle.Length; length++)
        {
            Assert.Equal(PickleErrorKind.Truncated, Assert.Throws<PickleException>(() => Pickle.Loads(pickle.AsSpan(0, length))).Kind);
            Assert.Equal(PickleErrorKind.Truncated, Assert.Throws<PickleException>(() => Pickle.Load(new MemoryStream(pickle, 0, length))).Kind);
        }
    }

    [Fact]
    public void Load_LengthThatIsALie_TakesNoMemoryForIt()
    {
        byte[] pickle = [0x80, 4, 0x8e, 0, 0, 0, 8, 0, 0, 0, 0, 1, 2, 3];      // bytes of 128 MiB
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<PickleException>(() => Pickle.Load(new Trickle(pickle)));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    /// <summary>A stream as a socket gives it: in pieces, and never back.</summary>
    sealed class Trickle(byte[] bytes) : Stream
    {
        public int Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = Math.Min(Math.Min(count, 7), bytes.Length - Taken);
            bytes.AsSpan(Taken, count).CopyTo(buffer.AsSpan(offset));
            Taken += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
