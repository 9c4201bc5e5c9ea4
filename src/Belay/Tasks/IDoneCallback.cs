namespace Belay;

/// <summary>A done callback of Belay's own, for which no delegate is made. Called through the ready queue like the others.</summary>
internal interface IDoneCallback
{
    void OnDone(Future future);
}
