namespace Belay.Tests.Support;

/// <summary>The coroutines that tests give to tasks and groups.</summary>
static class Work
{
    /// <summary>Waits for what never comes.</summary>
    public static async Coro Forever() => await new Future<int>();

    /// <summary>Returns after giving up so many turns.</summary>
    public static async Coro<T> Return<T>(T value, int turns = 0)
    {
        await Loop.Turns(turns);
        return value;
    }

    /// <summary>Fails after giving up so many turns.</summary>
    public static async Coro Fail(Exception error, int turns = 0)
    {
        await Loop.Turns(turns);
        throw error;
    }

    /// <summary>Waits for ever and, once cancelled, fails instead.</summary>
    public static async Coro FailWhenCancelled(Exception error)
    {
        try
        {
            await Forever();
        }
        catch (CancelledException)
        {
            throw error;
        }
    }

    /// <summary>Waits for ever; tells when it is cancelled.</summary>
    public static async Coro TellWhenCancelled(Action cancelled)
    {
        try
        {
            await Forever();
        }
        catch (CancelledException)
        {
            cancelled();
            throw;
        }
    }

    /// <summary>Waits for ever and, once cancelled, needs so many more turns before it ends as cancelled.</summary>
    public static async Coro CleanUpWhenCancelled(int turns, Action? cleanedUp = null)
    {
        try
        {
            await Forever();
        }
        finally
        {
            await Loop.Turns(turns);
            cleanedUp?.Invoke();
        }
    }
}
