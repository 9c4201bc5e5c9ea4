namespace Belay.Tests.Collections;

public class DequeTests
{
    [Fact]
    public void AddAndRemove_AtBothEnds_AreInOrder()
    {
        var deque = new Deque<int>();
        deque.AddLast(2);
        deque.AddLast(3);
        deque.AddFirst(1);
        deque.Add(4);

        Assert.Equal([1, 2, 3, 4], deque);
        Assert.Equal((1, 4, 4), (deque.First, deque.Last, deque.Count));
        Assert.Equal(1, deque.RemoveFirst());
        Assert.Equal(4, deque.RemoveLast());
        Assert.Equal([2, 3], deque);
    }

    [Fact]
    public void Ends_OfAnEmptyDeque_ThrowAndSayWhatToUse()
    {
        var deque = new Deque<string>();

        Action[] actions = [() => _ = deque.First, () => _ = deque.Last, () => deque.RemoveFirst(), () => deque.RemoveLast()];
        foreach (var action in actions)
        {
            Assert.Contains("TryRemoveFirst", Assert.Throws<InvalidOperationException>(action).Message);
        }
        Assert.False(deque.TryRemoveFirst(out var item));
        Assert.Null(item);
        Assert.False(deque.TryRemoveLast(out item));
        Assert.Null(item);
    }

    [Fact]
    public void TryRemove_ItemsThere_TakesThem()
    {
        Deque<int> deque = [1, 2, 3];

        Assert.True(deque.TryRemoveFirst(out var first));
        Assert.True(deque.TryRemoveLast(out var last));

        Assert.Equal((1, 3, 1), (first, last, deque.Count));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Index_OutOfRange_Throws(int index)
    {
        Deque<int> deque = [1, 2, 3];

        Assert.Throws<ArgumentOutOfRangeException>(() => deque[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => deque[index] = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => deque.RemoveAt(index));
    }

    [Fact]
    public void Index_FromTheEnd_IsPythonsNegative()
    {
        Deque<int> deque = [1, 2, 3];
        deque[^1] = 30;

        Assert.Equal(30, deque[^1]);
        Assert.Equal([1, 2, 30], deque);
    }

    [Fact]
    public void IndexOf_AcrossTheEndOfTheRing_CountsFromTheBeginning()
    {
        var deque = Wrapped();

        Assert.Equal(Enumerable.Range(0, 8), Enumerable.Range(0, 8).Select(deque.IndexOf));
        Assert.Equal(-1, deque.IndexOf(8));
        Assert.Equal((true, false), (deque.Contains(7), deque.Contains(-1)));
    }

    [Fact]
    public void Contains_EqualButNotIdentical_IsTrue()
    {
        Deque<string?> deque = [new('a', 2), null];

        Assert.Equal((true, true), (deque.Contains(new('a', 2)), deque.Contains(null)));
        Assert.Equal(0, new Deque<double>([double.NaN]).IndexOf(double.NaN));
    }

    [Fact]
    public void Remove_ItemThereTwice_TakesTheFirst()
    {
        Deque<int> deque = [1, 2, 3, 2];

        Assert.True(deque.Remove(2));
        Assert.False(deque.Remove(5));
        Assert.Equal([1, 3, 2], deque);
    }

    [Fact]
    public void Insert_PastTheEnds_Throws()
    {
        Deque<int> deque = [1];

        Assert.Throws<ArgumentOutOfRangeException>(() => deque.Insert(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => deque.Insert(2, 0));
        deque.Insert(1, 2);
        Assert.Equal([1, 2], deque);
    }

    [Fact]
    public void CopyTo_ArrayTooShort_Throws()
    {
        var deque = Wrapped();

        Assert.Throws<ArgumentException>(() => deque.CopyTo(new int[8], 1));
        Assert.Throws<ArgumentException>(() => deque.CopyTo(new int[8], 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => deque.CopyTo(new int[8], -1));
        Assert.Throws<ArgumentNullException>(() => deque.CopyTo(null!, 0));
    }

    [Fact]
    public void Enumeration_ItemAssigned_GoesOn()
    {
        Deque<int> deque = [1, 2, 3];
        foreach (var item in deque)
        {
            deque[0] = item;
            deque.EnsureCapacity(100);
        }

        Assert.Equal([3, 2, 3], deque);
    }

    public static TheoryData<string, Action<Deque<int>>> Changes => new()
    {
        { "AddFirst", deque => deque.AddFirst(0) },
        { "AddLast", deque => deque.AddLast(0) },
        { "RemoveFirst", deque => deque.RemoveFirst() },
        { "RemoveLast", deque => deque.RemoveLast() },
        { "TryRemoveFirst", deque => deque.TryRemoveFirst(out _) },
        { "TryRemoveLast", deque => deque.TryRemoveLast(out _) },
        { "AddRangeFirst", deque => deque.AddRangeFirst([1]) },
        { "AddRangeLast", deque => deque.AddRangeLast(1) },
        { "Insert", deque => deque.Insert(1, 0) },
        { "RemoveAt", deque => deque.RemoveAt(1) },
        { "Rotate", deque => deque.Rotate() },
        { "Reverse", deque => deque.Reverse() },
        { "Clear", deque => deque.Clear() },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Enumeration_DequeChanged_Throws(string name, Action<Deque<int>> change)
    {
        Deque<int> deque = [1, 2, 3];
        var enumerator = deque.GetEnumerator();
        Assert.True(enumerator.MoveNext());

        change(deque);

        Assert.True(name.Length > 0);
        Assert.Throws<InvalidOperationException>(() => enumerator.MoveNext());
        Assert.Throws<InvalidOperationException>(enumerator.Reset);
    }

    [Fact]
    public void Enumerator_Reset_BeginsAnew()
    {
        using IEnumerator<int> enumerator = new Deque<int>([1, 2]).GetEnumerator();
        while (enumerator.MoveNext())
        {
        }

        enumerator.Reset();

        Assert.True(enumerator.MoveNext());
        Assert.Equal(1, enumerator.Current);
    }

    [Fact]
    public void Removed_References_AreNotHeld()
    {
        var deque = new Deque<object>();
        var removed = new List<WeakReference>();
        Fill();

        GC.Collect();

        Assert.All(removed, reference => Assert.False(reference.IsAlive));
        Assert.Empty(deque);

        void Fill()
        {
            for (var i = 0; i < 6; i++)
            {
                var item = new object();
                removed.Add(new WeakReference(item));
                deque.AddLast(item);
            }
            deque.Remove(deque[3]);
            deque.RemoveFirst();
            deque.RemoveLast();
            deque.Rotate();
            deque.RemoveAt(0);
            deque.Clear();
        }
    }

    /// <summary>0 to 7 in eight places, the first of them not in the first place.</summary>
    static Deque<int> Wrapped()
    {
        var deque = new Deque<int>([3, 4, 5, 6, 7]);
        deque.AddRangeFirst([2, 1, 0]);
        return deque;
    }
}
