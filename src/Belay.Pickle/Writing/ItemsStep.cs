namespace Belay.Pickling;

/// <summary>Items whose number is not known beforehand, a thousand at a time: what is appended to an object that a call has made.</summary>
sealed class ItemsStep : Step
{
    readonly IEnumerator<object?> _items;
    bool _hasNext;
    int _inBatch;
    bool _isOpen;
    bool _isSingle;

    public ItemsStep(IEnumerable<object?> items)
    {
        _items = items.GetEnumerator();
        _hasNext = _items.MoveNext();
    }

    public override bool Run(Pickler pickler)
    {
        while (true)
        {
            if (_isOpen && (_inBatch == Batch.Size || !_hasNext))
            {
                pickler.Write(_isSingle ? Opcode.Append : Opcode.Appends);
                _isOpen = false;
            }
            if (!_hasNext) return true;
            var item = _items.Current;
            _hasNext = _items.MoveNext();
            if (!_isOpen)
            {
                (_isOpen, _inBatch, _isSingle) = (true, 0, !_hasNext);
                if (!_isSingle) pickler.Write(Opcode.Mark);
            }
            _inBatch++;
            if (!pickler.Save(item)) return false;
        }
    }
}
