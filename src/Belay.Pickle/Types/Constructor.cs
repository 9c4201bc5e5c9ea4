namespace Belay.Pickling;

/// <summary>Makes what Python's class or function would, of its arguments.</summary>
delegate object? Constructor(PickleArguments arguments);
