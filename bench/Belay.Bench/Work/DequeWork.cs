using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Items go in and out a hundred at a time; an operation is one in and one out. CPython's rival is its own deque.</summary>
public static class DequeWork
{
    private const int Burst = 100;

    public static WorkItem Queue { get; } = new("deque/queue")
    {
        Label = "Deque<int>: AddLast, RemoveFirst",
        Measurement = InBursts<Deque<int>>(AsQueue),
        Rivals =
        [
            new(RivalKind.Asyncio, "deque: append, popleft"),
            Rival.DotNet("Queue<int>: Enqueue, Dequeue", InBursts<Queue<int>>(AsQueue)),
        ],
        Rows = [Row.Time("deque as a queue", new Goal.Times(RivalKind.Asyncio, 5), new Goal.Share(RivalKind.DotNet, 1))],
    };

    public static WorkItem Stack { get; } = new("deque/stack")
    {
        Label = "Deque<int>: AddLast, RemoveLast",
        Measurement = InBursts<Deque<int>>(AsStack),
        Rivals =
        [
            new(RivalKind.Asyncio, "deque: append, pop"),
            Rival.DotNet("List<int>: Add, RemoveAt(Count - 1)", InBursts<List<int>>(AsStack)),
        ],
        Rows = [Row.Time("deque as a stack", new Goal.Times(RivalKind.Asyncio, 5), new Goal.Share(RivalKind.DotNet, 1))],
    };

    public static WorkItem Left { get; } = new("deque/left")
    {
        Label = "Deque<int>: AddFirst, RemoveFirst",
        Measurement = InBursts<Deque<int>>(AtTheLeft),
        Rivals =
        [
            new(RivalKind.Asyncio, "deque: appendleft, popleft"),
            Rival.DotNet("LinkedList<int>: AddFirst, RemoveFirst", InBursts<LinkedList<int>>(AtTheLeft)),
        ],
        Rows = [Row.Time("deque at its left", new Goal.Times(RivalKind.Asyncio, 5), new Goal.Share(RivalKind.DotNet, 0.2))],
    };

    private static Measurement InBursts<TItems>(Func<TItems, int> burst) where TItems : new() => Measure.Plain(
        (count, probe) =>
        {
            var items = new TItems();
            probe.Start();
            for (var done = 0; done < count; done += Burst)
            {
                burst(items);
            }
            probe.Stop();
        },
        Burst);

    private static int AsQueue(Deque<int> deque)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            deque.AddLast(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += deque.RemoveFirst();
        }
        return sum;
    }

    private static int AsQueue(Queue<int> queue)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            queue.Enqueue(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += queue.Dequeue();
        }
        return sum;
    }

    private static int AsStack(Deque<int> deque)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            deque.AddLast(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += deque.RemoveLast();
        }
        return sum;
    }

    private static int AsStack(List<int> list)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            list.Add(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += list[^1];
            list.RemoveAt(list.Count - 1);
        }
        return sum;
    }

    private static int AtTheLeft(Deque<int> deque)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            deque.AddFirst(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += deque.RemoveFirst();
        }
        return sum;
    }

    private static int AtTheLeft(LinkedList<int> list)
    {
        var sum = 0;
        for (var i = 0; i < Burst; i++)
        {
            list.AddFirst(i);
        }
        for (var i = 0; i < Burst; i++)
        {
            sum += list.First!.Value;
            list.RemoveFirst();
        }
        return sum;
    }
}
