namespace Belay;

/// <summary>An element of an array of references. Storing into an array of the references themselves would check their type each time.</summary>
internal struct Place<T>
{
    public T? Item;
}
