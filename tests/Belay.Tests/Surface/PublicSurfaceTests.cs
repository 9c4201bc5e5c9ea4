namespace Belay.Tests.Surface;

public class PublicSurfaceTests
{
    [Theory]
    [InlineData("Belay", "src/Belay")]
    [InlineData("Belay.Pickle", "src/Belay.Pickle")]
    public void Assembly_PublicSurface_IsTheRecordedOne(string assembly, string project) =>
        SurfaceRecord.Check(System.Reflection.Assembly.Load(assembly), project);

    [Fact]
    public void Describe_TypesOfEveryKind_WritesThemAsCSharpDoes() =>
        Assert.Equal(
            """
            abstract class Belay.Tests.Surface.Specimen<T> : IDisposable where T : class, new()
                protected Specimen(T seed = default)
                event Action Changed
                static TOther Convert<TOther>(in int count, out T value, ref TOther other, TimeSpan delay = default, DayOfWeek? day = DayOfWeek.Friday) where TOther : struct, IComparable<T>
                abstract void Dispose()
                T this[int index, params string[] rest] { get; protected set; }
                const int Limit = 3
                required (int Low, (string Name, T) High) Range { get; init; }
                virtual int Size(string unit = "m")
                override string ToString()
            readonly struct Belay.Tests.Surface.Specimen<T>.Part
                T Value { get; }
            ref struct Belay.Tests.Surface.Specimen<T>.View
                View(Span<int> items)
                ref int At(int index)
                readonly int Length()
            enum Belay.Tests.Surface.Specimen<T>.Grade : byte
                High = 7
                Low = 0
            delegate int Belay.Tests.Surface.Specimen<T>.Maker<TResult>(TResult item, params ReadOnlySpan<int> rest) where TResult : allows ref struct
            sealed record Belay.Tests.Surface.Specimen<T>.Pair : IEquatable<Specimen<T>.Pair>
                Pair(T First, [TakesOwnership] Coro Second)
                T First { get; init; }
                Coro Second { get; init; }
                static T op_Implicit(Specimen<T>.Pair pair)
            """,
            string.Join('\n', new[] { typeof(Specimen<>), typeof(Specimen<>.Part), typeof(Specimen<>.View), typeof(Specimen<>.Grade), typeof(Specimen<>.Maker<>), typeof(Specimen<>.Pair) }
                .SelectMany(PublicSurface.Describe)));

    [Fact]
    public void Difference_MemberMovedToAnotherType_NamesBothTypes() =>
        Assert.Equal(
            ["- class A > void M()", "+ class B > void M()"],
            SurfaceRecord.Difference(["class A", "    void M()", "class B"], ["class A", "class B", "    void M()"]));

    [Fact]
    public void Difference_SameLines_IsEmpty() =>
        Assert.Empty(SurfaceRecord.Difference(["class A", "    void M()"], ["class A", "    void M()"]));
}
