using System.Collections;

namespace Belay;

/// <content>Enumeration.</content>
public sealed partial class Deque<T>
{
    /// <summary>Enumerates from the beginning to the end.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from the first item to the last. Items may be assigned meanwhile, not added, removed or moved.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        readonly Deque<T> _deque;
        readonly int _version;
        int _index;
        T? _current;

        internal Enumerator(Deque<T> deque)
        {
            _deque = deque;
            _version = deque.Version;
        }

        /// <summary>The item it is at.</summary>
        public readonly T Current => _current!;

        readonly object? IEnumerator.Current => Current;

        /// <summary>Goes to the next item.</summary>
        /// <returns>False if there is none.</returns>
        /// <exception cref="InvalidOperationException">Items were added, removed or moved since the enumeration began.</exception>
        public bool MoveNext()
        {
            if (_version != _deque.Version) ThrowChanged();
            if (_index >= _deque.Count)
            {
                _current = default;
                return false;
            }
            _current = _deque.ItemAt(_index++);
            return true;
        }

        /// <summary>Goes back to before the first item.</summary>
        /// <exception cref="InvalidOperationException">Items were added, removed or moved since the enumeration began.</exception>
        public void Reset()
        {
            if (_version != _deque.Version) ThrowChanged();
            (_index, _current) = (0, default);
        }

        /// <summary>Does nothing.</summary>
        public readonly void Dispose() { }

        static void ThrowChanged() => throw new InvalidOperationException(
            "Items were added to the deque, removed or moved while it was enumerated. Enumerate a copy: foreach (var item in deque[..]).");
    }
}
