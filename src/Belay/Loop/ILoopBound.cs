namespace Belay;

/// <summary>Something of the system's that does not outlive its loop, even if nobody gives it back.</summary>
internal interface ILoopBound
{
    /// <summary>The loop has ended: nothing runs on it any more.</summary>
    void OnLoopClosed();
}
