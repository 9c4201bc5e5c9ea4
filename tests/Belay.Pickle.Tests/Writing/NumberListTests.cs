namespace Belay.Pickling.Tests.Writing;

/// <summary>Lists of numbers are written in one go; the same numbers as objects are written one by one.</summary>
public class NumberListTests
{
    static readonly int[] _counts = [0, 1, 2, 999, 1000, 1001, 2000, 60_000];

    public static TheoryData<int> Protocols => [2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Dumps_Ints_AreTheSameBytesAsObjects(int protocol)
    {
        var random = new Random(1);
        Compare(() => random.Next(4) switch { 0 => random.Next(256), 1 => random.Next(65_536), 2 => -random.Next(1000), _ => random.Next() }, protocol);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Dumps_Longs_AreTheSameBytesAsObjects(int protocol)
    {
        var random = new Random(2);
        Compare(() => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64), protocol);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Dumps_Doubles_AreTheSameBytesAsObjects(int protocol)
    {
        var random = new Random(3);
        Compare(random.NextDouble, protocol);
    }

    [Fact]
    public void Dumps_LongsAroundEveryPowerOfTwo_AreReadAgain()
    {
        var numbers = Enumerable.Range(0, 63).SelectMany(bits => new[] { 1L << bits, (1L << bits) - 1, -(1L << bits), -(1L << bits) - 1 }).Append(long.MinValue).ToList();

        Assert.Equal(numbers, Pickle.Loads<List<long>>(Pickle.Dumps(numbers)));
        // As short as can be: one byte less is another number.
        Assert.All(numbers, number => Assert.Equal(
            number is >= int.MinValue and <= int.MaxValue ? 0 : ((System.Numerics.BigInteger)number).GetByteCount(),
            Pickle.Dumps(number, new() { Protocol = 3 }) is [_, _, 0x8a, var size, ..] ? size : 0));
    }

    static void Compare<T>(Func<T> next, int protocol) where T : notnull
    {
        var options = new PickleOptions { Protocol = protocol };
        foreach (var count in _counts)
        {
            T[] numbers = [.. Enumerable.Range(0, count).Select(_ => next())];
            var expected = Pickle.Dumps(numbers.Cast<object?>().ToList(), options);
            Assert.Equal(expected, Pickle.Dumps(numbers, options));
            Assert.Equal(expected, Pickle.Dumps(numbers.ToList(), options));
            Assert.Equal(numbers, Pickle.Loads<List<T>>(expected));
        }
    }
}
