namespace Belay;

/// <summary>What a <see cref="Poller"/> watches a descriptor for. On the loop's thread.</summary>
internal interface IPolled
{
    /// <summary>Something has changed. It is said once for each change, so what there is must be used up before the next can be waited for.</summary>
    /// <param name="isReadable">There is something to receive: the end, or a failure, too.</param>
    /// <param name="isWritable">There is room to send; or it fails.</param>
    /// <param name="isOver">Nothing more will come after what is there.</param>
    void OnReady(bool isReadable, bool isWritable, bool isOver);
}
