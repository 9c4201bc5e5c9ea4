using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Analyzers.Tests;

/// <summary>A source in which the places to be reported are marked: <c>{|BELAY001:Work()|}</c>. Marks may lie in each other.</summary>
sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var marks = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "{|BELAY", 0, 7) == 0)
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        Assert.True(open.Count == 0, "A mark is not closed.");
        return new(source.ToString(), [.. marks.OrderBy(mark => mark.Item2.Start)]);
    }
}
