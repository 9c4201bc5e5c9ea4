using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Hostile;

public class LimitTests
{
    [Fact]
    public void Loads_NestedTooDeep_IsAnError() => ExpectLimit("MaxDepth", [.. Enumerable.Repeat(Opcode("]"), 100_000), .. Enumerable.Repeat(Opcode("a"), 99_999), Opcode(".")]);

    [Fact]
    public void Loads_AsDeepAsCPythonWrites_IsRead()
    {
        // Its limit is the C stack's, which lists take least of.
        byte[] pickle = [.. Enumerable.Repeat(Opcode("]"), 9000), .. Enumerable.Repeat(Opcode("a"), 8999), Opcode(".")];

        Assert.IsType<List<object?>>(Pickle.Loads(pickle));
    }

    [Fact]
    public void Loads_TooManyMarks_IsAnError() => ExpectLimit("MaxDepth", [.. Enumerable.Repeat(Opcode("("), 100_000), Opcode(".")]);

    [Fact]
    public void Loads_TuplesNestedTooDeep_IsAnError() => ExpectLimit("MaxDepth", [Opcode("N"), .. Enumerable.Repeat((byte)0x85, 100_000), Opcode(".")]);

    [Fact]
    public void Loads_TooMuchMemory_IsAnError() =>
        // A megabyte that is copied again and again.
        ExpectLimit("MaxMemory", [0x80, 5, .. "cbuiltins\nbytearray\nq\0"u8, 0x42, 0, 0, 16, 0, .. new byte[1 << 20], .. "q\x01"u8, .. Enumerable.Range(0, 10_000).SelectMany(_ => (byte[])[.. "h\0h\x01"u8, 0x85, Opcode("R")]), Opcode(".")]);

    [Fact]
    public void Loads_TooLong_IsAnErrorBeforeItIsThere()
    {
        byte[] pickle = [0x80, 4, 0x8e, 0, 0, 0, 0, 0, 0, 0, 64];
        ExpectLimit("MaxLength", pickle);
        Assert.Contains("MaxLength", Assert.Throws<PickleException>(() => Pickle.Load(new MemoryStream(pickle))).Message);
    }

    [Fact]
    public void Loads_TooManyInTheMemo_IsAnError()
    {
        var pickle = Pickle.Dumps(Enumerable.Range(0, 100).Select(number => $"text {number}").ToArray());

        var error = Assert.Throws<PickleException>(() => Pickle.Loads(pickle, new() { Limits = new() { MaxMemo = 50 } }));
        Assert.Contains("MaxMemo", error.Message);
        Assert.Equal(PickleErrorKind.Limit, error.Kind);
        Pickle.Loads(pickle, new() { Limits = new() { MaxMemo = 101 } });
    }

    [Fact]
    public void Loads_NumberInTheMemoThatIsHuge_TakesNoMemoryForIt()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(Pickle.Loads([Opcode("N"), Opcode("r"), 255, 255, 255, 255, Opcode("j"), 255, 255, 255, 255, Opcode(".")]));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    [Fact]
    public void Loads_KeyNestedTooDeepToBeCompared_IsAnError()
    {
        // Not nested in the pickle: each is taken from the memo.
        List<byte> pickle = [Opcode("N"), 0x85, Opcode("q"), 0];
        for (var i = 0; i < 200_000; i++) pickle.AddRange([Opcode("0"), Opcode("h"), 0, 0x85, Opcode("q"), 0]);
        pickle.AddRange([0x8f, Opcode("("), Opcode("h"), 0, 0x90, Opcode(".")]);

        var error = Assert.Throws<PickleException>(() => Pickle.Loads([.. pickle]));
        Assert.Equal(PickleErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void Loads_KeysThatAreBombs_AreCompared()
    {
        // Two tuples of two tuples of two … each twice: as trees they would have 2^60 leaves.
        List<byte> pickle = [Opcode("}")];
        for (var bomb = 0; bomb < 2; bomb++)
        {
            pickle.Add(Opcode("N"));
            for (var i = 0; i < 60; i++) pickle.AddRange([Opcode("2"), 0x86]);
            pickle.AddRange([Opcode("N"), Opcode("s")]);
        }
        pickle.Add(Opcode("."));

        Assert.Single(Pickle.Loads<PyDict>([.. pickle]));
    }

    [Fact]
    public void DumpsAndLoads_AMillionDeep_TakeNoNativeStack()
    {
        object? value = null;
        for (var i = 0; i < 1_000_000; i++) value = i % 3 == 0 ? new PyTuple(value) : i % 3 == 1 ? new List<object?> { value } : new Plain { Value = value };

        var pickle = Pickle.Dumps(value);
        var loaded = Pickle.Loads(pickle, new() { Limits = new() { MaxDepth = 3_000_000 } });

        Assert.Equal(pickle, Pickle.Dumps(loaded));
    }

    static byte Opcode(string character) => (byte)character[0];

    static void ExpectLimit(string name, byte[] pickle)
    {
        var error = Assert.Throws<PickleException>(() => Pickle.Loads(pickle));
        Assert.Equal(PickleErrorKind.Limit, error.Kind);
        Assert.Contains(name, error.Message);
        Assert.NotNull(error.Offset);
    }
}
