namespace Belay.Pickling;

/// <summary>The collections of simple types.</summary>
static class CommonShapes
{
    public static void Add()
    {
        AddOf<object?>();
        AddOf<string>();
        AddOf<byte[]>();
        AddOfStruct<bool>();
        AddOfStruct<int>();
        AddOfStruct<long>();
        AddOfStruct<double>();
        AddOfStruct<decimal>();
        AddOfStruct<Guid>();
        AddOfStruct<DateTime>();
        AddOfStruct<DateTimeOffset>();
        AddOfStruct<DateOnly>();
        AddOfStruct<TimeSpan>();
        PickleShapes.AddNullable<float>();
        PickleShapes.AddNullable<TimeOnly>();
        Shape<ReadOnlyMemory<byte>>.Make = static (value, loading) => loading.Convert<byte[]>(value);
        Shape<Memory<byte>>.Make = static (value, loading) => loading.Convert<byte[]>(value);
    }

    static void AddOf<T>()
    {
        PickleShapes.AddList<T>();
        PickleShapes.AddArray<T>();
        PickleShapes.AddDeque<T>();
        PickleShapes.AddSet<T>();
        PickleShapes.AddDictionary<string, T>();
    }

    static void AddOfStruct<T>() where T : struct
    {
        AddOf<T>();
        PickleShapes.AddNullable<T>();
    }
}
