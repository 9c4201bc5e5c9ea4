namespace Belay.Pickling;

/// <summary>An object that is made by a call: what is called, its arguments, the call, then what the object is given.</summary>
sealed class ReductionStep(object owner, PickleReduction reduction) : Step
{
    int _phase;

    public override bool Run(Pickler pickler)
    {
        while (true)
        {
            switch (_phase++)
            {
                case 0:
                    if (!pickler.Save(reduction.Callable)) return false;
                    break;
                case 1:
                    if (!pickler.Save(reduction.Arguments)) return false;
                    break;
                case 2:
                    if (reduction.Keywords is { } keywords && !pickler.Save(keywords)) return false;
                    break;
                case 3:
                    if (Call(pickler)) break;
                    return true;
                case 4:
                    if (reduction.Items is not { } items) break;
                    pickler.Begin(new ItemsStep(items));
                    return false;
                case 5:
                    if (reduction.Pairs is not { } pairs) break;
                    pickler.Begin(new PairsStep(pairs));
                    return false;
                case 6:
                    if (!reduction.HasState) return true;
                    if (!SaveState(pickler)) return false;
                    break;
                default:
                    pickler.Write(Opcode.Build);
                    return true;
            }
        }
    }

    /// <summary>False if the arguments have led back to the object, so that it is there already.</summary>
    bool Call(Pickler pickler)
    {
        pickler.Write(!reduction.IsNew ? Opcode.Reduce : reduction.Keywords is null ? Opcode.NewObj : Opcode.NewObjEx);
        if (pickler.IsRemembered(owner))
        {
            pickler.Write(Opcode.Pop);
            pickler.TryRecall(owner);
            return false;
        }
        pickler.Remember(owner);
        return true;
    }

    bool SaveState(Pickler pickler)
    {
        if (reduction.Names is not { } names) return pickler.Save(reduction.State);
        var values = (object?[])reduction.State!;
        pickler.Output.Boundary();
        pickler.Write(Opcode.EmptyDict);
        pickler.Remember(values);
        pickler.Begin(new AttributesStep(names, values));
        return false;
    }
}
