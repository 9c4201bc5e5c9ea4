namespace Belay;

/// <summary>
/// Nothing but a wait: for code that is not Belay's and awaits a future or a yield directly. It fails only if it is cancelled; otherwise the
/// awaiter has the outcome.
/// </summary>
internal sealed class WaitFrame : Frame<VoidResult>
{
    internal override void Resume() => SetResult(default);

    internal override void Recycle() { }
}
