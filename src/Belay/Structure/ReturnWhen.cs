namespace Belay;

/// <summary>When a wait for several futures ends. asyncio: ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION.</summary>
public enum ReturnWhen
{
    /// <summary>When all are done.</summary>
    AllCompleted,

    /// <summary>When one is done or cancelled.</summary>
    FirstCompleted,

    /// <summary>When one has failed, cancellations aside; else when all are done.</summary>
    FirstException,
}
