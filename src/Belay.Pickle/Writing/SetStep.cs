using System.Collections;

namespace Belay.Pickling;

/// <summary>The items of a set, a thousand at a time.</summary>
sealed class SetStep(IEnumerable items, int count) : Step
{
    readonly IEnumerator _items = items.GetEnumerator();
    int _left = count;
    readonly int _count = count;
    int _inBatch;
    bool _isOpen;

    public override bool Run(Pickler pickler)
    {
        if (_count == 0) return true;
        while (true)
        {
            if (_isOpen && (_inBatch == Batch.Size || _left == 0))
            {
                pickler.Write(Opcode.AddItems);
                _isOpen = false;
                // CPython looks for another item only when it has begun another batch.
                if (_inBatch < Batch.Size) return true;
            }
            if (!_isOpen)
            {
                (_isOpen, _inBatch) = (true, 0);
                pickler.Write(Opcode.Mark);
                if (_left == 0) continue;
            }
            _left--;
            _inBatch++;
            _items.MoveNext();
            if (!pickler.Save(_items.Current)) return false;
        }
    }
}
