using System.Text;

namespace Belay.Pickling.Tests.Reading;

public class OptionTests
{
    [Fact]
    public void PersistentIds_OfSomeObjects_StayOutside()
    {
        var connection = new Uri("https://example.org/");
        var pickle = Pickle.Dumps(new List<object?> { 1, connection, connection }, new() { PersistentId = value => value is Uri uri ? uri.Host : null });

        Assert.Equal(PickleErrorKind.Missing, Assert.Throws<PickleException>(() => Pickle.Loads(pickle)).Kind);
        var loaded = (List<object?>)Pickle.Loads(pickle, new() { PersistentLoad = id => id is "example.org" ? connection : null })!;
        Assert.Equal([1L, connection, connection], loaded);
    }

    [Fact]
    public void PersistentIds_OfProtocol0_AreText() =>
        Assert.Equal("id 7", Pickle.Loads("Pid 7\n."u8, new() { PersistentLoad = id => id }));

    [Fact]
    public void Buffers_TakenOutside_ComeBackAsTheyAre()
    {
        var taken = new List<PickleBuffer>();
        var data = new byte[100_000];
        object?[] value = [new PickleBuffer(data.AsMemory()), new PickleBuffer(data.AsMemory(), isReadOnly: true)];
        var pickle = Pickle.Dumps(value, new()
        {
            TakeBuffer = buffer =>
            {
                taken.Add(buffer);
                return true;
            },
        });

        Assert.True(pickle.Length < 30);
        Assert.Equal(PickleErrorKind.Missing, Assert.Throws<PickleException>(() => Pickle.Loads(pickle)).Kind);
        var loaded = (List<object?>)Pickle.Loads(pickle, new() { Buffers = taken })!;
        Assert.Same(taken[0], loaded[0]);
        Assert.True(((PickleBuffer)loaded[1]!).IsReadOnly);
    }

    [Fact]
    public void Buffers_NotTaken_AreInThePickle()
    {
        var loaded = (List<object?>)Pickle.Loads(Pickle.Dumps(new[] { new PickleBuffer(new byte[] { 1 }), new PickleBuffer(new byte[] { 2 }, isReadOnly: true) }))!;

        Assert.Equal([1], Assert.IsType<List<byte>>(loaded[0]));
        Assert.Equal([2], Assert.IsType<byte[]>(loaded[1]));
    }

    [Fact]
    public void Extensions_Registered_StandForTheirClass()
    {
        byte[] pickle = [0x80, 2, 0x82, 7, .. "(I1\nI2\ntR."u8];
        Assert.Equal(PickleErrorKind.Missing, Assert.Throws<PickleException>(() => Pickle.Loads(pickle)).Kind);

        Assert.Equal(new System.Numerics.Complex(1, 2), Pickle.Loads(pickle, new() { Extensions = new Dictionary<int, PickledGlobal> { [7] = new("builtins", "complex") } }));
    }

    [Fact]
    public void Python2Strings_OfAllKinds_AreWhatIsSaid()
    {
        var pickle = "S'na\\xc3\\xafve'\n."u8.ToArray();

        Assert.Throws<PickleException>(() => Pickle.Loads(pickle));
        Assert.Equal("naÃ¯ve", Pickle.Loads(pickle, new() { Python2Strings = Python2Strings.Latin1 }));
        Assert.Equal("naïve", Pickle.Loads(pickle, new() { Python2Strings = Python2Strings.Utf8 }));
        Assert.Equal(Encoding.UTF8.GetBytes("naïve"), Pickle.Loads(pickle, new() { Python2Strings = Python2Strings.Bytes }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Dumps_OtherProtocol_IsRefused(int protocol) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pickle.Dumps(1, new() { Protocol = protocol }));
}
