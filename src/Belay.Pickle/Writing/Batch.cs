namespace Belay.Pickling;

/// <summary>How many items CPython writes at a time, so that a reader has no more on its stack.</summary>
static class Batch
{
    public const int Size = 1000;
}
