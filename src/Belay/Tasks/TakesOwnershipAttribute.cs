namespace Belay;

/// <summary>Tells the analyzers that the method becomes responsible for the coroutine it is handed.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TakesOwnershipAttribute : Attribute;
