using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>A tuple: it is made once its items are there. If one of them has led back to it, it is there by then.</summary>
sealed class TupleStep(object owner, ITuple items) : Step
{
    int _index;

    public override bool Run(Pickler pickler)
    {
        var length = items.Length;
        while (_index < length)
        {
            if (!pickler.Save(items[_index++])) return false;
        }
        if (pickler.IsRemembered(owner))
        {
            if (length > 3) pickler.Write(Opcode.PopMark);
            else
            {
                for (var i = 0; i < length; i++) pickler.Write(Opcode.Pop);
            }
            pickler.TryRecall(owner);
            return true;
        }
        pickler.Write(length switch { 1 => Opcode.Tuple1, 2 => Opcode.Tuple2, 3 => Opcode.Tuple3, _ => Opcode.Tuple });
        pickler.Remember(owner);
        return true;
    }
}
