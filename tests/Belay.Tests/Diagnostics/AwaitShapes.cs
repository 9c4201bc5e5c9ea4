using static Belay.Tests.Diagnostics.AwaitLog;

namespace Belay.Tests.Diagnostics;

/// <summary>Async methods of every shape that changes how the compiler lays out its code.</summary>
internal static class AwaitShapes
{
    internal static async AwaitLog InOrder()
    {
        await Here();
        var value = await Here();

        if (!value) await Here();
    }

    internal static async AwaitLog Loops()
    {
        for (var i = 0; i < 3; i++)
        {
            await Here();
            for (var j = 0; await Here(j < 2); j++)
            {
                await Here();
            }
        }
        await foreach (var item in new Items(Line()))
        {
            await Here();
        }
    }

    internal static async AwaitLog Handlers()
    {
        try
        {
            await Here();
            try
            {
                await Here();
                throw new FormatException();
            }
            catch (FormatException) when (Line() > 0)
            {
                await Here();
                try
                {
                    await Here();
                }
                finally
                {
                    await Here();
                }
            }
            await Here();
        }
        finally
        {
            await Here();
            try
            {
                throw new TimeoutException();
            }
            catch (TimeoutException)
            {
                await Here();
            }
            await Here();
        }
        await Here();
    }

    internal static async AwaitLog Expressions(int number)
    {
        _ = await Here() || await Here() ? 1 : 2;
        var text = number switch { 3 => $"{await Here()}", _ => "" };
        using (var scope = new Scope(await Here()))
        {
            await Here();
        }
        Action<bool> ignore = _ => { };
        ignore(await Here());
        lock (text)
        {
            ignore(true);
        }
        await Here();
    }

    internal static async AwaitLog Switches(int number)
    {
        switch (number)
        {
            case 3:
                await Here();
                goto case 2;
            case 1:
                await Here();
                break;
            case 2:
                await Here();
                goto case 1;
        }
        // Constants and operands of every size, which the reader has to step over.
        long large = 0x1234_5678_9ABC_DEF0 + number;
        double real = 3.25 * number;
        float single = 1.5f * number;
        var many = new[] { 200, 70_000, number, (int)large, (int)real, (int)single };
        await Here();
        var name = number switch { 0 => "a", 1 => "b", 2 => "c", 3 => "d", 4 => "e", 5 => "f", 6 => "g", _ => typeof(int).Name };
        await Here();
        GC.KeepAlive((name, many));
    }

    internal static async AwaitLog Generic<T>(T value)
    {
        await Here();
        GC.KeepAlive(default(T)?.Equals(value));
        await Here();
    }

    internal static async AwaitLog Many()
    {
        await Here(); await Here(); await Here();
        await Here(); await Here(); await Here();
        await Here(); await Here(); await Here();
        await Here(); await Here(); await Here();
    }

    internal sealed class Box<T>
    {
        internal async AwaitLog Fill<TItem>(TItem item)
        {
            GC.KeepAlive(item);
            await Here();
        }
    }

    sealed class Items(int line)
    {
        int _left = 2;

        public Items GetAsyncEnumerator() => this;

        public int Current => _left;

        public SuspendingAwaitable MoveNextAsync() => Here(_left-- > 0, line);
    }

    readonly record struct Scope(bool Value) : IDisposable
    {
        public void Dispose() => GC.KeepAlive(Value);
    }
}
