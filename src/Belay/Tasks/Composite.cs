namespace Belay;

/// <summary>
/// What stands behind a future that is made of others: to cancel it is to cancel those, and it ends when they have. Such futures may
/// be nested deeper than the native stack allows, directly or with tasks in between, so they are cancelled in a loop.
/// </summary>
internal abstract class Composite(Future[] parts)
{
    /// <summary>What it is made of, in order. The same one may be in it several times.</summary>
    protected readonly Future[] Parts = parts;

    /// <summary>What is being cancelled leads here, and goes on with this when it has been.</summary>
    Composite? _outer;

    /// <summary>The task that waits for it, if the request came by way of that.</summary>
    CoroTask? _waiter;

    /// <summary>Which part is cancelled next; negative as long as it is not being cancelled.</summary>
    int _next = -1;

    bool _found;
    bool _isInRing;

    /// <summary>What others see of it.</summary>
    protected abstract Future Whole { get; }

    /// <summary>It was asked to cancel its parts, and there were some to be cancelled.</summary>
    protected bool IsCancelRequested { get; private set; }

    /// <summary>Cancels all that it is made of, part by part, and what is behind those.</summary>
    /// <param name="waiter">The task that waits for it, if that is what is cancelled.</param>
    /// <param name="message">For the reader of the exceptions.</param>
    /// <returns>Whether there was anything to cancel; if not, it is about to be done.</returns>
    internal bool Cancel(CoroTask? waiter, string? message)
    {
        if (_next >= 0)
        {
            // By a callback of a token, while it is being cancelled.
            waiter?.Strand!.KeepRequest(message);
            return false;
        }
        Enter(null, waiter);
        var current = this;
        while (true)
        {
            if (current._next == current.Parts.Length)
            {
                if (current.Leave(message) is not { } outer) return _found;
                current = outer;
            }
            else if (current.CancelNext(message, out waiter) is { } inner)
            {
                if (inner._next < 0)
                {
                    inner.Enter(current, waiter);
                    current = inner;
                }
                else if (waiter is null) current._isInRing = true;
                else inner.TakeOut(waiter, message);
            }
        }
    }

    void Enter(Composite? outer, CoroTask? waiter)
    {
        (_outer, _waiter, _next) = (outer, waiter, 0);
        _found = _isInRing = false;
    }

    /// <summary>Cancels the next part, unless that is, or waits for, another composite, which it returns.</summary>
    Composite? CancelNext(string? message, out CoroTask? waiter)
    {
        waiter = null;
        var part = Parts[_next++];
        if (part.IsDone) part.CancelTooLate();
        else if (part.Composite is { } inner) return inner;
        else if (part is CoroTask task)
        {
            _found = true;
            waiter = task.Request(message);
            return ((Future?)waiter?.Strand!.Wait)?.Composite;
        }
        else _found |= part.Cancel(message);
        return null;
    }

    /// <summary>All parts have been cancelled. Returns what this is a part of.</summary>
    Composite? Leave(string? message)
    {
        IsCancelRequested |= _found;
        if (_waiter is { Strand: { } strand })
        {
            if (!_found && _isInRing) TakeOut(_waiter, message);
            else if (!_found) strand.KeepRequest(message);
            strand.Interop?.CancelToken();
        }
        else if (_outer is not null)
        {
            _outer._found |= _found;
            _outer._isInRing |= _isInRing;
        }
        var outer = _outer;
        (_outer, _waiter, _next) = (null, null, -1);
        return outer;
    }

    /// <summary>They wait for each other in a ring. It ends where this one is taken out of it.</summary>
    void TakeOut(CoroTask waiter, string? message)
    {
        Whole.RemoveCallback(waiter.Strand!);
        waiter.Strand!.Interrupt(message);
    }
}
