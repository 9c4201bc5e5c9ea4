namespace Belay.Cli.Tests;

/// <summary>`belay pickle`.</summary>
public sealed class PickleTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pickle_OfAFile_ShowsItsInstructions()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("list.pickle"), [0x80, 2, (byte)']', (byte)'K', 7, (byte)'a', (byte)'.']);

        (await _folder.RunAsync("pickle", "list.pickle")).AssertIs(
            0,
            "    0: \\x80 PROTO      2",
            "    2: ]    EMPTY_LIST",
            "    3: K    BININT1    7",
            "    5: a    APPEND",
            "    6: .    STOP",
            "highest protocol among opcodes = 2");
    }

    [Fact]
    public async Task Pickle_CutOff_ShowsWhatThereIsAndSaysWhere()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("cut.pickle"), [0x80, 2, (byte)']', (byte)'K']);

        var cut = await _folder.RunAsync("pickle", "cut.pickle");

        Assert.Equal(1, cut.ExitCode);
        Assert.Contains("EMPTY_LIST", cut.Output);
        Assert.Contains("cut.pickle is no pickle, or not a whole one", cut.Errors);
        Assert.Contains("byte 3", cut.Errors);
    }

    [Fact]
    public async Task Pickle_OfNoFile_SaysSo() =>
        (await _folder.RunAsync("pickle", "nowhere.pickle")).AssertRefused("nowhere.pickle cannot be read");
}
