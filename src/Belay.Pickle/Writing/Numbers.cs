using System.Collections;
using System.Runtime.InteropServices;

namespace Belay.Pickling;

/// <summary>Lists of nothing but numbers, in one go.</summary>
static class Numbers
{
    /// <returns>False if it is another list, of which nothing has been written.</returns>
    public static bool TryWrite(Output output, IList list)
    {
        switch (list)
        {
            case List<int> numbers:
                Write<int, IntForm>(output, CollectionsMarshal.AsSpan(numbers));
                return true;
            case int[] numbers when numbers.GetType() == typeof(int[]):
                Write<int, IntForm>(output, numbers);
                return true;
            case List<long> numbers:
                Write<long, LongForm>(output, CollectionsMarshal.AsSpan(numbers));
                return true;
            case long[] numbers when numbers.GetType() == typeof(long[]):
                Write<long, LongForm>(output, numbers);
                return true;
            case List<double> numbers:
                Write<double, DoubleForm>(output, CollectionsMarshal.AsSpan(numbers));
                return true;
            case double[] numbers:
                Write<double, DoubleForm>(output, numbers);
                return true;
            default:
                return false;
        }
    }

    static void Write<T, TForm>(Output output, ReadOnlySpan<T> numbers) where TForm : INumberForm<T>
    {
        var isSingle = numbers.Length == 1;
        while (!numbers.IsEmpty)
        {
            var batch = numbers[..Math.Min(Batch.Size, numbers.Length)];
            numbers = numbers[batch.Length..];
            if (!isSingle) output.Write(Opcode.Mark);
            while (!batch.IsEmpty)
            {
                output.Boundary();
                // Before the last of so many, the frame cannot be long enough to end.
                var many = (int)Math.Min(((long)output.BeforeBoundary + TForm.MaxSize - 1) / TForm.MaxSize, batch.Length);
                var room = output.Room(many * TForm.MaxSize);
                var used = 0;
                foreach (var number in batch[..many]) used += TForm.Write(number, room[used..]);
                output.Advance(used);
                batch = batch[many..];
            }
            output.Write(isSingle ? Opcode.Append : Opcode.Appends);
        }
    }
}
