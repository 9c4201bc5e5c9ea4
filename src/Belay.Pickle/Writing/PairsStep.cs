namespace Belay.Pickling;

/// <summary>Pairs whose number is not known beforehand, a thousand at a time: what is set in an object that a call has made.</summary>
sealed class PairsStep : Step
{
    readonly IEnumerator<KeyValuePair<object?, object?>> _pairs;
    bool _hasNext;
    bool _isAtValue;
    object? _value;
    int _inBatch;
    bool _isOpen;
    bool _isSingle;

    public PairsStep(IEnumerable<KeyValuePair<object?, object?>> pairs)
    {
        _pairs = pairs.GetEnumerator();
        _hasNext = _pairs.MoveNext();
    }

    public override bool Run(Pickler pickler)
    {
        while (true)
        {
            if (_isAtValue)
            {
                _isAtValue = false;
                if (!pickler.Save(_value)) return false;
            }
            if (_isOpen && (_inBatch == Batch.Size || !_hasNext))
            {
                pickler.Write(_isSingle ? Opcode.SetItem : Opcode.SetItems);
                _isOpen = false;
            }
            if (!_hasNext) return true;
            (var key, _value) = _pairs.Current;
            _hasNext = _pairs.MoveNext();
            if (!_isOpen)
            {
                (_isOpen, _inBatch, _isSingle) = (true, 0, !_hasNext);
                if (!_isSingle) pickler.Write(Opcode.Mark);
            }
            _inBatch++;
            _isAtValue = true;
            if (!pickler.Save(key)) return false;
        }
    }
}
