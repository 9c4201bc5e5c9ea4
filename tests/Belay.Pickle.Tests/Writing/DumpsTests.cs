using System.Collections.Frozen;
using System.Collections.Immutable;
using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Writing;

public class DumpsTests
{
    [Fact]
    public void Dumps_TypesOfDotNet_AreThoseOfTheTable()
    {
        Expect(7L, (byte)7, (short)7, 7u, 7ul, (Int128)7, (System.Numerics.BigInteger)7);
        Expect(1.5, 1.5f);
        Expect("a", 'a');
        Expect(new PyTuple(1L, "a"), (1, "a"), Tuple.Create(1, "a"));
        Expect(new List<object?> { 1L, 2L }, new[] { 1, 2 }, new List<long> { 1, 2 }, ImmutableArray.Create(1, 2), new object[] { 1, 2 }, new List<short> { 1, 2 });
        Expect(new List<object?> { 1.5 }, new[] { 1.5 }, new List<double> { 1.5 });
        Expect(new PyDict { ["a"] = 1L }, new Dictionary<string, int> { ["a"] = 1 }, new SortedDictionary<string, long> { ["a"] = 1 });
        Expect(new PyOrderedDict { ["a"] = 1L }, new OrderedDictionary<string, int> { ["a"] = 1 });
        Expect(new HashSet<object?> { 1L }, new HashSet<int> { 1 }, new SortedSet<int> { 1 });
        Expect(new PyFrozenSet([1L]), new[] { 1 }.ToFrozenSet(), ImmutableHashSet.Create(1));
        Expect(new byte[] { 1 }, new ReadOnlyMemory<byte>([1]), new Memory<byte>([1]));
        Expect(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Dumps_SharedAndInARing_AreSoAgain()
    {
        var shared = new List<object?> { "x" };
        var ring = new List<object?> { shared, shared };
        ring.Add(ring);

        var loaded = (List<object?>)Pickle.Loads(Pickle.Dumps(ring))!;

        Assert.Same(loaded[0], loaded[1]);
        Assert.Same(loaded, loaded[2]);
    }

    [Fact]
    public void Dumps_WhatIsNotInTheTable_SaysWhatToDo()
    {
        var error = Assert.Throws<PickleException>(() => Pickle.Dumps(new List<object?> { new Version(1, 2) }));

        Assert.Equal((PickleErrorKind.NotPicklable, (long?)null), (error.Kind, error.Offset));
        Assert.Contains("System.Version", error.Message);
        Assert.Contains("[Picklable", error.Message);
        Assert.Throws<PickleException>(() => Pickle.Dumps(DayOfWeek.Friday));
        Assert.Throws<PickleException>(() => Pickle.Dumps(new int[1, 1]));
        Assert.Throws<PickleException>(() => Pickle.Dumps((Action)(() => { })));
    }

    [Fact]
    public void Dumps_Failing_WritesNothing()
    {
        var stream = new MemoryStream();

        Assert.Throws<PickleException>(() => Pickle.Dump(new Version(1, 2), stream));

        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Dumps_ConverterOfOnesOwn_IsAsked()
    {
        var options = new PickleOptions { Types = new PickleTypes().Add(new VersionConverter()) };

        var pickle = Pickle.Dumps(new List<object?> { new Version(1, 2) }, options);

        Assert.Equal([new Version(1, 2)], (List<object?>)Pickle.Loads(pickle, options)!);
        Assert.Equal("app.Version", Assert.Throws<UnknownGlobalException>(() => Pickle.Loads(pickle)) is var error ? $"{error.Module}.{error.Name}" : "");
    }

    static void Expect(object expected, params object[] values)
    {
        foreach (var value in values) Same.Assert(expected, Pickle.Loads(Pickle.Dumps(value)));
    }

    sealed class VersionConverter() : PickleConverter<Version>("app", "Version")
    {
        protected override Version Create(PickleArguments arguments) => new(arguments.Get<int>(0), arguments.Get<int>(1));

        protected override PickleReduction Reduce(Version value) => PickleReduction.Call(Global, value.Major, value.Minor);
    }
}
