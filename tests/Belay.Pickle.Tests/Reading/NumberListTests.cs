using Belay.Pickling.Tests.Hostile;

namespace Belay.Pickling.Tests.Reading;

/// <summary>Lists of numbers that are asked for are read in one go from bytes, and instruction by instruction from streams: with one outcome.</summary>
public class NumberListTests
{
    [Fact]
    public void Loads_MutatedListsOfInts_EndAsFromAStream() => Compare<List<int>>(random => random.Next(int.MinValue, int.MaxValue) >> random.Next(32));

    [Fact]
    public void Loads_MutatedListsOfLongs_EndAsFromAStream() => Compare<long[]>(random => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));

    [Fact]
    public void Loads_MutatedListsOfDoubles_EndAsFromAStream() => Compare<List<double>>(random => BitConverter.Int64BitsToDouble(random.NextInt64()));

    [Fact]
    public void Loads_MoreThanTheLimitOfMemory_IsAnError() =>
        Assert.Equal(PickleErrorKind.Limit, Assert.Throws<PickleException>(() => Pickle.Loads<List<int>>(Pickle.Dumps(new int[10_000]), new() { Limits = new() { MaxMemory = 20_000 } })).Kind);

    static void Compare<T>(Func<Random, object> next)
    {
        var random = new Random(1);
        byte[][] seeds = [.. Enumerable.Range(0, 40).Select(seed => Pickle.Dumps(
            Enumerable.Range(0, random.Next(4) switch { 0 => 1, 1 => 1001, _ => random.Next(20) }).Select(_ => next(random)).ToList<object?>(),
            new() { Protocol = 2 + (seed % 4) }))];
        Assert.All(seeds, seed => Assert.Equal(Outcome(() => Pickle.Load<T>(new MemoryStream(seed))), Outcome(() => Pickle.Loads<T>(seed))));
        for (var i = 0; i < 20_000; i++)
        {
            var pickle = Mutation.Of(seeds, random);
            var expected = Outcome(() => Pickle.Load<T>(new MemoryStream(pickle)));
            var actual = Outcome(() => Pickle.Loads<T>(pickle));
            Assert.True(expected == actual, $"{Convert.ToHexString(pickle)}\nfrom a stream: {expected}\nfrom bytes:    {actual}");
        }
    }

    static string Outcome<T>(Func<T> load)
    {
        try
        {
            return load() is System.Collections.IEnumerable numbers ? string.Join(' ', numbers.Cast<object>()) : "null";
        }
        catch (PickleException error)
        {
            return error.Message;
        }
    }
}
