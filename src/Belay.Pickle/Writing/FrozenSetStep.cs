using System.Collections;

namespace Belay.Pickling;

/// <summary>A frozenset: it is made once its items are there. If one of them has led back to it, it is there by then.</summary>
sealed class FrozenSetStep(object owner, IEnumerable items) : Step
{
    readonly IEnumerator _items = items.GetEnumerator();

    public override bool Run(Pickler pickler)
    {
        while (_items.MoveNext())
        {
            if (!pickler.Save(_items.Current)) return false;
        }
        if (pickler.IsRemembered(owner))
        {
            pickler.Write(Opcode.PopMark);
            pickler.TryRecall(owner);
            return true;
        }
        pickler.Write(Opcode.FrozenSet);
        pickler.Remember(owner);
        return true;
    }
}
