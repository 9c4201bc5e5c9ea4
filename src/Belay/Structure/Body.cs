namespace Belay;

/// <summary>The block of a scope: a function that is given the scope and returns a coroutine.</summary>
internal static class Body
{
    // What it throws before it returns a coroutine is the block's failure too.
    internal static Coro Enter<TScope>(Func<TScope, Coro> body, TScope scope)
    {
        try { return body(scope); }
        catch (Exception failure) { return Fail(failure); }
    }

    internal static Coro<T> Enter<TScope, T>(Func<TScope, Coro<T>> body, TScope scope)
    {
        try { return body(scope); }
        catch (Exception failure) { return Fail<T>(failure); }
    }

#pragma warning disable CS1998 // a coroutine that has nothing to wait for
    static async Coro Fail(Exception failure) => Rethrow.Now(failure);

    static async Coro<T> Fail<T>(Exception failure)
    {
        Rethrow.Now(failure);
        return default;
    }
#pragma warning restore CS1998
}
