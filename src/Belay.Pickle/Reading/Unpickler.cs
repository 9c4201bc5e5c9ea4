using System.Buffers;

namespace Belay.Pickling;

/// <summary>
/// The machine that a pickle is a program for, without its one dangerous part: what it calls is registered or nothing. It can be handed the
/// bytes in any pieces, since no instruction begins before it is there as a whole.
/// </summary>
sealed partial class Unpickler : IDisposable
{
    public const int MaxProtocol = 5;

    readonly PickleOptions _options;
    readonly Loading _loading;
    readonly Memo _memo;
    readonly IEnumerator<PickleBuffer>? _buffers;
    long _offset;       // of the instruction that is being followed, or is next
    long _available;    // up to here it has been handed in
    long _frameEnd;
    int _protocol;

    public Unpickler(PickleOptions options)
    {
        _options = options;
        _loading = new(options.Limits);
        _memo = new(options.Limits.MaxMemo, _loading);
        _buffers = options.Buffers?.GetEnumerator();
    }

    /// <summary>What it has made, once it has stopped.</summary>
    public object? Result { get; private set; }

    /// <summary>How many more bytes certainly belong to it, if it tells the truth.</summary>
    public long Announced => Math.Max(0, _frameEnd - _offset);

    /// <summary>The result as a type.</summary>
    public T ResultAs<T>() => Guard(static unpickler =>
    {
        var result = unpickler._loading.Convert<T>(unpickler.Result);
        unpickler._loading.Finish();
        return result;
    });

    /// <summary>Follows the instructions as far as they are there.</summary>
    /// <param name="data">The pickle, from the next instruction on.</param>
    /// <param name="used">How many bytes it has followed.</param>
    /// <returns>0 if it has stopped; else how many bytes the next instruction takes, as far as is known.</returns>
    public long Advance(ReadOnlySpan<byte> data, out int used)
    {
        var begin = _offset;
        try
        {
            return Follow(data);
        }
        catch (PickleException error) when (error.Offset is null)
        {
            throw new PickleException(error.Kind, error.Text, _offset, error.InnerException);
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooDeepToCompare();
        }
        finally
        {
            used = (int)(_offset - begin);
        }
    }

    public void Dispose()
    {
        ArrayPool<Slot>.Shared.Return(_stack, clearArray: true);
        _memo.Dispose();
        _buffers?.Dispose();
    }

    /// <summary>The bytes are at their end.</summary>
    public PickleException Truncated() => new(PickleErrorKind.Truncated, "the pickle ends in the middle", _offset);

    T Guard<T>(Func<Unpickler, T> action)
    {
        try
        {
            return action(this);
        }
        catch (PickleException error) when (error.Offset is null)
        {
            throw new PickleException(error.Kind, error.Text, _offset, error.InnerException);
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooDeepToCompare();
        }
    }

    PickleException TooDeepToCompare() => new(PickleErrorKind.Limit, "a key is nested too deep to be compared", _offset);

    static PickleException Malformed(string message) => new(PickleErrorKind.Malformed, message);

    static PickleException Limit(string message) => new(PickleErrorKind.Limit, message);
}
