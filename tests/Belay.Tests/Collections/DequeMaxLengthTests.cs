namespace Belay.Tests.Collections;

public class DequeMaxLengthTests
{
    [Fact]
    public void Add_AtTheMaximum_DropsFromTheOtherEnd()
    {
        var deque = new Deque<int>(maxLength: 3);
        deque.AddRangeLast([1, 2, 3]);
        deque.AddLast(4);
        Assert.Equal([2, 3, 4], deque);
        deque.AddFirst(1);
        Assert.Equal([1, 2, 3], deque);
        deque.AddRangeFirst([7, 8]);
        Assert.Equal([8, 7, 1], deque);
        Assert.Equal(3, deque.MaxLength);
    }

    [Fact]
    public void Insert_AtTheMaximum_Throws()
    {
        var deque = new Deque<int>([1, 2], maxLength: 2);

        Assert.Throws<InvalidOperationException>(() => deque.Insert(1, 0));

        Assert.Equal([1, 2], deque);
    }

    [Fact]
    public void Constructor_MoreItemsThanTheMaximum_KeepsTheLast() =>
        Assert.Equal([2, 3], new Deque<int>([1, 2, 3], maxLength: 2));

    [Fact]
    public void Add_MaximumOfZero_KeepsNothing()
    {
        var deque = new Deque<int>(maxLength: 0);
        deque.AddLast(1);
        deque.AddFirst(1);
        deque.AddRangeLast([1, 2]);
        deque.AddRangeFirst([1, 2]);

        Assert.Empty(deque);
        Assert.Throws<InvalidOperationException>(() => deque.Insert(0, 1));
    }

    [Fact]
    public void Constructor_NegativeMaximum_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("maxLength", () => new Deque<int>(-1));
        Assert.Throws<ArgumentOutOfRangeException>("maxLength", () => new Deque<int>([], -1));
    }
}
