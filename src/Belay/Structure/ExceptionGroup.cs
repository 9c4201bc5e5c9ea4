using System.Runtime.ExceptionServices;

namespace Belay;

/// <summary>
/// Several failures at once, which may be groups themselves. ExceptionGroup of Python (PEP 654), whose split() and subgroup() work by
/// predicate or type.
/// </summary>
public class ExceptionGroup : AggregateException
{
    readonly string _text;

    /// <summary>Makes one of the exceptions, in their order.</summary>
    /// <param name="message">What they have in common; <see cref="Message"/> adds how many there are.</param>
    /// <param name="exceptions">At least one.</param>
    /// <exception cref="ArgumentException">There are none, or one is null.</exception>
    public ExceptionGroup(string message, params IEnumerable<Exception> exceptions) : base(message, exceptions)
    {
        if (InnerExceptions.Count == 0) throw new ArgumentException("An exception group needs at least one exception.", nameof(exceptions));
        _text = message;
    }

    /// <summary>The text and the number of exceptions directly in it: "text (1 sub-exception)", "text (2 sub-exceptions)".</summary>
    public override string Message => $"{_text} ({InnerExceptions.Count} sub-exception{(InnerExceptions.Count == 1 ? "" : "s")})";

    /// <summary>
    /// Parts it into what matches and what does not, nesting, texts and stack traces kept. The predicate is asked of groups first; one that matches is
    /// taken whole. asyncio, PEP 654: split.
    /// </summary>
    public (ExceptionGroup? Matched, ExceptionGroup? Unmatched) Split(Func<Exception, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        if (predicate(this)) return (this, null);
        List<Exception> matched = [], unmatched = [];
        foreach (var inner in InnerExceptions)
        {
            if (inner is ExceptionGroup group)
            {
                var (yes, no) = group.Split(predicate);
                if (yes is not null) matched.Add(yes);
                if (no is not null) unmatched.Add(no);
            }
            else (predicate(inner) ? matched : unmatched).Add(inner);
        }
        return (Derive(matched), Derive(unmatched));
    }

    /// <inheritdoc cref="Split(Func{Exception, bool})"/>
    /// <typeparam name="TException">What matches.</typeparam>
    public (ExceptionGroup? Matched, ExceptionGroup? Unmatched) Split<TException>() where TException : Exception =>
        Split(error => error is TException);

    /// <summary>What matches, nesting and texts kept; null if nothing does.</summary>
    public ExceptionGroup? Subgroup(Func<Exception, bool> predicate) => Split(predicate).Matched;

    /// <inheritdoc cref="Subgroup(Func{Exception, bool})"/>
    /// <typeparam name="TException">What matches.</typeparam>
    public ExceptionGroup? Subgroup<TException>() where TException : Exception => Split<TException>().Matched;

    /// <summary>
    /// Handles those of a type, each leaf once; throws the rest, if any, together with what the handler threw. Without a match the handler
    /// is not called and this group is thrown. Python: except*.
    /// </summary>
    /// <exception cref="ExceptionGroup">Something did not match, or the handler threw.</exception>
    public void Handle<TException>(Action<ExceptionGroup> handler) where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(handler);
        var (matched, unmatched) = Split<TException>();
        if (matched is null) Rethrow.Now(this);
        try
        {
            handler(matched);
        }
        catch (Exception thrown)
        {
            if (unmatched is null) throw;
            throw new ExceptionGroup(_text, thrown, unmatched);
        }
        if (unmatched is not null) Rethrow.Now(unmatched);
    }

    /// <summary>
    /// Makes the parts of a split. A derived class that has more to say makes its own kind. Python: derive.
    /// </summary>
    /// <param name="message">This group's text.</param>
    /// <param name="exceptions">At least one.</param>
    protected virtual ExceptionGroup Derive(string message, IReadOnlyList<Exception> exceptions) => new(message, exceptions);

    ExceptionGroup? Derive(List<Exception> exceptions)
    {
        if (exceptions.Count == 0) return null;
        var part = Derive(_text, exceptions);
        if (StackTrace is { } trace) ExceptionDispatchInfo.SetRemoteStackTrace(part, trace);
        return part;
    }
}
