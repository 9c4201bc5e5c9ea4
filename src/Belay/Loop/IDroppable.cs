namespace Belay;

/// <summary>Something in the ready queue or on its way there that others wait for: they are told if the loop closes before its turn comes.</summary>
internal interface IDroppable : IReady
{
    /// <summary>It will not run. From any thread, and perhaps twice.</summary>
    void Drop();
}
