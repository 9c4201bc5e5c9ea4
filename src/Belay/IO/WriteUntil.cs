namespace Belay;

/// <summary>What a write waits for.</summary>
internal enum WriteUntil : byte
{
    /// <summary>Little enough is left to be sent.</summary>
    Drained,

    /// <summary>Nothing is.</summary>
    Sent,
}
