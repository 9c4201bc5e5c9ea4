namespace Belay.Pickling;

/// <summary>A value on the stack or in the memo, and how deep it is nested: 0 for what holds nothing.</summary>
struct Slot(object? value, int depth)
{
    public object? Value = value;
    public int Depth = depth;
}
