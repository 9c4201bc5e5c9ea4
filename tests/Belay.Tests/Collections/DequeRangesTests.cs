namespace Belay.Tests.Collections;

public class DequeRangesTests
{
    [Fact]
    public void CollectionExpression_Items_AreInOrder()
    {
        Deque<int> deque = [1, .. new[] { 2, 3 }, 4];

        Assert.Equal([1, 2, 3, 4], deque);
        Assert.Null(deque.MaxLength);
        Assert.Empty((Deque<int>)[]);
    }

    [Fact]
    public void AddRangeFirst_Items_EndUpReversed()
    {
        Deque<int> deque = [4];

        deque.AddRangeFirst([3, 2, 1]);

        Assert.Equal([1, 2, 3, 4], deque);
    }

    public static TheoryData<string, IEnumerable<int>> Sources => new()
    {
        { "array", new[] { 1, 2, 3 } },
        { "list", new List<int> { 1, 2, 3 } },
        { "deque", new Deque<int>([1, 2, 3]) },
        { "set", new HashSet<int> { 1, 2, 3 } },
        { "iterator", Enumerable.Range(1, 3).Where(item => item > 0) },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void AddRange_AnySource_AddsItsItems(string name, IEnumerable<int> source)
    {
        Deque<int> deque = [0];
        deque.AddRangeLast(source);
        deque.AddRangeFirst(source);
        var full = new Deque<int>([0, 0], maxLength: 2);
        full.AddRangeLast(source);

        Assert.True(name.Length > 0);
        Assert.Equal([3, 2, 1, 0, 1, 2, 3], deque);
        Assert.Equal([2, 3], full);
    }

    [Fact]
    public void AddRangeLast_Array_IsNotAmbiguous()
    {
        Deque<int> deque = [];
        int[] array = [1, 2];
        deque.AddRangeLast(array);
        deque.AddRangeLast(array.AsSpan());
        deque.AddRangeLast([3]);

        Assert.Equal([1, 2, 1, 2, 3], deque);
    }

    [Fact]
    public void AddRangeLast_ArrayOfADerivedType_AddsItsItems()
    {
        var deque = new Deque<object>();
        IEnumerable<object> strings = new[] { "a", "b" };

        deque.AddRangeLast(strings);

        Assert.Equal(["a", "b"], deque);
    }

    [Fact]
    public void AddRange_Itself_DoublesIt()
    {
        Deque<int> deque = [1, 2, 3];
        deque.AddRangeLast(deque);
        Assert.Equal([1, 2, 3, 1, 2, 3], deque);

        deque = [1, 2];
        deque.AddRangeFirst(deque);
        Assert.Equal([2, 1, 1, 2], deque);

        var full = new Deque<string>(["a", "b", "c"], maxLength: 4);
        full.AddRangeLast(full);
        Assert.Equal(["c", "a", "b", "c"], full);
    }

    [Fact]
    public void AddRangeLast_EnumerationThrows_KeepsWhatCameBefore()
    {
        Deque<int> deque = [0];

        Assert.Throws<FormatException>(() => deque.AddRangeLast(Broken()));

        Assert.Equal([0, 1, 2], deque);

        static IEnumerable<int> Broken()
        {
            yield return 1;
            yield return 2;
            throw new FormatException();
        }
    }

    [Fact]
    public void AddRange_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new Deque<int>((IEnumerable<int>)null!));
        Assert.Throws<ArgumentNullException>(() => new Deque<int>().AddRangeLast((IEnumerable<int>)null!));
        Assert.Throws<ArgumentNullException>(() => new Deque<int>().AddRangeFirst(null!));
    }

    [Fact]
    public void Slice_OfARange_IsACopyWithTheSameMaximum()
    {
        var deque = new Deque<int>([1, 2, 3, 4], maxLength: 4);
        deque.Rotate(2);

        var slice = deque[1..3];
        slice.AddLast(9);

        Assert.Equal([4, 1, 9], slice);
        Assert.Equal(4, slice.MaxLength);
        Assert.Equal([3, 4, 1, 2], deque);
        Assert.Equal([1, 2], deque[^2..]);
        Assert.Empty(deque[4..]);
        Assert.Null(new Deque<int>([1])[..].MaxLength);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(4, 0)]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    [InlineData(1, -1)]
    [InlineData(1, int.MaxValue)]
    public void Slice_OutOfRange_Throws(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deque<int>([1, 2, 3]).Slice(start, length));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(64)]
    public void Rotate_AnySteps_TurnsToTheRight(int count)
    {
        for (var steps = -2 * count; steps <= 2 * count; steps++)
        {
            var deque = new Deque<int>(Enumerable.Range(0, count));
            deque.Rotate(steps);
            Assert.Equal(Enumerable.Range(0, count).Select(i => (((i - steps) % count) + count) % count), deque);
        }
    }

    [Theory]
    [InlineData(int.MaxValue, new[] { 3, 1, 2 })]
    [InlineData(int.MinValue, new[] { 3, 1, 2 })]
    public void Rotate_VeryFar_ComesRound(int steps, int[] expected)
    {
        Deque<int> deque = [1, 2, 3];

        deque.Rotate(steps);

        Assert.Equal(expected, deque);
    }

    [Fact]
    public void Rotate_FewItems_StayThemselves()
    {
        Deque<int> none = [], one = [1];
        none.Rotate(5);
        one.Rotate(-5);

        Assert.Empty(none);
        Assert.Equal([1], one);
    }

    [Fact]
    public void AsSpans_Written_IsTheDeque()
    {
        Deque<int> deque = [2, 3];
        deque.AddFirst(1);

        deque.AsSpans(out var first, out var second);
        Assert.Equal([1, 2, 3], (int[])[.. first, .. second]);
        Assert.Equal(3, first.Length + second.Length);
        first[0] = 10;

        Assert.Equal(10, deque[0]);
    }

    [Fact]
    public void Capacity_EnsuredAndTrimmed_IsAPowerOfTwo()
    {
        Deque<int> deque = [1, 2, 3];

        Assert.Equal(128, deque.EnsureCapacity(100));
        Assert.Equal(128, deque.EnsureCapacity(1));
        Assert.Equal(128, deque.Capacity);
        deque.TrimExcess();
        Assert.Equal(4, deque.Capacity);
        deque.Clear();
        deque.TrimExcess();
        Assert.Equal(0, deque.Capacity);
        deque.AddFirst(1);
        Assert.Equal([1], deque);
        Assert.Throws<ArgumentOutOfRangeException>(() => deque.EnsureCapacity(-1));
    }

    [Fact]
    public void EnsureCapacity_PastAllArrays_ThrowsAndChangesNothing()
    {
        Deque<int> deque = [1];

        Assert.Throws<OutOfMemoryException>(() => deque.EnsureCapacity(int.MaxValue));

        Assert.Equal([1], deque);
    }
}
