namespace Belay.Pickling;

/// <summary>
/// Maps a class, record or enum to a class of Python's: pickles of that make these, and these are written as that. The generator that
/// comes with Belay.Pickle writes the <see cref="PickleConverter{T}"/> and adds it to <see cref="PickleTypes.Default"/>.
/// </summary>
/// <remarks>
/// <para>All properties with storage of their own and all public fields are the attributes, in the order of their declaration, base classes first,
/// by their names in snake_case: CreatedAt is <c>created_at</c>. <see cref="PickleNameAttribute"/> says otherwise, <see cref="PickleIgnoreAttribute"/> leaves one out.</para>
/// <para>Python's class may be plain, a dataclass, with slots or frozen. Attributes that the pickle does not have keep what the parameterless
/// constructor gave them, if there is one; no other constructor is run. Of an enum the underlying number is the value.</para>
/// </remarks>
/// <param name="name">Python's class: module and name, as in "package.module.Class". For one within another the module ends at a colon: "package.module:Outer.Inner".</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum, Inherited = false)]
public sealed class PicklableAttribute(string name) : Attribute
{
    /// <summary>Python's class: module and name.</summary>
    public string Name { get; } = name;

    /// <summary>How Python's class wants to be given its attributes.</summary>
    public PickleLayout Layout { get; init; }

    /// <summary>Whether attributes in a pickle that the class has no place for are dropped. If not, they are an error, so that nothing is lost unseen.</summary>
    public bool IgnoreUnknown { get; init; }
}
