namespace Belay.Pickling;

/// <summary>The values that pickles are full of, boxed once.</summary>
static class SmallInts
{
    const int Count = 1024;

    static readonly object[] _boxes = [.. Enumerable.Range(0, Count).Select(number => (object)(long)number)];

    public static readonly object True = true;

    public static readonly object False = false;

    public static object Box(int number) => (uint)number < Count ? _boxes[number] : (long)number;
}
