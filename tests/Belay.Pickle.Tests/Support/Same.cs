namespace Belay.Pickling.Tests.Support;

/// <summary>Whether two values are the same, type by type and item by item.</summary>
static class Same
{
    public static void Assert(object? expected, object? actual)
    {
        switch (expected)
        {
            case null:
                Xunit.Assert.Null(actual);
                return;
            case Plain plain:
                Xunit.Assert.Equal(plain.Name, Xunit.Assert.IsType<Plain>(actual).Name);
                Assert(plain.Value, ((Plain)actual!).Value);
                return;
            case Inner inner:
                Xunit.Assert.Equal(inner.Depth, Xunit.Assert.IsType<Inner>(actual).Depth);
                return;
        }
        Xunit.Assert.NotNull(actual);
        Xunit.Assert.Equal(expected.GetType(), actual.GetType());
        switch (expected)
        {
            case double number:
                Xunit.Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)actual));
                return;
            case DateTimeOffset time:
                Xunit.Assert.True(time.EqualsExact((DateTimeOffset)actual));
                return;
            case decimal number:
                Xunit.Assert.Equal(number.ToString(), ((decimal)actual).ToString());
                return;
            case PyDefaultDict { Factory: var factory }:
                Xunit.Assert.Equal(factory, ((PyDefaultDict)actual).Factory);
                break;
            case Deque<object?> deque:
                Xunit.Assert.Equal(deque.MaxLength, ((Deque<object?>)actual).MaxLength);
                break;
        }
        if (expected is PyDict dict)
        {
            foreach (var (one, other) in dict.Zip((PyDict)actual))
            {
                Assert(one.Key, other.Key);
                Assert(one.Value, other.Value);
            }
            Xunit.Assert.Equal(dict.Count, ((PyDict)actual).Count);
        }
        else if (expected is IEnumerable<object?> items)
        {
            var others = ((IEnumerable<object?>)actual).ToArray();
            Xunit.Assert.Equal(items.Count(), others.Length);
            foreach (var (one, other) in items.Zip(others)) Assert(one, other);
        }
        else Xunit.Assert.Equal(expected, actual);
    }
}
