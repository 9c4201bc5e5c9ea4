namespace Belay.Tests.Support;

/// <summary>Assertions on awaits. xunit's own run an <c>async Task</c> in between, which would blur what is counted in turns.</summary>
static class Expect
{
    public static async Coro<TException> Throws<TException>(Coro awaitable) where TException : Exception
    {
        try
        {
            await awaitable;
        }
        catch (TException expected)
        {
            return expected;
        }

        throw Nothing<TException>();
    }

    /// <summary>For what may throw at the call or at the await.</summary>
    public static async Coro<TException> Throws<TException>(Func<Coro> call) where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException expected)
        {
            return expected;
        }

        throw Nothing<TException>();
    }

    static Exception Nothing<TException>() =>
        Xunit.Sdk.ThrowsException.ForNoException(typeof(TException));
}
