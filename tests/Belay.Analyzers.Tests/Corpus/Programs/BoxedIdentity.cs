// BELAY013: the notes: identity for equality; two boxes of the same number are never the same.
class Registry
{
    readonly object _key = 1;

    public bool Has(object key) => key == _key;

    public bool HasOne()
    {
        object one = 1;
        object other = 1;
        return one == other;
    }
}
