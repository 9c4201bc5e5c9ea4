using System.Collections.Concurrent;

namespace Belay.Pickling;

/// <summary>The classes that pickles may be made of, beside the fixed table. From any thread.</summary>
public sealed class PickleTypes
{
    readonly ConcurrentDictionary<(string Module, string Name), PickledGlobal> _globals = new();
    readonly ConcurrentDictionary<Type, PickleConverter> _converters = new();

    /// <summary>Nothing beside the fixed table.</summary>
    public PickleTypes() { }

    /// <summary>Those that the generator has found in all assemblies that are loaded, and what was added.</summary>
    public static PickleTypes Default { get; } = new();

    /// <summary>Adds a class. One of the same name or the same type is replaced.</summary>
    public PickleTypes Add(PickleConverter converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        _globals[(converter.Global.Module, converter.Global.Name)] = converter.Global;
        _converters[converter.Type] = converter;
        return this;
    }

    /// <summary>Adds an enum whose underlying numbers are the values in Python.</summary>
    public PickleTypes AddEnum<T>(string module, string name) where T : struct, Enum => Add(new EnumConverter<T>(module, name));

    /// <summary>The converter of a type, if one was added.</summary>
    public PickleConverter? Find(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _converters.GetValueOrDefault(type);
    }

    internal PickledGlobal? Find(string module, string name) => _globals.GetValueOrDefault((module, name)) ?? Builtins.Find(module, name);

    /// <summary>Whether a registered class is within one of that name.</summary>
    internal bool IsAround(string module, string name) =>
        _globals.Keys.Any(key => key.Module == module && key.Name.Length > name.Length && key.Name[name.Length] == '.' && key.Name.StartsWith(name, StringComparison.Ordinal));
}
