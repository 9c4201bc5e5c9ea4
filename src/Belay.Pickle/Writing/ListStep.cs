using System.Collections;

namespace Belay.Pickling;

/// <summary>The items of a list, a thousand at a time.</summary>
sealed class ListStep(IList items) : Step
{
    readonly int _count = items.Count;
    int _index;
    int _inBatch;
    bool _isOpen;

    public override bool Run(Pickler pickler)
    {
        while (true)
        {
            if (_isOpen && (_inBatch == Batch.Size || _index == _count))
            {
                pickler.Write(_count == 1 ? Opcode.Append : Opcode.Appends);
                _isOpen = false;
            }
            if (_index == _count) return true;
            if (!_isOpen)
            {
                (_isOpen, _inBatch) = (true, 0);
                if (_count > 1) pickler.Write(Opcode.Mark);
            }
            _inBatch++;
            if (!pickler.Save(items[_index++])) return false;
        }
    }
}
