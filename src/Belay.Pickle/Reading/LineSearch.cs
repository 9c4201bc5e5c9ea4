namespace Belay.Pickling;

/// <summary>
/// The search for the end of an instruction that is lines of text. Its bytes may come one by one: what has been searched is not searched again,
/// or a long line would take the square of its length in time.
/// </summary>
struct LineSearch
{
    int _searched;
    int _found;

    /// <summary>The size of the instruction, if all its lines are there; else one more than there is.</summary>
    public long Go(ReadOnlySpan<byte> data, int lines)
    {
        var size = Math.Max(1, _searched);
        for (; _found < lines; _found++)
        {
            var end = data[size..].IndexOf((byte)'\n');
            if (end < 0)
            {
                _searched = data.Length;
                return data.Length + 1;
            }
            size += end + 1;
        }
        this = default;
        return size;
    }
}
