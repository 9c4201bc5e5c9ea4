using System.Collections.Immutable;
using Belay.Pickling.Tests.Support;
using Belay.Tests.Support;

namespace Belay.Pickling.Tests.Hostile;

/// <summary>Pickles with something changed in them: whatever they are, they end in a result or in a PickleException, and within the limits.</summary>
public class FuzzTests
{
    const int Parts = 5;
    const int Block = 10_000;
    const long MaxMemory = 8 << 20;

    /// <summary>Of each part, for each way with unknown globals: five million in all in the long form.</summary>
    static int Blocks => Soak.IsLong ? 50 : 1;

    static readonly byte[][] _seeds =
    [
        .. Corpus.Read("graphs.txt").Select(line => Convert.FromHexString(line[1])),
        .. Corpus.Read("table.txt").Select(line => Convert.FromHexString(line[2])),
        .. Corpus.Read("opcodes.txt").Select(line => Convert.FromHexString(line[1])),
    ];

    public static TheoryData<int, UnknownGlobals> AllParts
    {
        get
        {
            var parts = new TheoryData<int, UnknownGlobals>();
            for (var part = 0; part < Parts; part++)
            {
                parts.Add(part, UnknownGlobals.Throw);
                parts.Add(part, UnknownGlobals.Keep);
            }
            return parts;
        }
    }

    [Theory]
    [MemberData(nameof(AllParts))]
    public void Loads_MutatedPickles_EndAsDocumented(int part, UnknownGlobals unknown)
    {
        var options = new PickleOptions { UnknownGlobals = unknown, Limits = new() { MaxMemory = MaxMemory, MaxDepth = 200 }, PersistentLoad = id => id, Buffers = [new PickleBuffer(new byte[8])] };
        var random = new Random((part * 2) + (int)unknown);
        for (var block = 0; block < Blocks; block++)
        {
            HangGuard.Run(() =>
            {
                for (var i = 0; i < Block; i++) Check(Mutation.Of(_seeds, random), options, i);
            });
        }
    }

    static void Check(byte[] pickle, PickleOptions options, int number)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var value = Pickle.Loads(pickle, options);
            if (number % 10 == 0) CheckTypes(value);
            if (number % 100 == 0) Pickle.Load(new MemoryStream(pickle), options);
        }
        catch (PickleException error)
        {
            Assert.InRange(error.Offset ?? -1, 0, pickle.Length);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{error.GetType().Name} of {Convert.ToHexString(pickle)}:\n{error}");
        }
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < 8 * MaxMemory, $"{taken} bytes were taken by {Convert.ToHexString(pickle)}");
    }

    /// <summary>Nothing but what the table has and what is registered.</summary>
    static void CheckTypes(object? value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var todo = new Stack<object?>([value]);
        while (todo.TryPop(out var next))
        {
            if (next is null || next is string || !seen.Add(next)) continue;
            var type = next.GetType();
            Assert.True(Expected.Contains(type) || PickleTypes.Default.Find(type) is not null, $"{type} was made");
            if (next is PyDict dict)
            {
                foreach (var (key, item) in dict)
                {
                    todo.Push(key);
                    todo.Push(item);
                }
            }
            else if (next is IEnumerable<object?> items)
            {
                foreach (var item in items) todo.Push(item);
            }
        }
    }

    static readonly ImmutableHashSet<Type> Expected =
    [
        typeof(bool), typeof(long), typeof(double), typeof(string), typeof(byte[]), typeof(List<byte>), typeof(System.Numerics.BigInteger), typeof(System.Numerics.Complex),
        typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(PyDateTime), typeof(PyTime), typeof(PyTimeZone), typeof(PyDecimal), typeof(PyPath), typeof(PickleBuffer),
        typeof(List<object>), typeof(PyTuple), typeof(PyDict), typeof(PyOrderedDict), typeof(PyDefaultDict), typeof(PyCounter),
        typeof(HashSet<object>), typeof(PyFrozenSet), typeof(Deque<object>), typeof(PickledGlobal), typeof(PickledObject),
    ];
}
