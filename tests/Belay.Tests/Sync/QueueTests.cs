using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public class FifoQueueTests : QueueContract
{
    private protected override AsyncQueue<int> Make(int maxSize = 0) => new(maxSize);

    [Fact]
    public void Get_GivesTheItemsInTheirOrder()
    {
        var queue = new AsyncQueue<string>();
        var (expected, got) = (new Queue<string>(), new List<string>());
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            if (random.Next(5) < 3)
            {
                queue.TryPut($"{i}");
                expected.Enqueue($"{i}");
            }
            else if (queue.TryGet(out var item))
            {
                Assert.Equal(expected.Dequeue(), item);
            }
        }
        Assert.Equal(expected.Count, queue.Count);
        while (queue.TryGet(out var item))
        {
            got.Add(item);
        }
        Assert.Equal(expected, got);
    }

    [Fact]
    public void Get_GivesUpTheReference()
    {
        var queue = new AsyncQueue<object>();
        var weak = PutAndTake();
        GC.Collect();
        Assert.False(weak.TryGetTarget(out _));
        GC.KeepAlive(queue);

        WeakReference<object> PutAndTake()
        {
            var item = new object();
            queue.TryPut(item);
            queue.TryGet(out _);
            return new WeakReference<object>(item);
        }
    }
}

public class LifoQueueTests : QueueContract
{
    private protected override AsyncQueue<int> Make(int maxSize = 0) => new AsyncLifoQueue<int>(maxSize);

    [Fact]
    public void Get_GivesTheLastFirst() => Loop.Run(async () =>
    {
        var queue = Make();
        foreach (var item in new[] { 1, 3, 2 })
        {
            await queue.PutAsync(item);
        }
        Assert.Equal((2, 3, 1), (await queue.GetAsync(), await queue.GetAsync(), await queue.GetAsync()));
    });
}

public class PriorityQueueTests : QueueContract
{
    private protected override AsyncQueue<int> Make(int maxSize = 0) => new AsyncPriorityQueue<int>(maxSize);

    [Fact]
    public void Get_GivesTheLeastFirst() => Loop.Run(async () =>
    {
        var queue = Make();
        foreach (var item in new[] { 1, 3, 2 })
        {
            await queue.PutAsync(item);
        }
        Assert.Equal((1, 2, 3), (await queue.GetAsync(), await queue.GetAsync(), await queue.GetAsync()));
    });

    [Fact]
    public void Get_WithAComparer_GoesByThat()
    {
        var queue = new AsyncPriorityQueue<int>(0, Comparer<int>.Create((left, right) => right.CompareTo(left)));
        foreach (var item in new[] { 1, 3, 2 })
        {
            queue.TryPut(item);
        }
        Assert.Equal([3, 2, 1], Drain(queue));
    }

    [Fact]
    public void Get_EqualPriorities_LeaveInTheOrderTheyCame()
    {
        var queue = new AsyncPriorityQueue<(int Priority, int Order)>(0, Comparer<(int Priority, int Order)>.Create((left, right) => left.Priority.CompareTo(right.Priority)));
        var random = new Random(3);
        var put = new List<(int Priority, int Order)>();
        var got = new List<(int Priority, int Order)>();
        for (var i = 0; i < 3000; i++)
        {
            put.Add((random.Next(5), i));
            queue.TryPut(put[^1]);
        }
        while (queue.TryGet(out var item))
        {
            got.Add(item);
        }
        Assert.Equal(put.OrderBy(item => item.Priority), got);
    }

    [Fact]
    public void Get_BetweenPuts_IsAlwaysTheLeast()
    {
        var queue = new AsyncPriorityQueue<int>();
        var model = new List<int>();
        var random = new Random(5);
        for (var i = 0; i < 3000; i++)
        {
            if (random.Next(5) < 3)
            {
                model.Add(random.Next(100));
                queue.TryPut(model[^1]);
            }
            else if (queue.TryGet(out var item))
            {
                Assert.Equal(model.Min(), item);
                model.Remove(item);
            }
        }
        Assert.Equal(model.Order(), Drain(queue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ComparerThrows_AtAnyComparison_NothingIsChanged(int comparisons)
    {
        var left = int.MaxValue;
        var queue = new AsyncPriorityQueue<int>(0, Comparer<int>.Create((a, b) => left-- > 0 ? a.CompareTo(b) : throw new Boom()));
        foreach (var item in new[] { 5, 4, 9, 3, 8, 7, 1, 2, 6 })
        {
            queue.TryPut(item);
        }
        left = comparisons;
        Assert.Throws<Boom>(() => queue.TryPut(0));
        left = comparisons;
        Assert.Throws<Boom>(() => queue.TryGet(out _));
        left = int.MaxValue;
        Assert.Equal(Enumerable.Range(1, 9), Drain(queue));
    }

    [Fact]
    public void Put_NotComparable_FailsTheAwait() => Loop.Run(async () =>
    {
        var queue = new AsyncPriorityQueue<object>();
        await queue.PutAsync(new object());
        await Expect.Throws<ArgumentException>(queue.PutAsync(new object()));
        Assert.Equal(1, queue.Count);
    });

    static List<int> Drain(AsyncQueue<int> queue)
    {
        var items = new List<int>();
        while (queue.TryGet(out var item))
        {
            items.Add(item);
        }
        return items;
    }
}
