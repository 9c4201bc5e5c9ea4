namespace Belay.Pickling;

/// <summary>How a type is made of what a pickle made.</summary>
static class Shape<T>
{
    /// <summary>Null if nobody has said.</summary>
    public static Func<object, Loading, T>? Make { get; set; }
}
