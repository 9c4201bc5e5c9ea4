namespace Belay.Pickling;

/// <summary>Something that is written after other things, which may be as large: what would be a method that calls itself, were the native stack without end.</summary>
abstract class Step
{
    /// <summary>What goes on when this is done.</summary>
    public Step? Next { get; set; }

    /// <summary>Goes on.</summary>
    /// <returns>Whether it is done. If not, another step has been put before it.</returns>
    public abstract bool Run(Pickler pickler);
}
