namespace Belay;

/// <summary>Something that becomes ready at a time. Each has a place in one heap at the most, and knows it, so that it can be taken out.</summary>
internal interface ITimed : IReady
{
    /// <summary>Kept by the heap: where it is there, -1 if it is not.</summary>
    int HeapIndex { get; set; }
}
