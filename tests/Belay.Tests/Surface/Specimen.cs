namespace Belay.Tests.Surface;

/// <summary>Something of everything that a public surface can be made of, to test how it is described.</summary>
public abstract class Specimen<T> : IDisposable where T : class, new()
{
    public const int Limit = 3;

    protected Specimen(T? seed = null) => Seed = seed;

    public event Action? Changed;

    public required (int Low, (string Name, T) High) Range { get; init; }

    internal T? Seed { get; }

    public T? this[int index, params string[] rest]
    {
        get => index + rest.Length == 0 ? Seed : null;
        protected set => Changed?.Invoke();
    }

    public static TOther Convert<TOther>(in int count, out T value, ref TOther other, TimeSpan delay = default, DayOfWeek? day = DayOfWeek.Friday)
        where TOther : struct, IComparable<T>
    {
        value = new T();
        return other;
    }

    public virtual int Size(string unit = "m") => unit.Length;

    public abstract void Dispose();

    public override string ToString() => nameof(Specimen<>);

    public readonly struct Part
    {
        public T? Value { get; }
    }

    public ref struct View(Span<int> items)
    {
        readonly Span<int> _items = items;

        public readonly int Length() => _items.Length;

        public ref int At(int index) => ref _items[index];
    }

    public enum Grade : byte
    {
        Low,
        High = 7,
    }

    public delegate int Maker<TResult>(TResult item, params ReadOnlySpan<int> rest) where TResult : allows ref struct;

    public sealed record Pair(T First, [TakesOwnership] Coro Second)
    {
        public static implicit operator T(Pair pair) => pair.First;
    }
}
