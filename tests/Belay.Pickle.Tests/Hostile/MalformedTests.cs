using System.Text;

namespace Belay.Pickling.Tests.Hostile;

public class MalformedTests
{
    [Theory]
    [InlineData(".", 0)]
    [InlineData("0.", 0)]
    [InlineData("e.", 0)]
    [InlineData("Na.", 1)]
    [InlineData("(a.", 1)]
    [InlineData("NNa.", 2)]
    [InlineData("}NNNu.", 4)]
    [InlineData("}(Nu.", 3)]
    [InlineData("h\0.", 0)]
    [InlineData("g7\n.", 0)]
    [InlineData("gx\n.", 0)]
    [InlineData("NR.", 1)]
    [InlineData("NNR.", 2)]
    [InlineData("N)R.", 2)]
    [InlineData("Nb.", 1)]
    [InlineData("]N}b.", 3)]
    [InlineData("I1x\n.", 0)]
    [InlineData("Lx\n.", 0)]
    [InlineData("Fx\n.", 0)]
    [InlineData("Sx\n.", 0)]
    [InlineData("S'x\n.", 0)]
    [InlineData("V\\ud8\n.", 0)]
    [InlineData("(o.", 1)]
    [InlineData("z.", 0)]
    [InlineData("cbuiltins\nint\n)R.", 15)]
    [InlineData("\u0080\u0006N.", 0)]
    [InlineData("X\u0001\0\0\0\u00ff.", 0)]
    [InlineData("NQ.", 1)]
    [InlineData("NN\u0093.", 2)]
    [InlineData("N\u0098.", 1)]
    public void Loads_Malformed_SaysWhere(string pickle, long offset)
    {
        var error = Assert.Throws<PickleException>(() => Pickle.Loads(Encoding.Latin1.GetBytes(pickle)));

        Assert.Equal(offset, error.Offset);
        Assert.True(error.Kind is PickleErrorKind.Malformed or PickleErrorKind.Missing or PickleErrorKind.Value);
        Assert.Contains($"(at byte {offset} of the pickle)", error.Message);
    }

    [Theory]
    [InlineData("cdatetime\ndate\n(U\u0004\u0007\u00e4\u000d\u0001tR.")]
    [InlineData("cdatetime\ntimedelta\n(I999999999\ntR.")]
    [InlineData("cdecimal\nDecimal\n(S'1x'\ntR.")]
    [InlineData("ccollections\ndeque\n()I-1\ntR.")]
    [InlineData("c_codecs\nencode\n(S'a'\nS'rot13'\ntR.")]
    public void Loads_ValueThatThereIsNot_IsAnError(string pickle) =>
        Assert.Equal(PickleErrorKind.Value, Assert.Throws<PickleException>(() => Pickle.Loads(Encoding.Latin1.GetBytes(pickle), new() { Python2Strings = Python2Strings.Latin1 })).Kind);
}
