namespace Belay;

/// <summary>An awaiter of Belay's own: the builder hands it the frame that awaits, and no delegate is made.</summary>
internal interface ICoroAwaiter
{
    void Suspend(Frame frame);
}
