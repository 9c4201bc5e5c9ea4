namespace Belay;

/// <summary>The life of a <see cref="CompletionSocket"/>'s wait for input. Changed atomically while it is pending, because it completes on any thread.</summary>
internal enum InputState
{
    /// <summary>Nothing waits.</summary>
    Idle,

    /// <summary>A receive goes on. From Idle.</summary>
    Pending,

    /// <summary>It has ended, and the loop is about to be told. From Pending.</summary>
    Completed,

    /// <summary>It is about to end, and then closes the socket. From Pending, for good.</summary>
    Closing,
}
