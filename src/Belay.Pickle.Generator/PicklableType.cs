namespace Belay.Pickling.Generator;

/// <summary>All that a converter is written of.</summary>
sealed record PicklableType(
    string Name,
    string FileName,
    string Module,
    string PythonName,
    bool IsEnum,
    bool IsConstructed,
    bool IgnoreUnknown,
    Layout Layout,
    EquatableArray<Attribute> Attributes,
    EquatableArray<string> Shapes);

/// <summary>An attribute of Python's, and the field behind it.</summary>
sealed record Attribute(string PythonName, string Field, string DeclaringType, string Type);

/// <summary>As PickleLayout of the library has it.</summary>
enum Layout
{
    Attributes,
    Slots,
    Fields,
    NamedTuple,
}

/// <summary>What has been read of a type: null where it cannot be mapped.</summary>
sealed record Reading(PicklableType? Type, EquatableArray<Complaint> Complaints);
