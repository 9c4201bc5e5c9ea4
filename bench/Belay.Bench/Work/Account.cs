using Belay.Pickling;

namespace Belay.Bench.Work;

/// <summary>One of the objects of a graph that is pickled. Its friends lead round in rings.</summary>
[Picklable("pickling_shapes.Account")]
public sealed class Account
{
    public string Owner { get; set; } = "";

    public int Number { get; set; }

    public double Balance { get; set; }

    public List<Account> Friends { get; set; } = [];
}
