using System.Collections;
using System.Runtime.InteropServices;

namespace Belay.Pickling;

/// <summary>Lists of nothing but numbers, in one go.</summary>
static class Numbers
{
    /// <returns>False if it is another list, of which nothing has been written.</returns>
    public static bool TryWrite(Pickler pickler, IList list)
    {
        switch (list)
        {
            case List<int> numbers:
                Write(pickler, (ReadOnlySpan<int>)CollectionsMarshal.AsSpan(numbers), static (pickler, number) => pickler.WriteInt(number));
                return true;
            case int[] numbers when numbers.GetType() == typeof(int[]):
                Write(pickler, (ReadOnlySpan<int>)numbers, static (pickler, number) => pickler.WriteInt(number));
                return true;
            case List<long> numbers:
                Write(pickler, (ReadOnlySpan<long>)CollectionsMarshal.AsSpan(numbers), static (pickler, number) => pickler.WriteInt(number));
                return true;
            case long[] numbers when numbers.GetType() == typeof(long[]):
                Write(pickler, (ReadOnlySpan<long>)numbers, static (pickler, number) => pickler.WriteInt(number));
                return true;
            case List<double> numbers:
                Write(pickler, (ReadOnlySpan<double>)CollectionsMarshal.AsSpan(numbers), static (pickler, number) => pickler.Output.WriteDouble(Opcode.BinFloat, number));
                return true;
            case double[] numbers:
                Write(pickler, (ReadOnlySpan<double>)numbers, static (pickler, number) => pickler.Output.WriteDouble(Opcode.BinFloat, number));
                return true;
            default:
                return false;
        }
    }

    static void Write<T>(Pickler pickler, ReadOnlySpan<T> numbers, Action<Pickler, T> write)
    {
        var isSingle = numbers.Length == 1;
        while (!numbers.IsEmpty)
        {
            var batch = numbers[..Math.Min(ListStep.BatchSize, numbers.Length)];
            if (!isSingle) pickler.Write(Opcode.Mark);
            foreach (var number in batch)
            {
                pickler.Output.Boundary();
                write(pickler, number);
            }
            pickler.Write(isSingle ? Opcode.Append : Opcode.Appends);
            numbers = numbers[batch.Length..];
        }
    }
}
