namespace Belay.Pickling.Tests.Support;

/// <summary>Python/shapes.py is the twin of this file.</summary>
[Picklable("shapes.Plain")]
sealed class Plain
{
    public string Name { get; set; } = "";

    public object? Value { get; set; }
}

[Picklable("shapes.Point")]
sealed record Point(int Across, double Up);

[Picklable("shapes.Frozen")]
sealed record Frozen(string Label, PyTuple Items);

[Picklable("shapes.Slotted", Layout = PickleLayout.Slots)]
sealed class Slotted
{
    public object? Left { get; set; }

    public object? Right { get; set; }
}

[Picklable("shapes.FrozenSlotted", Layout = PickleLayout.Fields)]
sealed class FrozenSlotted
{
    public object? First { get; init; }

    public object? Second { get; init; }
}

[Picklable("shapes.Pair", Layout = PickleLayout.NamedTuple)]
sealed record Pair(string Key, int Number);

[Picklable("shapes.Color")]
enum Color
{
    Red = 1,
    Green = 2,
    Blue = 3,
}

[Picklable("shapes.Access")]
[Flags]
enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}

[Picklable("shapes:Outer.Inner")]
sealed class Inner
{
    public int Depth { get; set; }
}

[Picklable("shapes.Account")]
sealed class Account
{
    public required string Owner { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public Dictionary<string, decimal> Balances { get; init; } = [];

    public List<Account> Friends { get; init; } = [];
}
