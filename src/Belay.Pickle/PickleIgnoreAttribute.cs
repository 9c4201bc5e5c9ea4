namespace Belay.Pickling;

/// <summary>Leaves a property or field out of pickles.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PickleIgnoreAttribute : Attribute;
