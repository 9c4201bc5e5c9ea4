namespace Belay.Pickling;

/// <content>From and to streams.</content>
public static partial class Pickle
{
    /// <summary>Reads a pickle from a stream, which is then at what comes after it: several may be written one after another. pickle.load.</summary>
    /// <remarks>A stream that cannot seek is read piece by piece, so as not to take too much; put a BufferedStream in between if nothing comes after the pickle.</remarks>
    /// <exception cref="PickleException">It cannot be read. The stream is then somewhere.</exception>
    public static object? Load(Stream stream, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        Run(machine, stream);
        return machine.Result;
    }

    /// <inheritdoc cref="Load(Stream, PickleOptions?)"/>
    /// <summary>Reads a pickle from a stream as a type, as <see cref="Loads{T}"/> does.</summary>
    public static T Load<T>(Stream stream, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        Run(machine, stream);
        return machine.ResultAs<T>();
    }

    /// <inheritdoc cref="Load(Stream, PickleOptions?)"/>
    /// <summary>Reads a pickle from a stream, which is then at what comes after it, and waits for it as a coroutine.</summary>
    /// <remarks>Cancelled, it leaves the stream somewhere in the pickle.</remarks>
    public static async Coro<object?> LoadAsync(Stream stream, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        await RunAsync(machine, stream);
        return machine.Result;
    }

    /// <inheritdoc cref="LoadAsync(Stream, PickleOptions?)"/>
    /// <summary>Reads a pickle from a stream as a type, as <see cref="Loads{T}"/> does, and waits for it as a coroutine.</summary>
    public static async Coro<T> LoadAsync<T>(Stream stream, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        await RunAsync(machine, stream);
        return machine.ResultAs<T>();
    }

    /// <summary>Writes an object and all it refers to into a stream. The pickle is made as a whole first: if that fails, nothing has been written. pickle.dump.</summary>
    /// <exception cref="PickleException">There is something among it that Belay.Pickle does not know how to write.</exception>
    public static void Dump(object? value, Stream stream, PickleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var pickler = NewPickler(options);
        stream.Write(pickler.Write(value));
    }

    /// <summary>Writes an object and all it refers to into a stream, and waits for the stream as a coroutine. The pickle is made as a whole first, in one step.</summary>
    /// <remarks>Cancelled, it may have written a part.</remarks>
    /// <exception cref="PickleException">There is something among it that Belay.Pickle does not know how to write.</exception>
    public static async Coro DumpAsync(object? value, Stream stream, PickleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // An array of its own: a stream may go on with it when the coroutine has been cancelled.
        await stream.WriteAsync(Dumps(value, options), Coro.Token);
    }

    static void Run(Unpickler machine, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var window = new Window(stream);
        while (Follow(machine, window) is var needed && needed > 0)
        {
            while (window.Room(needed, machine.Announced) is { IsEmpty: false } room)
            {
                var count = stream.Read(room.Span);
                if (count == 0) throw machine.Truncated();
                window.Came(count);
            }
        }
        window.GiveBack();
    }

    static async Coro RunAsync(Unpickler machine, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var window = new Window(stream);
        while (Follow(machine, window) is var needed && needed > 0)
        {
            while (window.Room(needed, machine.Announced) is { IsEmpty: false } room)
            {
                var count = await stream.ReadAsync(room, Coro.Token);
                if (count == 0) throw machine.Truncated();
                window.Came(count);
            }
        }
        window.GiveBack();
    }

    static long Follow(Unpickler machine, Window window)
    {
        var needed = machine.Advance(window.Bytes, out var used);
        window.Drop(used);
        return needed;
    }
}
