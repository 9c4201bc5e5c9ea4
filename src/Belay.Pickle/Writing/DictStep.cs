namespace Belay.Pickling;

/// <summary>The pairs of a dict, a thousand at a time.</summary>
abstract class DictStep(int count) : Step
{
    readonly int _count = count;
    int _left = count;
    int _inBatch;
    bool _isAtValue;
    bool _isOpen;

    public override bool Run(Pickler pickler)
    {
        while (true)
        {
            if (_isAtValue)
            {
                _isAtValue = false;
                if (!pickler.Save(Value)) return false;
            }
            if (_isOpen && (_inBatch == Batch.Size || _left == 0))
            {
                pickler.Write(_count == 1 ? Opcode.SetItem : Opcode.SetItems);
                _isOpen = false;
                // CPython looks for another pair only when it has begun another batch.
                if (_inBatch < Batch.Size) return true;
            }
            if (!_isOpen)
            {
                if (_count == 0) return true;
                (_isOpen, _inBatch) = (true, 0);
                if (_count > 1) pickler.Write(Opcode.Mark);
                if (_left == 0) continue;
            }
            _left--;
            _inBatch++;
            MoveNext();
            _isAtValue = true;
            if (!pickler.Save(Key)) return false;
        }
    }

    protected abstract object? Key { get; }

    protected abstract object? Value { get; }

    protected abstract void MoveNext();
}
