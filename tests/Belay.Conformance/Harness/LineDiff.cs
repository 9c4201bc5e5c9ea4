namespace Belay.Conformance;

/// <summary>The difference of two traces, for people: "-" only in the first, "+" only in the second, with all they share between.</summary>
static class LineDiff
{
    /// <summary>Empty if they are equal.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (first.SequenceEqual(second)) return [];
        var common = CommonLengths(first, second);
        var lines = new List<string>();
        int i = 0, j = 0;
        while (i < first.Count || j < second.Count)
        {
            if (i < first.Count && j < second.Count && first[i] == second[j])
            {
                lines.Add($"  {first[i++]}");
                j++;
            }
            else if (j == second.Count || (i < first.Count && common[i + 1, j] >= common[i, j + 1])) lines.Add($"- {first[i++]}");
            else lines.Add($"+ {second[j++]}");
        }
        return lines;
    }

    /// <summary>How many lines the two have in common from i and j on.</summary>
    static int[,] CommonLengths(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var lengths = new int[first.Count + 1, second.Count + 1];
        for (var i = first.Count - 1; i >= 0; i--)
            for (var j = second.Count - 1; j >= 0; j--)
                lengths[i, j] = first[i] == second[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }
}
