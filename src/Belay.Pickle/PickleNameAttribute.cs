namespace Belay.Pickling;

/// <summary>The name of a property or field in Python.</summary>
/// <param name="name">As Python has it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PickleNameAttribute(string name) : Attribute
{
    /// <summary>As Python has it.</summary>
    public string Name { get; } = name;
}
