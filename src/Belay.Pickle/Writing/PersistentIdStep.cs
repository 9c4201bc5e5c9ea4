namespace Belay.Pickling;

/// <summary>An object that stays outside: its id.</summary>
sealed class PersistentIdStep(object id) : Step
{
    bool _isWritten;

    public override bool Run(Pickler pickler)
    {
        if (!_isWritten)
        {
            _isWritten = true;
            if (!pickler.SaveItself(id)) return false;
        }
        pickler.Write(Opcode.BinPersId);
        return true;
    }
}
